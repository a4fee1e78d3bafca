"""Baken as Django sees it: its own checks are registered here."""

from django.apps import AppConfig


class ProjectConfig(AppConfig):
    """The installation: settings, commands and checks."""

    name = "baken.project"

    def ready(self) -> None:
        from baken.project import checks  # noqa: F401
