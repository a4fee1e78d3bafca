"""What is put right reaches everybody who received it, and they confirm (V26, AVG 19).

Three events in the sender's signal, two in the recipient's own stream. `correction` is the same on both sides.
"""

from dataclasses import dataclass

from baken.core.events.base import Event, event

Ref = str


@event("correction.made")
@dataclass(frozen=True, slots=True)
class CorrectionMade(Event):
    """What one recipient must know was written. Within Baken it arrived at once; otherwise it is a letter to send."""

    correction: str
    referral: str
    partner: str
    why: str
    content: Ref
    delivery: str


@event("correction.sent")
@dataclass(frozen=True, slots=True)
class CorrectionSent(Event):
    """The letter left the organisation, along the channel named."""

    correction: str
    referral: str
    partner: str
    channel: str


@event("correction.confirmed")
@dataclass(frozen=True, slots=True)
class CorrectionConfirmed(Event):
    """The recipient said that it put its own copy right."""

    correction: str
    referral: str
    partner: str
    how: str


@event("notification.corrected")
@dataclass(frozen=True, slots=True)
class NotificationCorrected(Event):
    """A correction arrived at the organisation that had received the hand-over."""

    correction: str
    why: str
    content: Ref


@event("notification.correction_confirmed")
@dataclass(frozen=True, slots=True)
class NotificationCorrectionConfirmed(Event):
    """The organisation that received it said that it put its own copy right."""

    correction: str
