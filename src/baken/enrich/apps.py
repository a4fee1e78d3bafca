"""The room enrich as a Django app."""

from django.apps import AppConfig


class EnrichConfig(AppConfig):
    """Weighing, sources consulted by hand, and the trusted person."""

    name = "baken.enrich"
    label = "enrich"
    verbose_name = "Verrijken"
