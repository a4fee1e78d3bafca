"""The room route as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from baken.core.derive.access import ROLES
from baken.web import navigation


class RouteConfig(AppConfig):
    """The way of a signal: received, established, assessed, closed."""

    name = "baken.route"
    label = "route"
    verbose_name = "Signalen behandelen"

    def ready(self) -> None:
        """Put the page in the menu of those who may see it."""
        roles = [name for name, role in ROLES.items() if "signal.list" in role.may]
        navigation.add("route:work", _("Mijn werkvoorraad"), roles=roles, order=10)
