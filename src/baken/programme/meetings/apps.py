"""Meetings with a rhythm: as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from baken.programme.common import frozen, planned, ways
from baken.web import notices


class ProgrammeMeetingsConfig(AppConfig):
    """Meetings with a rhythm."""

    name = "baken.programme.meetings"
    label = "programme_meetings"
    verbose_name = "Vaste overleggen"

    def ready(self) -> None:
        """Let meetings be found, and tell the programme what is planned, counted and to be known."""
        from baken.programme.meetings import freezing, planning

        planned.add("meetings", planning.planned)
        frozen.add("meetings", freezing.block, order=60)
        notices.add("meetings", planning.notes, to=("programme.keep",))
        ways.add(
            "meetings",
            "programme_meetings:overview",
            _("Overleggen"),
            _("Wat terugkomt, de agenda, het verslag, en wie wat wanneer doet."),
            order=50,
        )
