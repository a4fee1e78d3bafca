"""The basic level: what it asks, and where the organisation stands: as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from baken.programme.common import frozen, planned, ways


class ProgrammeLevelConfig(AppConfig):
    """The basic level: what it asks, and where the organisation stands."""

    name = "baken.programme.level"
    label = "programme_level"
    verbose_name = "Het basisniveau"

    def ready(self) -> None:
        """Let the basic level be found, planned, evaluated and released."""
        from baken.programme.level import dated, sharing
        from baken.programme.region import kinds

        ways.add(
            "level",
            "programme_level:overview",
            _("Basisniveau"),
            _("Wat uw beleid van uw organisatie vraagt, en waar u staat."),
            order=20,
        )
        planned.add("level", dated.planned)
        frozen.add("level", dated.figures, order=20)
        kinds.add(sharing.KIND)
