"""The first page of training: what to settle, who is to be trained first, what is planned and what was given."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from baken.clock import now
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.training import FORMS
from baken.programme.common import policy
from baken.programme.plan import queries
from baken.programme.plan.models import Edition
from baken.programme.training import frame, lists, owing, reach, reaching, saying, sessions
from baken.programme.training.models import GIVEN, PLANNED, Session
from baken.tenancy import doors
from baken.web.fields import said
from baken.web.parts import Link, Table

FIRST, LAST = 3, 25
"""How many groups to begin with, and how many sessions to look back on."""


@dataclass(frozen=True, slots=True)
class Begin:
    """One group to begin with: in words, where a session is planned, and the action that can be made of it.

    `kit` leads to ten minutes for a team meeting, where there is one for this group.
    """

    title: str
    why: str
    plan: str
    kit: str
    action: str
    fields: dict[str, Any]
    command: UUID


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """What to settle, who was never trained or is due again, what is planned, and what was given."""
    doors.require(request, frame.READ)
    today, bundle, keeps = civil_date(now()), policy.in_force(now()), frame.may_keep(request)
    every = reach.sessions_kept()
    lines = reach.lines(bundle, every, today)
    edition = queries.in_use(today)
    made = owing.made(edition, today)
    owed = [one for one in lines if one.owed and one.coming is None and owing.because(one) not in made]
    called = lists.Names(bundle)
    context = {
        "asks": [_asked(one, called) for one in every if one.state == PLANNED and one.on < today],
        "begin": [_begin(one, edition, today) for one in owed[:FIRST]] if keeps else [],
        "counted": reaching.counted(lines),
        "coming": _coming([one for one in every if one.state == PLANNED and one.on >= today], called),
        "given": _given([one for one in reversed(every) if one.state == GIVEN][:LAST], called),
        "year": _year(every, today),
        "keeps": keeps,
        "no_policy": bundle is None or not bundle.audiences,
    }
    return render(request, "programme_training/overview.html", context)


@dataclass(frozen=True, slots=True)
class Asked:
    """A session whose day passed: what happened to it?"""

    words: str
    given: str
    moved: str
    dropped: str


def _asked(one: Session, called: lists.Names) -> Asked:
    def way(page: str) -> str:
        return reverse(f"programme_training:{page}", args=[one.id])

    return Asked(saying.in_short(one, called), way("given"), way("moved"), way("dropped"))


def _begin(line: reach.Line, edition: Edition | None, today: date) -> Begin:
    asked = owing.beginning(line, edition, today)
    return Begin(
        title=capfirst(f"{line.group.name}: {said(line.name)}"),
        why=reaching.stands(line),
        plan=reaching.plan_href(line),
        kit=reaching.kit_href(line),
        action=owing.href(line),
        fields={**asked, "ready_on": asked["ready_on"].isoformat()},
        command=uuid4(),
    )


def _coming(found: Sequence[Session], called: lists.Names) -> Table:
    return Table(
        _("Gepland"),
        (_("Dag"), _("Training"), _("Voor wie"), _("Samen met")),
        [
            (
                one.on,
                Link(frame.session_href(one), called.title(one)),
                [called.group(part) for part in one.reach],
                ", ".join(one.together),
            )
            for one in found
        ],
        hide_caption=True,
    )


def _given(found: Sequence[Session], called: lists.Names) -> Table:
    return Table(
        _("Gegeven, de laatste eerst"),
        (_("Dag"), _("Training"), _("Vorm"), _("Bereikt")),
        [
            (
                one.on,
                Link(frame.session_href(one), called.title(one)),
                capfirst(frame.named(FORMS, one.form)),
                [f"{called.group(part)}: {part['reached']}" for part in one.reach],
            )
            for one in found
        ],
        hide_caption=True,
    )


def _year(every: Sequence[Session], today: date) -> dict[str, Any]:
    """Return what was done this year: sessions, people and the hours of the own staff."""
    found = [one for one in every if one.state == GIVEN and one.on.year == today.year]
    spent = [told for one in found if (told := sessions.hours(one)) is not None]
    return {
        "year": today.year,
        "times": len(found),
        "people": sum(sessions.people(one.reach) for one in found),
        "hours": saying.hours(sum(spent)) if spent else "",
        "cost": sum(one.cost or 0 for one in found),
    }
