"""What goes when, and that it went: as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from baken.core.derive.access import ROLES
from baken.web import navigation, notices


class TrustRetentionConfig(AppConfig):
    """What goes when, and that it went."""

    name = "baken.trust.retention"
    label = "trust_retention"
    verbose_name = "Bewaartermijnen"

    def ready(self) -> None:
        """Put the page in the menu, tell who approves lists that one waits, and make the chores known."""
        from baken.trust.retention import chores as chores
        from baken.trust.retention import queries

        roles = [name for name, role in ROLES.items() if "retention.read" in role.may]
        navigation.add("trust_retention:overview", _("Bewaren en vernietigen"), roles=roles, order=94)
        notices.add("retention", queries.notes, to=("retention.approve",))
