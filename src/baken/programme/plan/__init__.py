"""The execution programme: actions, progress, next edition, year plan."""
