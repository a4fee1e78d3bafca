"""Meetings with a rhythm."""
