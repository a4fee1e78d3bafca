"""Where a client stays, which shelter was asked, and the hand-over to another coordinator (CARE-04, 05, 06, 12).

Which municipality, which shelter and what is needed lie in the vault: an event holds closed words and days alone.
"""

from dataclasses import dataclass

from baken.core.events.base import Event, event

Ref = str


@event("stay.noted")
@dataclass(frozen=True, slots=True)
class StayNoted(Event):
    """What is known of where a client stays, is registered and was found. `words` holds the municipalities."""

    stays: str
    registered: str
    because: str
    since: str
    words: Ref


@event("shelter.needed")
@dataclass(frozen=True, slots=True)
class ShelterNeeded(Event):
    """What shelter has to offer: who comes along, how safe, what language. All of it lies in the vault."""

    words: Ref


@event("shelter.requested")
@dataclass(frozen=True, slots=True)
class ShelterRequested(Event):
    """A place was asked. `not_local` says why not nearby (CARE-05); `words` holds whom, and where one waits.

    `named`: somebody can be recognised by what was asked; whether there is a place at all can be asked without.
    """

    request: str
    kind: str
    on: str
    named: bool
    not_local: str | None
    words: Ref


@event("shelter.answered")
@dataclass(frozen=True, slots=True)
class ShelterAnswered(Event):
    """The shelter answered a request."""

    request: str
    outcome: str
    on: str
    words: Ref | None


@event("shelter.moved")
@dataclass(frozen=True, slots=True)
class ShelterMoved(Event):
    """The client moved. Only the vault knows to which place and address."""

    to: str
    because: str
    on: str
    request: str | None
    words: Ref | None


@event("client.transferred")
@dataclass(frozen=True, slots=True)
class ClientTransferred(Event):
    """A chosen minimum was handed to another region's coordinator, with purpose, ground and basis.

    `basis` is the consent of the client, or a weighing; `reason` why it goes there. `recipient` is the stream in the
    receiving organisation where it is in Baken; None where a document is sent.
    """

    transfer: str
    purpose: str
    ground: str
    basis: str
    reason: Ref
    pieces: tuple[str, ...]
    content: Ref
    delivery: str
    recipient: str | None


@event("transfer.sent")
@dataclass(frozen=True, slots=True)
class TransferSent(Event):
    """The document left, along the channel named."""

    transfer: str
    channel: str
    on: str


@event("transfer.withdrawn")
@dataclass(frozen=True, slots=True)
class TransferWithdrawn(Event):
    """A document that never left is not going to: why, in words."""

    transfer: str
    reason: Ref


@event("transfer.answered")
@dataclass(frozen=True, slots=True)
class TransferAnswered(Event):
    """The other coordinator told whether it takes over."""

    transfer: str
    outcome: str
    note: Ref | None
