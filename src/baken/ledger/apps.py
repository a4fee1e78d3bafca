"""The ledger as a Django app."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    """Streams, events, vault and projections."""

    name = "baken.ledger"
    label = "ledger"
    verbose_name = "Ledger"
