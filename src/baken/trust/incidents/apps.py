"""Data leaks, and the clock that runs: as a Django app."""

from django.apps import AppConfig


class TrustIncidentsConfig(AppConfig):
    """Data leaks, and the clock that runs."""

    name = "baken.trust.incidents"
    label = "trust_incidents"
    verbose_name = "Datalekken"
