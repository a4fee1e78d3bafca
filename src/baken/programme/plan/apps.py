"""The execution programme: actions, progress, next edition, year plan: as a Django app."""

from django.apps import AppConfig


class ProgrammePlanConfig(AppConfig):
    """The execution programme: actions, progress, next edition, year plan."""

    name = "baken.programme.plan"
    label = "programme_plan"
    verbose_name = "Het uitvoeringsprogramma"
