"""Where a client stays, which municipality is responsible, and moving to another coordinator."""
