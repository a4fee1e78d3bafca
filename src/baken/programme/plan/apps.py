"""The execution programme: actions, progress, next edition, year plan: as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from baken.core.derive.access import ROLES
from baken.programme.common import frozen, planned, ways
from baken.web import navigation, notices


class ProgrammePlanConfig(AppConfig):
    """The execution programme: actions, progress, next edition, year plan."""

    name = "baken.programme.plan"
    label = "programme_plan"
    verbose_name = "Het uitvoeringsprogramma"

    def ready(self) -> None:
        """Put the programme in the menu of whoever may see it, and tell its days and figures to the other parts."""
        from baken.programme.plan import dated, notes, releasing
        from baken.programme.region import kinds

        reading = [name for name, role in ROLES.items() if "programme.read" in role.may]
        navigation.add("programme_plan:overview", _("Programma"), roles=reading, order=65)
        planned.add("plan", dated.planned)
        frozen.add("plan", dated.frozen, order=10)
        lead = _("Wat er per kwartaal gebeurt, op een pagina en op één A4.")
        ways.add("year", "programme_plan:year", _("Jaarplanning"), lead, order=5)
        kinds.add(releasing.KIND)
        notices.add("programme", notes.notes, to=("programme.keep",))
