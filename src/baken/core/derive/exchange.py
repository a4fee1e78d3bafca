"""What a client file gave and received as records of a standard, as its events tell it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from baken.core.events import Event
from baken.core.events import exchange as past


@dataclass(frozen=True, slots=True)
class Given:
    """A record that went to one recipient."""

    at: datetime
    recipient: str
    ground: str
    fields: tuple[str, ...]
    form: str
    words: str


@dataclass(frozen=True, slots=True)
class Received:
    """The record that the file began with."""

    at: datetime
    fields: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class ExchangeState:
    """What went out, oldest first, and what came in."""

    given: tuple[Given, ...] = ()
    received: Received | None = None


def fold(events: Iterable[tuple[Event, datetime]]) -> ExchangeState:
    """Return what these events, oldest first, say of exchange; other events change nothing here."""
    state = ExchangeState()
    for happened, at in events:
        match happened:
            case past.RecordGiven():
                given = Given(
                    at, happened.recipient, happened.ground, happened.fields, happened.form, happened.words
                )
                state = replace(state, given=(*state.given, given))
            case past.RecordReceived():
                state = replace(state, received=Received(at, happened.fields, happened.words))
    return state
