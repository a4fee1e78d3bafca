"""What happens to a hand-over in the organisation that receives it: its own stream, its own copy."""

from dataclasses import dataclass

from baken.core.events.base import Event, event
from baken.core.events.signal import Ref


@event("notification.received")
@dataclass(frozen=True, slots=True)
class NotificationReceived(Event):
    """A snapshot arrived from another organisation. It holds no reporter and no identifier of the sender's stream."""

    sender: str
    sender_name: str
    referral: str
    purpose: str
    ground: str
    named: bool
    content: Ref
    answer_asked: bool


@event("notification.answered")
@dataclass(frozen=True, slots=True)
class NotificationAnswered(Event):
    """The receiving organisation told the sender what it does."""

    outcome: str
    note: Ref | None
