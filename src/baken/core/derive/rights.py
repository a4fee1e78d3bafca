"""A request of somebody concerned as its events tell it, and the month in which it must be answered (AVG 12(3))."""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from types import MappingProxyType
from typing import Literal

from baken.core.events import Event
from baken.core.events import request as past
from baken.core.vocabulary.moments import AMSTERDAM, civil_date, is_working_day

MONTHS, EXTENDED_MONTHS = 1, 3
Clock = Literal["running", "late", "answered"]


@dataclass(frozen=True, slots=True)
class Weighed:
    """What was decided about one record."""

    record: str
    kind: str
    verdict: str
    give: tuple[str, ...]
    leave_out: tuple[str, ...]
    summary: str | None
    note: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Search:
    """One time that the records were gone through."""

    asked: str
    looked_through: int
    found: tuple[str, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class Act:
    """What was done for this request on one record, or refused."""

    record: str
    act: str
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class RequestState:
    """A request after its events."""

    exists: bool = False
    right: str = ""
    received_on: date = date.min
    identity: str = "not_yet"
    words: str = ""
    extended: bool = False
    searches: tuple[Search, ...] = ()
    weighed: Mapping[str, Weighed] = field(default_factory=lambda: MappingProxyType({}))
    acts: tuple[Act, ...] = ()
    letter: str | None = None
    tells: bool = False
    answered_at: datetime | None = None
    outcome: str = ""
    channel: str = ""

    @property
    def found(self) -> tuple[str, ...]:
        """The records that came up, each once, in the order in which they did."""
        return tuple(dict.fromkeys(one for search in self.searches for one in search.found))

    @property
    def open(self) -> tuple[str, ...]:
        """The records about which nothing was decided yet."""
        return tuple(one for one in self.found if one not in self.weighed)

    @property
    def of_the_person(self) -> tuple[Weighed, ...]:
        """The records that are about the person who asks."""
        return tuple(
            self.weighed[one]
            for one in self.found
            if one in self.weighed and self.weighed[one].verdict == "person"
        )

    @property
    def to_do(self) -> tuple[Weighed, ...]:
        """The records on which what was asked is still to be carried out or refused."""
        if self.right == "access":
            return ()
        done = {act.record for act in self.acts}
        return tuple(one for one in self.of_the_person if one.record not in done)

    @property
    def answer_by(self) -> datetime:
        """Until when the answer may wait."""
        return answer_by(self.received_on, extended=self.extended)


def fold(events: Iterable[tuple[Event, datetime]]) -> RequestState:
    """Return the request that these events, oldest first, describe."""
    state = RequestState()
    for happened, at in events:
        state = after(state, happened, at)
    return state


def after(state: RequestState, event: Event, at: datetime) -> RequestState:
    """Return the request after one more event."""
    match event:
        case past.RequestReceived():
            return replace(
                state,
                exists=True,
                right=event.right,
                received_on=date.fromisoformat(event.received_on),
                identity=event.identity,
                words=event.words,
            )
        case past.IdentityEstablished():
            return replace(state, identity=event.identity)
        case past.RequestExtended():
            return replace(state, extended=True)
        case past.RequestSearched():
            search = Search(event.asked, event.looked_through, event.found, at)
            return replace(state, searches=(*state.searches, search))
        case past.RecordWeighed():
            weighed = Weighed(
                event.record,
                event.kind,
                event.verdict,
                event.give,
                event.leave_out,
                event.summary,
                event.note,
                at,
            )
            # A letter that was written before says something else now: it is written again.
            return replace(state, weighed={**state.weighed, event.record: weighed}, letter=None)
        case past.ActDone():
            act = Act(event.record, event.act, event.reason, at)
            return replace(state, acts=(*state.acts, act), letter=None)
        case past.LetterMade():
            return replace(state, letter=event.letter, tells=event.tells)
        case past.RequestAnswered():
            return replace(state, answered_at=at, outcome=event.outcome, channel=event.channel)
        case _:
            return state


def answer_by(received_on: date, *, extended: bool) -> datetime:
    """Return the last moment for an answer: the same day one month on, or three where it was extended.

    A term in months ends with that day; where it is no working day, with the next one (Regulation 1182/71, article 3).
    """
    day = months_later(received_on, EXTENDED_MONTHS if extended else MONTHS)
    while not is_working_day(day):
        day += timedelta(days=1)
    return datetime.combine(day, time(23, 59, 59), AMSTERDAM)


def months_later(day: date, months: int) -> date:
    """Return the same day so many months on; where that month is shorter, its last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def clock(state: RequestState, now: datetime) -> Clock:
    """Return whether the month runs, has passed, or no longer matters."""
    if state.answered_at is not None:
        return "answered"
    return "late" if now > state.answer_by else "running"


def days_left(state: RequestState, now: datetime) -> int:
    """Return how many days there are until the last one; below zero once it has passed."""
    return (civil_date(state.answer_by) - civil_date(now)).days
