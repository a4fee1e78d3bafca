"""Agenda and minutes on paper, as tagged PDFs. They name posts and organisations, and nobody."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.text import Text
from baken.programme.meetings import owing
from baken.programme.meetings.models import AgendaItem, Meeting
from baken.programme.meetings.words import STATES
from baken.tenancy import kept
from baken.tenancy.models import Organisation
from baken.tenancy.scope import current
from baken.web import printing
from baken.web.fields import said
from baken.web.parts import Line
from baken.web.templatetags.baken import civil

TEMPLATE = Path(__file__).parent / "typst" / "meeting.typ"
Part = Mapping[str, Any]
WIDTHS = {2: [0, 1], 4: [0, 3, 3, 0], 5: [0, 3, 2, 0, 0]}
"""How wide the columns are, beside each other; 0: as wide as what stands in it."""


def agenda(meeting: Meeting, lines: Iterable[Line], now: datetime) -> HttpResponse:
    """Return the agenda of a meeting."""
    items = kept.kept(AgendaItem).filter(meeting_id=meeting.id).order_by("place", "changed_at", "id")
    rows = [
        [str(number), one.words, one.source, str(one.minutes or "")]
        for number, one in enumerate(items, start=1)
    ]
    part = _part(
        _("Agenda"),
        _("Er staat nog niets op de agenda."),
        [_("Nr."), _("Onderwerp"), _("Waarom"), _("Minuten")],
        rows,
    )
    return _made(_("Agenda: %(meeting)s") % {"meeting": meeting.name}, "agenda", meeting, lines, [part], now)


def minutes(meeting: Meeting, lines: Iterable[Line], now: datetime) -> HttpResponse:
    """Return the minutes of a meeting: decisions, and actions by owner and day."""
    today, found = civil_date(now), owing.lines_of(meeting)
    decisions = [one for one in found if one.sort == "decision"]
    actions = [one for one in found if one.sort == "action"]
    parts = [
        _part(
            _("Besluiten"),
            _("Er zijn geen besluiten vastgelegd."),
            [_("Nr."), _("Besluit")],
            [[str(number), one.words] for number, one in enumerate(decisions, start=1)],
        ),
        _part(
            _("Acties"),
            _("Er zijn geen acties vastgelegd."),
            [_("Nr."), _("Actie"), _("Wie"), _("Uiterlijk"), _("Stand")],
            [
                [
                    str(number),
                    one.words,
                    one.owner,
                    civil(one.due),
                    capfirst(str(STATES[owing.action_state(one, today)])),
                ]
                for number, one in enumerate(actions, start=1)
            ],
        ),
    ]
    title = _("Verslag: %(meeting)s") if meeting.minuted_on else _("Concept-verslag: %(meeting)s")
    return _made(title % {"meeting": meeting.name}, "verslag", meeting, lines, parts, now)


def _part(title: str, none: str, headers: Sequence[str], rows: Sequence[Sequence[str]]) -> Part:
    rows = [list(row) for row in rows]
    return {
        "title": title,
        "none": none,
        "headers": list(headers),
        "rows": rows,
        "widths": WIDTHS[len(headers)],
    }


def _made(
    title: str, name: str, meeting: Meeting, lines: Iterable[Line], parts: list[Part], now: datetime
) -> HttpResponse:
    language = (get_language() or "nl")[:2]
    made = printing.make(
        TEMPLATE,
        {
            "title": title,
            "sender": Organisation.objects.get(pk=current()).name,
            "lang": language,
            "notice": printing.FICTIONAL.in_(language) if settings.BAKEN_DEMO else "",
            "footer": _("Gemaakt op %(day)s") % {"day": civil(civil_date(now))},
            "facts": [{"name": _words(one.term), "value": _words(one.value)} for one in lines],
            "parts": parts,
        },
    )
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{name}-{meeting.on}-{language}.pdf"'
    return answer


def _words(value: object) -> str:
    if isinstance(value, Text):
        return said(value)
    if isinstance(value, list):
        return ", ".join(map(_words, value))
    return value if isinstance(value, str) else civil(value)  # type: ignore[arg-type]
