"""What a client may count on by law, and the dates that count: as a Django app."""

from django.apps import AppConfig


class CareResidenceConfig(AppConfig):
    """What a client may count on by law, and the dates that count."""

    name = "baken.care.residence"
    label = "care_residence"
    verbose_name = "Verblijf en termijnen"
