"""The year on one page: what falls in which quarter, over all parts of the programme."""
