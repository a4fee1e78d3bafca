"""What CoMensha and the municipality that notified hear of a client: as a Django app."""

from django.apps import AppConfig


class CareNoticesConfig(AppConfig):
    """What CoMensha and the municipality that notified hear of a client."""

    name = "baken.care.notices"
    label = "care_notices"
    verbose_name = "Meldingen"

    def ready(self) -> None:
        """Put what was told on a client's page."""
        from baken.care.common import panels as page
        from baken.care.notices import panels

        for part, order in panels.PARTS:
            page.add(f"notices.{part.__name__}", part, order=order)
