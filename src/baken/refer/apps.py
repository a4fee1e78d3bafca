"""The room of hand-overs, as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from baken.core.derive.access import ROLES
from baken.web import navigation


class ReferConfig(AppConfig):
    """Handing over to partners, and what comes back; notifications on the receiving side."""

    name = "baken.refer"
    label = "refer"
    verbose_name = "Overdrachten"

    def ready(self) -> None:
        """Put the lists in the main menu."""
        making = [name for name, role in ROLES.items() if "referral.list" in role.may]
        receiving = [name for name, role in ROLES.items() if "notification.list" in role.may]
        navigation.add("refer:referrals", _("Overdrachten"), roles=making, order=30)
        navigation.add("refer:notifications", _("Ontvangen meldingen"), roles=receiving, order=40)
