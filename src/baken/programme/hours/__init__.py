"""Hours per kind of activity, and how many a route asks."""
