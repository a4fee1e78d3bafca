"""Where a client stays, which municipality is responsible, and moving to another coordinator: as a Django app."""

from django.apps import AppConfig


class CarePlacingConfig(AppConfig):
    """Where a client stays, which municipality is responsible, and moving to another coordinator."""

    name = "baken.care.placing"
    label = "care_placing"
    verbose_name = "Opvang en overdracht"
