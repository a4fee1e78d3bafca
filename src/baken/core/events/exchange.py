"""What went from a client file to another organisation as a record of a standard, and what came in as one."""

from dataclasses import dataclass

from baken.core.events.base import Event, event

Ref = str


@event("record.given")
@dataclass(frozen=True, slots=True)
class RecordGiven(Event):
    """A record went to one recipient: on consent or a weighing, which fields, in which form. Its purpose in words."""

    recipient: str
    ground: str
    fields: tuple[str, ...]
    form: str
    words: Ref


@event("record.received")
@dataclass(frozen=True, slots=True)
class RecordReceived(Event):
    """The file began with a record from elsewhere: which fields it had. The record itself and its sender in words."""

    fields: tuple[str, ...]
    words: Ref
