"""What goes when, and that it went: as a Django app."""

from django.apps import AppConfig

from baken.web import notices


class TrustRetentionConfig(AppConfig):
    """What goes when, and that it went."""

    name = "baken.trust.retention"
    label = "trust_retention"
    verbose_name = "Bewaartermijnen"

    def ready(self) -> None:
        """Tell who approves lists that one waits, and make the chores known."""
        from baken.trust.retention import chores as chores
        from baken.trust.retention import queries

        notices.add("retention", queries.notes, to=("retention.approve",))
