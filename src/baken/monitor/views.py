"""The figures of one's own organisation. They are shown, never exported (V22)."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from baken.core.vocabulary import ictip
from baken.core.vocabulary.text import Text
from baken.core.vocabulary.wording import VALUE
from baken.monitor import queries
from baken.tenancy import doors
from baken.web.fields import said
from baken.web.parts import Line, Table


@require_safe
def figures(request: HttpRequest) -> HttpResponse:
    """Show the counts of one year or of all years."""
    doors.require(request, "figures.read")
    asked = request.GET.get("jaar", "")
    year = int(asked) if asked.isascii() and asked.isdigit() and 2000 <= int(asked) <= 2999 else None
    found = queries.figures(year)
    months = [(date_format(month, "F Y"), number) for month, number in found.by_month]
    tables = [
        _table(_("Signalen per maand"), _("Maand"), months),
        _table(_("Signalen per vorm van mogelijke uitbuiting"), _("Vorm"), found.by_form),
        _table(_("Signalen per stand van zaken"), _("Stand"), found.by_stage),
        _table(_("Signalen per beoordeling"), _("Beoordeling"), found.by_assessment),
        _table(_("Signalen per soort melder"), _("Wie meldde"), found.by_reporter),
    ]
    context = {"found": found, "year": year, "tables": tables, "terms": _terms()}
    return render(request, "monitor/figures.html", context)


def _terms() -> list[Line]:
    """Return each form as the international classification calls it, and whether that was confirmed."""
    return [
        Line(words, said(term.text) if term.confirmed else f"{said(term.text)} ({_('niet bevestigd')})")
        for form, words in VALUE["exploitation"].items()
        for term in [ictip.of_form(form)]
    ]


def _table(caption: str, head: str, rows: Sequence[tuple[str | Text, int]]) -> Table:
    return Table(caption, (head, _("Aantal")), rows, numeric=frozenset({1}))
