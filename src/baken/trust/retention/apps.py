"""What goes when, and that it went: as a Django app."""

from django.apps import AppConfig


class TrustRetentionConfig(AppConfig):
    """What goes when, and that it went."""

    name = "baken.trust.retention"
    label = "trust_retention"
    verbose_name = "Bewaartermijnen"
