"""The ledger as a Django app."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    """Streams, events, vault and projections."""

    name = "baken.ledger"
    label = "ledger"
    verbose_name = "Ledger"

    def ready(self) -> None:
        """Listen to what is recorded of the rooms below."""
        from baken.ledger import people, postkeys

        postkeys.listen()
        people.listen()
