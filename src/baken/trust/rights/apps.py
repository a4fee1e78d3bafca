"""What the people concerned may ask, and what was done: as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from baken.core.derive.access import ROLES
from baken.web import navigation, notices


class TrustRightsConfig(AppConfig):
    """What the people concerned may ask, and what was done."""

    name = "baken.trust.rights"
    label = "trust_rights"
    verbose_name = "Rechten"

    def ready(self) -> None:
        """Put the requests in the menu, and say in time when an answer is due."""
        from baken.trust.rights import notes

        roles = [name for name, role in ROLES.items() if "rights.read" in role.may]
        navigation.add("trust_rights:register", _("Verzoeken"), roles=roles, order=91)
        notices.add("rights", notes.due, to=("rights.read",))
