"""The basic level: what it asks, and where the organisation stands."""
