"""Training: what there is, what was given, who was reached: as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProgrammeTrainingConfig(AppConfig):
    """Training: what there is, what was given, who was reached."""

    name = "baken.programme.training"
    label = "programme_training"
    verbose_name = "Trainingen"

    def ready(self) -> None:
        """Let training be found, its days be planned with the others, and its figures be evaluated."""
        from baken.programme.common import frozen, planned, ways
        from baken.programme.training import feeds

        ways.add(
            "training",
            "programme_training:overview",
            _("Trainingen"),
            _("Wie is getraind, wie is weer aan de beurt, en een pakket voor het werkoverleg."),
            order=30,
        )
        planned.add("training", feeds.planned)
        frozen.add("training", feeds.figures, order=30)
