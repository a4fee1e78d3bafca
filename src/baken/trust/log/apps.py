"""Who saw what, and why: as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from baken.core.derive.access import ROLES


class TrustLogConfig(AppConfig):
    """Who saw what, and why."""

    name = "baken.trust.log"
    label = "trust_log"
    verbose_name = "Logboek"

    def ready(self) -> None:
        """Seal the logs every minute, and put the page in the menu of those who answer for something."""
        from baken.trust.log import chores  # noqa: F401
        from baken.web import navigation

        wanted = {"log.read", "accountability.read", "retention.read", "rights.read", "incident.read"}
        roles = [name for name, role in ROLES.items() if wanted & role.may]
        navigation.add("trust_log:start", _("Verantwoording"), roles=roles, order=80)
