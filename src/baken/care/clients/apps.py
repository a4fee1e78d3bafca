"""Who is helped, by whom, with what and by when: as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from baken.core.derive.access import ROLES
from baken.web import navigation, notices, onward


class CareClientsConfig(AppConfig):
    """Who is helped, by whom, with what and by when."""

    name = "baken.care.clients"
    label = "care_clients"
    verbose_name = "Cliëntdossiers"

    def ready(self) -> None:
        """Put the caseload in the menu, the parts of a file on its page, and a way on from a notification."""
        from baken.care.clients import notes, panels, views
        from baken.care.common import panels as page
        from baken.care.common import room

        listing = [name for name, role in ROLES.items() if "care.list" in role.may]
        navigation.add("care_clients:caseload", _("Cliënten"), roles=listing, order=20, when=room.in_use)
        for number, part in enumerate(panels.PARTS):
            page.add(f"clients.{part.__name__}", part, order=panels.ORDER[number])
        notices.add("care_clients", notes.late, to=("care.list",))
        onward.add("notification", "care_clients", views.ways_on)
