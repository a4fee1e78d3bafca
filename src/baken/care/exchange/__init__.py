"""Client records in the HTCDS standard, out and in."""
