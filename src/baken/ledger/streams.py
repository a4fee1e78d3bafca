"""The plain values that go in and come out of the ledger's two doors, and what they may refuse with."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from baken.core.events import Event


class LedgerError(Exception):
    """The ledger refused. The message holds identifiers and closed words only."""


class Conflict(LedgerError):
    """Someone else wrote to the stream first: load again, decide again."""


class ClaimTaken(LedgerError):
    """What may exist once in the organisation exists already; `claim` tells which."""

    def __init__(self, claim: "Claim") -> None:
        super().__init__(f"a claim of kind {claim.kind} is already taken")
        self.claim = claim


@dataclass(frozen=True, slots=True, order=True)
class Claim:
    """Something that may exist once in an organisation. `key` is never personal data."""

    kind: str
    key: str


@dataclass(frozen=True, slots=True)
class NewEvent:
    """An event about to be recorded, with its own moment where that is not the moment of recording."""

    event: Event
    occurred_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Stored:
    """An event as the ledger keeps it, read in its current version."""

    id: UUID
    stream: UUID
    number: int
    type: str
    version: int
    occurred_at: datetime
    recorded_at: datetime
    actor: UUID | None
    on_behalf_of: UUID | None
    bundle: str
    command: UUID
    event: Event


@dataclass(frozen=True, slots=True)
class Stream:
    """A stream with its events, oldest first. An unknown stream has number 0; a destroyed one has no events
    left.

    `bundle` is the policy it follows: that of the day it began, until it was moved to another with a reason; empty
    where there is none. What was done before that stands under the bundle of its own event.
    """

    id: UUID
    kind: str
    number: int
    events: tuple[Stored, ...]
    bundle: str
    destroyed: bool = False

    @property
    def exists(self) -> bool:
        """Whether there is anything to read."""
        return bool(self.events)

    @property
    def happened(self) -> tuple[tuple[Event, datetime], ...]:
        """Every event with the moment it occurred, as `derive.signal.fold` wants them."""
        return tuple((stored.event, stored.occurred_at) for stored in self.events)


@dataclass(frozen=True, slots=True)
class Appended:
    """Where a command ended up: its stream and last number. `repeated`: it had been done before, nothing was
    written.
    """

    stream: UUID
    number: int
    repeated: bool = False


def new_stream() -> UUID:
    """Return the identifier of a stream that does not exist yet; it tells neither time nor order."""
    return uuid4()
