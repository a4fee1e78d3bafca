"""Training: what there is, what was given, who was reached: as a Django app."""

from django.apps import AppConfig


class ProgrammeTrainingConfig(AppConfig):
    """Training: what there is, what was given, who was reached."""

    name = "baken.programme.training"
    label = "programme_training"
    verbose_name = "Trainingen"
