"""The room where reports and questions come in, as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class IntakeConfig(AppConfig):
    """Reporting from outside, and entering what somebody else tells."""

    name = "baken.intake"
    label = "intake"
    verbose_name = "Melden"

    def ready(self) -> None:
        """Put entering in the menu of those who may do it."""
        from baken.core.derive.access import ROLES
        from baken.web import navigation

        may_enter = {name for name, role in ROLES.items() if "signal.enter" in role.may}
        navigation.add("enter", _("Signaal invoeren"), roles=may_enter, order=30)
