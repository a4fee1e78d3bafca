"""The frame of every page, as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from baken.core.derive.access import ROLES
from baken.web import defaults, navigation


class WebConfig(AppConfig):
    """Page frame, components, style, headers, error pages and the front door."""

    name = "baken.web"
    label = "web"
    verbose_name = "Pagina's"

    def ready(self) -> None:
        """Put the vault in the menu: the room that keeps it lies below the frame and does not know it.

        And let every form say what to do.
        """
        defaults.say_what_to_do()
        roles = [name for name, role in ROLES.items() if "vault.use" in role.may]
        navigation.add("tenancy:vault", _("Mijn kluis"), roles=roles, order=90)
