"""The page of who was reached, per group and layer, and how that is said."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from baken.clock import now
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.teamwork import WORKS
from baken.core.vocabulary.training import SORTS, STATES
from baken.programme.common import policy
from baken.programme.plan import queries
from baken.programme.training import frame, owing, reach
from baken.tenancy import doors
from baken.web.fields import said
from baken.web.parts import Link, Table
from baken.web.templatetags.baken import civil

AWARENESS = "awareness"
"""The layer for which ten minutes in a team meeting are enough."""


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Who was reached and who is due again: the own organisation, then those around it."""
    doors.require(request, frame.READ)
    keeps = frame.may_keep(request)
    today = civil_date(now())
    every = reach.lines(policy.in_force(now()), reach.sessions_kept(), today)
    made = owing.made(queries.in_use(today), today)
    tables = [
        _table(capfirst(said(words)), [one for one in every if one.group.sort == sort], made, keeps)
        for sort, words in SORTS.items()
    ]
    context = {"tables": [one for one in tables if one.rows]}
    return render(request, "programme_training/reach.html", context)


def counted(lines: Sequence[reach.Line]) -> list[str]:
    """Return how many groups stand where, in words: what asks for attention first."""
    found: Counter[str] = Counter(one.stands.state for one in lines)
    return [f"{said(words)}: {found[state]}" for state, words in STATES.items() if found[state]]


def _table(caption: str, lines: Sequence[reach.Line], made: Mapping[str, str], keeps: bool) -> Table:
    headers = [
        _("Groep"),
        _("Wat"),
        _("Stand"),
        _("Laatst"),
        _("Weer uiterlijk"),
        _("Bereikt in deze termijn"),
    ]
    rows = []
    for one in lines:
        row: list[Any] = [
            capfirst(one.group.name),
            capfirst(said(one.name)),
            _state(one),
            one.stands.last,
            one.stands.due,
            reached(one),
        ]
        if keeps:
            row.append(_ways(one, made))
        rows.append(row)
    return Table(caption, [*headers, *([_("Doen")] if keeps else [])], rows)


def _state(line: reach.Line) -> object:
    told = capfirst(said(STATES[line.stands.state]))
    return [told, _("gepland op %(day)s") % {"day": civil(line.coming)}] if line.coming else told


def _ways(line: reach.Line, made: Mapping[str, str]) -> list[Link]:
    ways = [Link(plan_href(line), _("Plannen"))]
    if there := made.get(owing.because(line)):
        return [*ways, Link(there, _("Actie in het programma"))]
    return [*ways, Link(owing.href(line), _("Maak een actie"))] if line.owed else ways


def plan_href(line: reach.Line) -> str:
    """Return where a session for this group is planned."""
    asked = {"groep": line.group.key, **({} if line.about == reach.UPKEEP else {"laag": line.about})}
    return f"{reverse('programme_training:plan')}?{urlencode(asked)}"


def stands(line: reach.Line) -> str:
    """Return where a group stands in one sentence."""
    told = line.stands
    if told.last is None:
        return _("Nog nooit gegeven.")
    if told.due is None:
        return _("Het laatst op %(day)s. Uw beleid noemt geen termijn.") % {"day": civil(told.last)}
    days = {"last": civil(told.last), "due": civil(told.due)}
    if told.state == "late":
        return _("Het laatst op %(last)s. Moest weer uiterlijk op %(due)s.") % days
    return _("Het laatst op %(last)s. Weer uiterlijk op %(due)s.") % days


def reached(line: reach.Line) -> str:
    """Return how many were reached in the term, beside how many there are."""
    number, people = line.stands.reached, line.group.people
    if people is None:
        return _("%(number)s; de groep is niet geteld") % {"number": number}
    if number > people:
        told = {"number": number, "people": people}
        return _("%(number)s keer iemand, van %(people)s: sommigen kwamen vaker") % told
    return _("%(number)s van %(people)s") % {"number": number, "people": people}


def kit_href(line: reach.Line) -> str:
    """Return where ten minutes for a team meeting of this group lie ready, or nothing."""
    if line.about != AWARENESS:
        return ""
    found = next((one.slug for one in WORKS if line.group.key in one.groups), "")
    return reverse("programme_training:kit_for", args=[found]) if found else ""
