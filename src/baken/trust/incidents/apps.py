"""Data leaks: as a Django app."""

from django.apps import AppConfig

from baken.web import notices


class TrustIncidentsConfig(AppConfig):
    """Data leaks: the clock, whom it concerns, what was done."""

    name = "baken.trust.incidents"
    label = "trust_incidents"
    verbose_name = "Datalekken"

    def ready(self) -> None:
        """Tell who must know as long as a clock runs."""
        from baken.trust.incidents import notes

        notices.add("incidents", notes.running, to=("incident.read",))
