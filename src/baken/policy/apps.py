"""The room policy as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from baken.core.derive.access import ROLES
from baken.web import navigation


class PolicyConfig(AppConfig):
    """The municipality's own policy: read, compare, change, put into use."""

    name = "baken.policy"
    label = "policy"
    verbose_name = "Beleid"

    def ready(self) -> None:
        """Put the page in the menu of those who may see it, and say what somebody who leaves holds here."""
        from baken.policy import holding
        from baken.tenancy import overview

        roles = [name for name, role in ROLES.items() if "policy.read" in role.may]
        navigation.add("policy:read", _("Beleid"), roles=roles, order=80)
        overview.holds("policy", holding.held)
