"""Outreach and campaigns: as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from baken.programme.common import frozen, planned, ways


class ProgrammeOutreachConfig(AppConfig):
    """Outreach and campaigns."""

    name = "baken.programme.outreach"
    label = "programme_outreach"
    verbose_name = "Voorlichting en campagnes"

    def ready(self) -> None:
        """Let outreach be found, and tell the programme what it planned and what it counts."""
        from baken.programme.outreach import freezing, planning

        planned.add("outreach", planning.planned)
        frozen.add("outreach", freezing.block, order=40)
        ways.add(
            "outreach",
            "programme_outreach:overview",
            _("Voorlichting en campagnes"),
            _("Wie u bereikte, waar staat waar men kan melden, en de campagnes."),
            order=40,
        )
