"""Regions: what members release to each other."""
