"""Client records in the HTCDS standard, out and in: as a Django app."""

from django.apps import AppConfig


class CareExchangeConfig(AppConfig):
    """Client records in the HTCDS standard, out and in."""

    name = "baken.care.exchange"
    label = "care_exchange"
    verbose_name = "Uitwisseling"

    def ready(self) -> None:
        """Say on a client's page what went to whom and what came in."""
        from baken.care.common import panels as page
        from baken.care.exchange import panels

        page.add("exchange", panels.exchanged, order=90)
