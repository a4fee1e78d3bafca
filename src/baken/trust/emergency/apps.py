"""Access in an emergency: with a reason, for hours, and told: as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from baken.core.derive.access import ROLES
from baken.web import navigation, notices


class TrustEmergencyConfig(AppConfig):
    """Access in an emergency: with a reason, for hours, and told."""

    name = "baken.trust.emergency"
    label = "trust_emergency"
    verbose_name = "Noodtoegang"

    def ready(self) -> None:
        """Put the page in the menu of who may take it, and tell whoever must know."""
        from baken.trust.emergency import queries

        taking = [name for name, role in ROLES.items() if "emergency.use" in role.may]
        navigation.add("trust_emergency:take", _("Noodtoegang"), roles=taking, order=85)
        notices.add("emergency", queries.lines, to=("log.read", "post.delegate"))
