"""What meetings have on their calendar, and what somebody must know without asking."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from baken.clock import now
from baken.core.vocabulary.moments import civil_date
from baken.programme.common import rhythm
from baken.programme.common.planned import Planned
from baken.programme.meetings import owing
from baken.programme.meetings.models import Meeting
from baken.programme.meetings.words import ACTIONS, PAGE
from baken.tenancy import kept
from baken.tenancy.actors import Actor
from baken.web.fields import said
from baken.web.notices import Line

WARN = timedelta(days=45)
"""chosen: how long before a turn ends one is reminded that its meeting was not planned."""


def planned(first: date, last: date, today: date) -> Iterator[Planned]:
    """Return the meetings, those still to be planned, and the actions of minutes that fall in these days."""
    for one in (*_meetings(today), *_owed(first, last, today), *_actions(today)):
        if one.first <= last and one.last >= first:
            yield one


def _meetings(today: date) -> Iterator[Planned]:
    for one in kept.kept(Meeting):
        state = owing.meeting_state(one, today)
        yield Planned(
            "meeting",
            one.name,
            one.on,
            one.on,
            state,
            owner=one.owner,
            proved=one.minuted_on is not None if state == "done" else None,
            href=reverse(PAGE, args=[one.id]),
        )


def _owed(first: date, last: date, today: date) -> Iterator[Planned]:
    elements = owing.rhythms(now())
    for year in rhythm.years(first, last, today):
        for one in owing.owed(year, today, elements):
            if one.meeting is None:
                words = _("%(meeting)s plannen, keer %(number)s van %(times)s in %(year)s") % {
                    "meeting": said(one.element.name),
                    "number": one.turn.number,
                    "times": owing.times(one.element),
                    "year": year,
                }
                href = f"{reverse('programme_meetings:plan')}?overleg={one.element.id}"
                yield Planned("meeting", words, one.turn.first, one.turn.last, one.state, href=href)


def _actions(today: date) -> Iterator[Planned]:
    for one in owing.followed_here():
        if one.due is not None:
            yield Planned(
                "meeting_action",
                one.words,
                one.due,
                one.due,
                owing.action_state(one, today),
                owner=one.owner,
                href=reverse(ACTIONS),
            )


def notes(actor: Actor, at: datetime) -> Iterator[Line]:
    """Return what must be known now: a meeting that is owed and not planned, and actions that are late."""
    today = civil_date(at)
    for one in owing.owed(today.year, today, owing.rhythms(at)):
        if one.meeting is None and one.turn.first <= today and one.turn.last - today <= WARN:
            words = _("%(meeting)s is nog niet gepland.") % {"meeting": said(one.element.name)}
            yield Line(words, f"{reverse('programme_meetings:plan')}?overleg={one.element.id}")
    late = sum(owing.action_state(one, today) == "late" for one in owing.followed_here())
    if late:
        words = ngettext(
            "%(number)s actie uit een verslag is te laat.",
            "%(number)s acties uit verslagen zijn te laat.",
            late,
        ) % {"number": late}
        yield Line(words, reverse(ACTIONS))
