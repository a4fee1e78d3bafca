"""Evaluation: questions, a frozen data set, findings, decisions: as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from baken.core.vocabulary.text import Text
from baken.programme.common import frozen, planned, ways


class ProgrammeEvaluationConfig(AppConfig):
    """Evaluation: questions, a frozen data set, findings, decisions."""

    name = "baken.programme.evaluation"
    label = "programme_evaluation"
    verbose_name = "Evaluatie"

    def ready(self) -> None:
        """Let evaluations be found and planned, give the figures of signals, and let the region have what is chosen."""
        from baken.programme.evaluation import beside, releasing, rhythm, signals
        from baken.programme.region import kinds

        planned.add("evaluation", rhythm.planned)
        frozen.add("signals", signals.block, order=90)
        ways.add(
            "evaluation",
            "programme_evaluation:overview",
            _("Evaluatie"),
            _("Wat ging goed, wat niet, en wat verandert er? Met vaste cijfers, bevindingen en besluiten."),
            order=70,
        )
        kinds.add(
            kinds.Kind(
                releasing.KIND,
                Text("evaluatie", "evaluation"),
                Text(
                    "Wat leden over dezelfde jaren deelden van hun evaluatie, per onderwerp.",
                    "What members released of their evaluation of the same years, topic by topic.",
                ),
                releasing.Evaluated,
                releasing.offers,
                releasing.titled,
                beside.show,
                beside.compare,
                note=Text(
                    "Weinig signalen zegt niets over hoeveel mensenhandel er is. Vergelijk gemeenten daar niet op.",
                    "Few signals says nothing about how much trafficking there is. Never compare municipalities on it.",
                ),
                order=30,
            )
        )
