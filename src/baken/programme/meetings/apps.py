"""Meetings with a rhythm: as a Django app."""

from django.apps import AppConfig


class ProgrammeMeetingsConfig(AppConfig):
    """Meetings with a rhythm."""

    name = "baken.programme.meetings"
    label = "programme_meetings"
    verbose_name = "Vaste overleggen"
