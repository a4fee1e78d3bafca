"""Who saw what, and why: as a Django app."""

from django.apps import AppConfig


class TrustLogConfig(AppConfig):
    """Who saw what, and why."""

    name = "baken.trust.log"
    label = "trust_log"
    verbose_name = "Logboek"
