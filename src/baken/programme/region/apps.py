"""Regions: what members release to each other: as a Django app."""

from django.apps import AppConfig


class ProgrammeRegionConfig(AppConfig):
    """Regions: what members release to each other."""

    name = "baken.programme.region"
    label = "programme_region"
    verbose_name = "De regio"
