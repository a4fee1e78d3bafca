"""What CoMensha and the municipality that notified hear of a client: as a Django app."""

from django.apps import AppConfig


class CareNoticesConfig(AppConfig):
    """What CoMensha and the municipality that notified hear of a client."""

    name = "baken.care.notices"
    label = "care_notices"
    verbose_name = "Meldingen"
