"""Outreach to organisations, announcing the reporting point, and campaigns."""
