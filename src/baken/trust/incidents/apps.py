"""Data leaks: as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from baken.core.derive.access import ROLES
from baken.web import navigation, notices


class TrustIncidentsConfig(AppConfig):
    """Data leaks: the clock, whom it concerns, what was done."""

    name = "baken.trust.incidents"
    label = "trust_incidents"
    verbose_name = "Datalekken"

    def ready(self) -> None:
        """Put the register in the menu, and tell who must know as long as a clock runs."""
        from baken.trust.incidents import notes

        roles = [name for name, role in ROLES.items() if "incident.read" in role.may]
        navigation.add("trust_incidents:register", _("Datalekken"), roles=roles, order=92)
        notices.add("incidents", notes.running, to=("incident.read",))
