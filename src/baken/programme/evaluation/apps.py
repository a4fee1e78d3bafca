"""Evaluation: questions, a frozen data set, findings, decisions: as a Django app."""

from django.apps import AppConfig


class ProgrammeEvaluationConfig(AppConfig):
    """Evaluation: questions, a frozen data set, findings, decisions."""

    name = "baken.programme.evaluation"
    label = "programme_evaluation"
    verbose_name = "Evaluatie"
