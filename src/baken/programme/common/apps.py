"""What the parts of the programme share: as a Django app."""

from django.apps import AppConfig


class ProgrammeCommonConfig(AppConfig):
    """What the parts of the programme share."""

    name = "baken.programme.common"
    label = "programme_common"
    verbose_name = "Wat de delen van het programma delen"
