"""Access in an emergency: with a reason, for hours, and told: as a Django app."""

from django.apps import AppConfig


class TrustEmergencyConfig(AppConfig):
    """Access in an emergency: with a reason, for hours, and told."""

    name = "baken.trust.emergency"
    label = "trust_emergency"
    verbose_name = "Noodtoegang"
