"""What the pages of the route show, as plain data."""
