"""The agenda of a meeting: proposed from what is late, due and open; the adviser ticks what comes on it."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid5

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from baken.clock import now
from baken.core.decide.refusal import Refused
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.text import Text
from baken.programme.common import nameless, planned
from baken.programme.meetings import forms, owing, words
from baken.programme.meetings.models import AgendaItem, Meeting
from baken.programme.meetings.words import KEEP, PAGE, STATES
from baken.tenancy import doors, kept
from baken.web.acting import asks
from baken.web.choices import Choice
from baken.web.deciding import Given, decision
from baken.web.parts import Link
from baken.web.templatetags.baken import civil

Item = AgendaItem
BACK, AHEAD = timedelta(days=730), timedelta(days=92)
OWN = ("meeting", "meeting_action")
MOST = 60
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Proposed:
    """Something open that could come on the agenda, and why. `key` stays the same as long as its words do."""

    words: str
    why: str

    @property
    def key(self) -> str:
        """A short name to tick."""
        return hashlib.sha256(self.words.encode()).hexdigest()[:16]


def items_of(meeting: Meeting) -> list[AgendaItem]:
    """Return the agenda of a meeting, in its order."""
    return list(kept.kept(AgendaItem).filter(meeting_id=meeting.id).order_by("place", "changed_at", "id"))


def proposals(meeting: Meeting, today: date) -> list[Proposed]:
    """Return what is open and not on this agenda: actions of earlier minutes, then what is late or due anywhere."""
    there = {one.words for one in items_of(meeting)}
    found: dict[str, Proposed] = {}
    for one in (*_earlier(today), *_planned(meeting, today)):
        if one.words not in there:
            found.setdefault(one.words, one)
    return list(found.values())[:MOST]


def _earlier(today: date) -> Iterator[Proposed]:
    for one in owing.followed_here():
        if one.done_on is None and one.due is not None:
            state = str(STATES[owing.action_state(one, today)])
            yield Proposed(
                _short(one.words),
                _("actie uit een verslag, %(owner)s, uiterlijk %(day)s, %(state)s")
                % {"owner": one.owner, "day": civil(one.due), "state": state},
            )


def _planned(meeting: Meeting, today: date) -> Iterator[Proposed]:
    until = max(today, meeting.on) + AHEAD
    rows = [one for one in planned.between(today - BACK, until, today) if one.kind not in OWN]
    for one in sorted(rows, key=lambda one: (one.state != "late", one.last)):
        if one.state not in ("late", "due"):
            continue
        when = _("uiterlijk %(day)s") % {"day": civil(one.last)}
        yield Proposed(
            _short(one.words),
            ", ".join(filter(None, [one.owner, when, str(STATES[one.state]) if one.state == "late" else ""])),
        )


def _short(text: str) -> str:
    return Truncator(text).chars(_LONGEST)


@asks
def tick(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """Choose what of all that is open comes on the agenda."""
    doors.require(request, KEEP)
    found = kept.one(Meeting, meeting)
    there = proposals(found, civil_date(now()))
    asked = words.words(
        _("Agenda maken uit wat open staat"),
        _("Dit is te laat, nu aan de beurt, of staat nog open uit een verslag. Kies wat u bespreekt."),
        _("Op de agenda zetten"),
        _("De agenda is aangevuld."),
        back=PAGE,
        args=(found.id,),
    )

    def first() -> None:
        check_going(found)
        if not there:
            raise Refused(
                Text("Er staat niets open.", "Nothing is open."),
                Text("Niets is te laat of nu aan de beurt.", "Nothing is late or due."),
                Text("Zet zelf iets op de agenda.", "Put something on the agenda yourself."),
            )

    def form(*args: Any, **options: Any) -> forms.TickForm:
        choices = [(one.key, Choice(one.words, hint=one.why)) for one in there]
        return forms.TickForm(*args, proposals=choices, **options)

    def act(form: Any, given: Given) -> str:
        check_going(found)
        place = next_place(found)
        chosen = [one for one in there if one.key in form.cleaned_data["items"]]
        for number, one in enumerate(chosen):
            told = {
                "meeting_id": found.id,
                "place": place + number,
                "words": one.words,
                "source": _short(one.why),
            }
            command = uuid5(given["command_id"], one.key)
            kept.add(AgendaItem, told, actor=given["actor"], now=given["now"], command_id=command)
        return reverse(PAGE, args=[found.id])

    return decision(request, asked, form=form, act=act, first=first)


def next_place(meeting: Meeting) -> int:
    """Return the place after the last one."""
    return max((one.place for one in items_of(meeting)), default=0) + 1


def check_going(meeting: Meeting) -> None:
    """Refuse where a meeting was called off, or its minutes were laid down."""
    if meeting.dropped_on is not None:
        raise words.dropped()
    if meeting.minuted_on is not None:
        raise words.laid_down()


@asks
def add_item(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """Put something of one's own on the agenda."""
    doors.require(request, KEEP)
    found = kept.one(Meeting, meeting)

    def act(form: Any, given: Given) -> str:
        check_going(found)
        kept.add(AgendaItem, {**_told(form), "meeting_id": found.id}, **given)
        return reverse(PAGE, args=[found.id])

    asked = _words(found, _("Onderwerp op de agenda"))
    initial = {"place": next_place(found)}
    return decision(
        request, asked, form=forms.ItemForm, act=act, initial=initial, first=lambda: check_going(found)
    )


@asks
def item(request: HttpRequest, line: UUID) -> HttpResponse:
    """Change an item, move it, or take it off."""
    doors.require(request, KEEP)
    there = kept.one(AgendaItem, line)
    found = kept.one(Meeting, there.meeting_id)
    link = Link(
        reverse("programme_meetings:withdraw", args=["onderwerp", there.id]), _("Van de agenda halen")
    )
    asked = _words(
        found,
        _("Onderwerp wijzigen"),
        template="programme_meetings/change.html",
        context={"withdraw": link},
    )

    def act(form: Any, given: Given) -> str:
        check_going(found)
        looked_at = form.cleaned_data["looked_at"] or 0
        kept.change(there, _told(form), looked_at, actor=given["actor"], now=given["now"])
        return reverse(PAGE, args=[found.id])

    initial = {
        "words": there.words,
        "place": there.place,
        "minutes": there.minutes,
        "looked_at": there.number,
    }
    return decision(
        request, asked, form=forms.ItemForm, act=act, initial=initial, first=lambda: check_going(found)
    )


def _told(form: Any) -> dict[str, Any]:
    nameless.about_no_case(words=form.cleaned_data["words"])
    return {name: form.cleaned_data[name] for name in ("words", "place", "minutes")}


def _words(found: Meeting, title: str, **more: Any) -> Any:
    return words.words(
        title, "", _("Opslaan"), _("De agenda is bijgewerkt."), back=PAGE, args=(found.id,), **more
    )
