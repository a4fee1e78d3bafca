"""Hours per kind of activity, and how many a route asks: as a Django app."""

from django.apps import AppConfig


class ProgrammeHoursConfig(AppConfig):
    """Hours per kind of activity, and how many a route asks."""

    name = "baken.programme.hours"
    label = "programme_hours"
    verbose_name = "Uren"
