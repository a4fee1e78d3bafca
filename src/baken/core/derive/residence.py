"""What is known of a client's stay and which terms run, as the events tell it.

A term that was shown never goes silently: it stands, was handled, or there is a change with a reason.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from types import MappingProxyType
from typing import Literal

from baken.core.events import Event
from baken.core.events import residence as past
from baken.core.vocabulary.moments import civil_date

Standing = Literal["missed", "today", "near", "running"]
Key = tuple[str, date]


@dataclass(frozen=True, slots=True)
class Term:
    """A term as the rules give it: its name in the policy, its last day, from when it is near, and when it was done.

    `handled_on` is the day on which what was noted says that it was done; `starts` the moment from which it runs,
    by which one rule takes the place of another; empty for a step, whose place nothing takes.
    """

    id: str
    on: date
    warn_on: date
    handled_on: date | None = None
    starts: str = ""


@dataclass(frozen=True, slots=True)
class Deadline:
    """A term of this client, on this date. `handled_at` is set once somebody handled it."""

    id: str
    on: date
    warn_on: date
    starts: str
    since: datetime
    handled_at: datetime | None = None
    how: str = ""
    words: str | None = None

    @property
    def key(self) -> Key:
        """The same rule can give a client several dates in the course of years."""
        return self.id, self.on


@dataclass(frozen=True, slots=True)
class Change:
    """A term that changed: what it was, what it is now (None: it does not run any more), and why."""

    id: str
    was: date
    into: str | None
    on: date | None
    because: str
    at: datetime
    reason: str = ""
    seen: bool = False


@dataclass(frozen=True, slots=True)
class Noted:
    """What was known from a moment on; `facts` leads to it in the vault."""

    at: datetime
    facts: str
    because: str


@dataclass(frozen=True, slots=True)
class Advice:
    """What the process director advised; `words` leads to it in the vault."""

    at: datetime
    words: str


@dataclass(frozen=True, slots=True)
class ResidenceState:
    """A client's stay after its events. `deadlines`, by name and date, holds what runs and what was handled."""

    noted: tuple[Noted, ...] = ()
    deadlines: Mapping[Key, Deadline] = field(default_factory=lambda: MappingProxyType({}))
    changes: tuple[Change, ...] = ()
    advice: tuple[Advice, ...] = ()
    closed_on: date | None = None

    @property
    def known(self) -> Noted | None:
        """What is known now."""
        return self.noted[-1] if self.noted else None

    @property
    def open(self) -> tuple[Deadline, ...]:
        """The terms that nobody handled, the first to end on top. Closing a file ends those that were not missed."""
        found = [one for one in self.deadlines.values() if one.handled_at is None and self._runs(one)]
        return tuple(sorted(found, key=lambda one: (one.on, one.id)))

    @property
    def handled(self) -> tuple[Deadline, ...]:
        """The terms that were handled, the last one first."""
        found = [(one.handled_at, one) for one in self.deadlines.values() if one.handled_at is not None]
        return tuple(one for _, one in sorted(found, key=lambda pair: (pair[0], pair[1].id), reverse=True))

    @property
    def unseen(self) -> tuple[Change, ...]:
        """What changed since the coordinator last said to have read it."""
        return tuple(one for one in self.changes if not one.seen)

    def _runs(self, one: Deadline) -> bool:
        return self.closed_on is None or one.on < self.closed_on


def fold(events: Iterable[tuple[Event, datetime]]) -> ResidenceState:
    """Return the stay that these events of a client, oldest first, describe."""
    state = ResidenceState()
    for happened, at in events:
        state = after(state, happened, at)
    return state


def after(state: ResidenceState, event: Event, at: datetime) -> ResidenceState:
    """Return the stay after one more event; what is about other things changes nothing."""
    match event:
        case past.ResidenceNoted():
            return replace(state, noted=(*state.noted, Noted(at, event.facts, event.because)))
        case past.DeadlineSet():
            return _with(state, _running(state, event.deadline, event, at))
        case past.DeadlineMoved():
            return _moved(state, event, at)
        case past.DeadlineHandled():
            known = state.deadlines[event.deadline, _day(event.on)]
            return _with(state, replace(known, handled_at=at, how=event.how, words=event.words))
        case past.DeadlineSeen():
            return replace(state, changes=tuple(replace(one, seen=True) for one in state.changes))
        case past.DirectionAdvised():
            return replace(state, advice=(*state.advice, Advice(at, event.words)))
        case _:
            return _other(state, event, at)


def standing(deadline: Deadline, today: date) -> Standing:
    """Return where an open term stands on a Dutch civil day. Its last day is a day on which it can still be done."""
    if today > deadline.on:
        return "missed"
    if today == deadline.on:
        return "today"
    return "near" if today >= deadline.warn_on else "running"


def _moved(state: ResidenceState, event: past.DeadlineMoved, at: datetime) -> ResidenceState:
    reason = state.noted[-1].facts if state.noted else ""
    was, on = _day(event.was), _day(event.on) if event.on else None
    change = Change(event.deadline, was, event.into, on, event.because, at, reason)
    left = {key: one for key, one in state.deadlines.items() if key != (event.deadline, was)}
    changed = replace(state, deadlines=MappingProxyType(left), changes=(*state.changes, change))
    return changed if event.into is None else _with(changed, _running(changed, event.into, event, at))


def _running(
    state: ResidenceState, name: str, event: past.DeadlineSet | past.DeadlineMoved, at: datetime
) -> Deadline:
    on, warn_on = _day(event.on or ""), _day(event.warn_on or "")
    known = state.deadlines.get((name, on))
    return Deadline(name, on, warn_on, event.starts, known.since if known else at)


def _other(state: ResidenceState, event: Event, at: datetime) -> ResidenceState:
    """Closing a file is not ours to record, but it ends what still runs."""
    if event.type == "client.closed":
        return replace(state, closed_on=civil_date(at))
    if event.type == "client.reopened":
        return replace(state, closed_on=None)
    return state


def _with(state: ResidenceState, one: Deadline) -> ResidenceState:
    return replace(state, deadlines=MappingProxyType({**state.deadlines, one.key: one}))


def _day(written: str) -> date:
    return date.fromisoformat(written)
