"""Regions: what members release to each other: as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from baken.programme.common import ways


class ProgrammeRegionConfig(AppConfig):
    """Regions: what members release to each other."""

    name = "baken.programme.region"
    label = "programme_region"
    verbose_name = "De regio"

    def ready(self) -> None:
        """Let the regions be found from the first page of the programme."""
        ways.add(
            "region",
            "programme_region:overview",
            _("Regio"),
            _("Met wie u samenwerkt, en wat leden met elkaar deelden."),
            order=80,
        )
