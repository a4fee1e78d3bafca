"""The programme out to Excel, Word and a calendar, and in from the tables that municipalities make."""
