"""A data leak as its events tell it, and the 72 hours in which the authority must be told (V30, AVG 33)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from baken.core.events import Event
from baken.core.events import incident as past
from baken.core.vocabulary.moments import Duration, add

TERM = Duration(72, "hours")
Clock = Literal["running", "late", "told", "told_late", "not_needed"]


@dataclass(frozen=True, slots=True)
class IncidentState:
    """A leak after its events."""

    exists: bool = False
    what: str = ""
    where: str = "own"
    ongoing: str = "unknown"
    discovered_at: datetime | None = None
    reported_at: datetime | None = None
    words: str = ""
    signals: tuple[str, ...] = ()
    notifications: tuple[str, ...] = ()
    clients: tuple[str, ...] = ()
    listed: bool = False
    risk: str = ""
    authority: str = ""
    people: str = ""
    reason: str | None = None
    authority_told_at: datetime | None = None
    authority_words: str | None = None
    people_told_at: datetime | None = None
    measures: tuple[tuple[datetime, str], ...] = ()
    closed_at: datetime | None = None
    closing: str | None = None

    @property
    def tell_by(self) -> datetime | None:
        """Until when the authority may wait: 72 real hours after the leak was discovered."""
        return None if self.discovered_at is None else add(self.discovered_at, TERM)

    @property
    def open_work(self) -> tuple[str, ...]:
        """What is still to be done before it can be closed, in that order."""
        found = []
        if not self.risk:
            found.append("weigh")
        if self.authority == "tell" and self.authority_told_at is None:
            found.append("authority")
        if not self.listed:
            found.append("concerned")
        if self.people in ("tell", "later") and self.people_told_at is None:
            found.append("people")
        if not self.measures:
            found.append("measure")
        return tuple(found)


def fold(events: Iterable[tuple[Event, datetime]]) -> IncidentState:
    """Return the leak that these events, oldest first, describe."""
    state = IncidentState()
    for happened, at in events:
        state = after(state, happened, at)
    return state


def after(state: IncidentState, event: Event, at: datetime) -> IncidentState:
    """Return the leak after one more event."""
    match event:
        case past.IncidentReported():
            return replace(
                state,
                exists=True,
                what=event.what,
                where=event.where,
                ongoing=event.ongoing,
                discovered_at=datetime.fromisoformat(event.discovered_at),
                reported_at=at,
                words=event.words,
            )
        case past.IncidentConcerned():
            return replace(
                state,
                signals=event.signals,
                notifications=event.notifications,
                clients=event.clients,
                listed=True,
            )
        case past.IncidentWeighed():
            return replace(
                state,
                risk=event.risk,
                authority=event.authority,
                people=event.people,
                reason=event.reason,
            )
        case past.IncidentTold(whom="authority"):
            return replace(
                state, authority_told_at=datetime.fromisoformat(event.at), authority_words=event.words
            )
        case past.IncidentTold():
            return replace(state, people_told_at=datetime.fromisoformat(event.at))
        case past.IncidentMeasureTaken():
            return replace(state, measures=(*state.measures, (at, event.words)))
        case past.IncidentClosed():
            return replace(state, closed_at=at, closing=event.words)
        case _:
            return state


def clock(state: IncidentState, now: datetime) -> Clock:
    """Return where the 72 hours stand. Nothing but telling the authority, or deciding not to, stops them."""
    until = state.tell_by
    if state.authority_told_at is not None:
        return "told" if until is None or state.authority_told_at <= until else "told_late"
    if state.authority == "not_needed":
        return "not_needed"
    return "late" if until is not None and now > until else "running"


def left(state: IncidentState, now: datetime) -> timedelta:
    """Return how long there is until the last moment; negative once it has passed."""
    until = state.tell_by
    return timedelta(0) if until is None else until - now
