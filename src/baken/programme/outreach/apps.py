"""Outreach and campaigns: as a Django app."""

from django.apps import AppConfig


class ProgrammeOutreachConfig(AppConfig):
    """Outreach and campaigns."""

    name = "baken.programme.outreach"
    label = "programme_outreach"
    verbose_name = "Voorlichting en campagnes"
