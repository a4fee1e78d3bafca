"""The pages of the route: the work list, one signal, and one decision at a time."""
