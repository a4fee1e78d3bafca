"""Hours per kind of activity, and how many a route asks: as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from baken.core.derive.access import ROLES
from baken.programme.common import frozen, ways
from baken.web import beside, navigation


class ProgrammeHoursConfig(AppConfig):
    """Hours per kind of activity, and how many a route asks."""

    name = "baken.programme.hours"
    label = "programme_hours"
    verbose_name = "Uren"

    def ready(self) -> None:
        """Let hours be found from the programme, be booked from the work list, and count in an evaluation."""
        from baken.programme.hours import boxes

        lead = _("Wat is gereserveerd, wat is gebruikt, en uw eigen uren.")
        ways.add("hours", "programme_hours:overview", _("Uren"), lead, order=60)
        beside.add("work", "hours", boxes.work, order=10)
        frozen.add("hours", boxes.block, order=60)
        without = [
            name
            for name, role in ROLES.items()
            if "hours.book" in role.may and "programme.read" not in role.may
        ]
        navigation.add("programme_hours:overview", _("Uren"), roles=without, order=75)
