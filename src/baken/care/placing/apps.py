"""Where a client stays, which municipality is responsible, and moving to another coordinator: as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from baken.core.derive.access import ROLES
from baken.web import navigation


class CarePlacingConfig(AppConfig):
    """Where a client stays, which municipality is responsible, and moving to another coordinator."""

    name = "baken.care.placing"
    label = "care_placing"
    verbose_name = "Opvang en overdracht"

    def ready(self) -> None:
        """Put who waits in the menu, the parts on a client's page, and lead answers to a transfer back."""
        from baken.care.common import panels as page
        from baken.care.common import room
        from baken.care.placing import panels, transferring
        from baken.ledger import answering

        for part, order in panels.PARTS:
            page.add(f"placing.{part.__name__}", part, order=order)
        listing = [name for name, role in ROLES.items() if "care.list" in role.may]
        navigation.add(
            "care_placing:waiting", _("Wachten op opvang"), roles=listing, order=25, when=room.in_use
        )
        answering.WAYS[transferring.LOCATOR] = transferring.into_the_file
