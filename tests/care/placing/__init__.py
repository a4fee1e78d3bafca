"""Where a client stays, shelter, and moving to another coordinator."""
