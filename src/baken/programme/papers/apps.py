"""Flanking policies, documents and budget: as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from baken.programme.common import frozen, planned, ways
from baken.web import notices


class ProgrammePapersConfig(AppConfig):
    """Flanking policies, documents and budget."""

    name = "baken.programme.papers"
    label = "programme_papers"
    verbose_name = "Flankerend beleid, documenten en budget"

    def ready(self) -> None:
        """Let papers and money be found, tell which papers end, and give the evaluation its figures."""
        from baken.programme.papers import dated, money

        ways.add(
            "papers",
            "programme_papers:overview",
            _("Beleid en documenten"),
            _("Het beleid eromheen: wat er is, wat afloopt en wat ontbreekt."),
            order=80,
        )
        ways.add(
            "budget",
            "programme_papers:budget",
            _("Budget"),
            _("Waar het geld vandaan komt en heen gaat, per jaar."),
            order=85,
        )
        planned.add("papers", dated.planned)
        notices.add("papers", dated.notices, to=("programme.keep",))
        frozen.add("papers", dated.block, order=15)
        frozen.add("budget", money.block, order=90)
