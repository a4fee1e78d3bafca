"""The room monitor as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from baken.core.derive.access import ROLES
from baken.web import navigation


class MonitorConfig(AppConfig):
    """Counts of the organisation's own signals."""

    name = "baken.monitor"
    label = "monitor"
    verbose_name = "Cijfers"

    def ready(self) -> None:
        """Put the page in the menu of those who may see it."""
        roles = [name for name, role in ROLES.items() if "figures.read" in role.may]
        navigation.add("monitor:figures", _("Cijfers"), roles=roles, order=70)
