"""What happens to a stream for the sake of how long it is kept (V21)."""

from dataclasses import dataclass

from baken.core.events.base import Event, event

Ref = str


@event("retention.held")
@dataclass(frozen=True, slots=True)
class RetentionHeld(Event):
    """Destruction waits until the end of a day (`until`, ISO date), for a reason. It ends by itself on that day."""

    hold: str
    until: str
    reason: Ref


@event("retention.hold_ended")
@dataclass(frozen=True, slots=True)
class RetentionHoldEnded(Event):
    """A hold ended before its day, for a reason."""

    hold: str
    reason: Ref


@event("record.erased")
@dataclass(frozen=True, slots=True)
class RecordErased(Event):
    """One record of the vault is gone because its own term ended; the rest of the stream stays.

    `record` is the identifier of that record, `what` a word from a closed list. Only the owner's role writes this.
    """

    record: str
    what: str
