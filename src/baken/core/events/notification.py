"""What happens to a hand-over in the organisation that receives it: its own stream, its own copy."""

from dataclasses import dataclass

from baken.core.events.base import Event, Payload, event, upcaster
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


@event("notification.answered", version=2)
@dataclass(frozen=True, slots=True)
class NotificationAnswered(Event):
    """The receiving organisation told the sender what it does.

    `person` and `check_on` (an ISO day) come from care: a number within the notification, and the next check.
    """

    outcome: str
    note: Ref | None
    person: int | None = None
    check_on: str | None = None


@upcaster("notification.answered", 1)
def _about_all_of_it(payload: Payload) -> Payload:
    """Version 1 answered for the notification as a whole."""
    return {**payload, "person": None, "check_on": None}


@event("notification.registered_by_sender")
@dataclass(frozen=True, slots=True)
class NotificationRegisteredBySender(Event):
    """The sender itself notified CoMensha of this signal, on an ISO day: so that nobody counts twice (MON-07)."""

    on: str


@event("notification.named_later")
@dataclass(frozen=True, slots=True)
class NotificationNamedLater(Event):
    """It came without a name; the sender gave one in `later`, another notification here (CARE-01)."""

    later: str


@event("notification.gives_name")
@dataclass(frozen=True, slots=True)
class NotificationGivesName(Event):
    """It gives the name that `earlier`, another notification here from the same sender, did not hold."""

    earlier: str
