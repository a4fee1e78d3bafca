"""Accountability: as a Django app."""

from django.apps import AppConfig


class TrustAccountabilityConfig(AppConfig):
    """The papers that must be there, and that they are."""

    name = "baken.trust.accountability"
    label = "trust_accountability"
    verbose_name = "Verantwoording"
