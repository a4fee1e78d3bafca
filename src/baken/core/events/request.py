"""What happens to a request of somebody concerned (V24). Who asks, and what was typed, lies in its own vault."""

from dataclasses import dataclass

from baken.core.events.base import Event, event

Ref = str


@event("request.received")
@dataclass(frozen=True, slots=True)
class RequestReceived(Event):
    """Somebody asked what is known of them, or that it changes; the month begins on `received_on` (ISO date)."""

    right: str
    received_on: str
    identity: str
    words: Ref


@event("request.identity_established")
@dataclass(frozen=True, slots=True)
class IdentityEstablished(Event):
    """It was established that the person is who they say; how, never a copy of a paper."""

    identity: str


@event("request.extended")
@dataclass(frozen=True, slots=True)
class RequestExtended(Event):
    """The answer comes at most two months later; the person was told why (AVG 12(3))."""

    because: str
    reason: Ref


@event("request.searched")
@dataclass(frozen=True, slots=True)
class RequestSearched(Event):
    """The organisation's records were gone through for this person: how many, and which came up.

    `asked` refers to what was typed, kept here and nowhere else.
    """

    asked: Ref
    looked_through: int
    found: tuple[str, ...]


@event("request.record_weighed")
@dataclass(frozen=True, slots=True)
class RecordWeighed(Event):
    """An officer decided about one record: whether it is this person, what may be given, what is left out and why."""

    record: str
    kind: str
    verdict: str
    give: tuple[str, ...]
    leave_out: tuple[str, ...]
    summary: Ref | None
    note: Ref | None


@event("request.act_done")
@dataclass(frozen=True, slots=True)
class ActDone(Event):
    """What was asked was carried out on one record, or refused with a reason."""

    record: str
    act: str
    reason: Ref


@event("request.letter_made")
@dataclass(frozen=True, slots=True)
class LetterMade(Event):
    """The answer was written as a letter; `tells` says whether it gives anything at all."""

    letter: Ref
    tells: bool


@event("request.answered")
@dataclass(frozen=True, slots=True)
class RequestAnswered(Event):
    """The answer went out."""

    outcome: str
    channel: str
