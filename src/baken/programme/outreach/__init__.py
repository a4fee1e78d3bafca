"""Outreach and campaigns."""
