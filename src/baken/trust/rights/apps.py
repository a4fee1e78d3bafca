"""What the people concerned may ask, and what was done: as a Django app."""

from django.apps import AppConfig

from baken.web import notices


class TrustRightsConfig(AppConfig):
    """What the people concerned may ask, and what was done."""

    name = "baken.trust.rights"
    label = "trust_rights"
    verbose_name = "Rechten"

    def ready(self) -> None:
        """Say in time when an answer is due."""
        from baken.trust.rights import notes

        notices.add("rights", notes.due, to=("rights.read",))
