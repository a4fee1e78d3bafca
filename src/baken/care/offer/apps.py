"""The offer of help, its gaps, advice given, and information for clients: as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from baken.core.derive.access import ROLES
from baken.web import navigation


class CareOfferConfig(AppConfig):
    """The offer of help, its gaps, advice given, and information for clients."""

    name = "baken.care.offer"
    label = "care_offer"
    verbose_name = "Zorgaanbod"

    def ready(self) -> None:
        """Put the care offer in the menu of whoever keeps it."""
        from baken.care.common import panels as page
        from baken.care.offer import leaflets

        page.add("offer.information", leaflets.panel, order=11)
        keeping = [name for name, role in ROLES.items() if "care.offer" in role.may]
        navigation.add("care_offer:overview", _("Zorgaanbod"), roles=keeping, order=40)
