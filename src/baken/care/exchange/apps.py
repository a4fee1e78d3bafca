"""Client records in the HTCDS standard, out and in: as a Django app."""

from django.apps import AppConfig


class CareExchangeConfig(AppConfig):
    """Client records in the HTCDS standard, out and in."""

    name = "baken.care.exchange"
    label = "care_exchange"
    verbose_name = "Uitwisseling"
