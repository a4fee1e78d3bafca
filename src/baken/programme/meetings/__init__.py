"""Meetings with a rhythm: planned, with an agenda from what is open, minutes, and actions by owner and day."""
