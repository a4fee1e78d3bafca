"""The basic level: what it asks, and where the organisation stands: as a Django app."""

from django.apps import AppConfig


class ProgrammeLevelConfig(AppConfig):
    """The basic level: what it asks, and where the organisation stands."""

    name = "baken.programme.level"
    label = "programme_level"
    verbose_name = "Het basisniveau"
