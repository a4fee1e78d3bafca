"""What happens to a signal or a received notification for the sake of the people in it (V24, V25).

`request` names the request that asked for it, or is None where nobody asked.
"""

from dataclasses import dataclass

from baken.core.events.base import Event, event

Ref = str


@event("processing.restricted")
@dataclass(frozen=True, slots=True)
class ProcessingRestricted(Event):
    """From here on the data are only stored: nothing is handed over, tabled or looked up (AVG 18, 21)."""

    request: str | None
    reason: Ref


@event("processing.released")
@dataclass(frozen=True, slots=True)
class ProcessingReleased(Event):
    """The restriction ended; the reason says why it may (AVG 18(2) and (3))."""

    reason: Ref


@event("erasure.granted")
@dataclass(frozen=True, slots=True)
class ErasureGranted(Event):
    """Somebody has the right to be forgotten here: due for destruction now, by the destruction list (AVG 17)."""

    request: str
    reason: Ref


@event("informing.decided")
@dataclass(frozen=True, slots=True)
class InformingDecided(Event):
    """It was decided whether the people concerned are told that they are in a signal (AVG 14, 23; V25).

    `outcome`: inform or not_yet. Where it is put off, `ground` says on what ground and `review_on` (ISO date) when it
    is looked at again.
    """

    outcome: str
    ground: str | None
    review_on: str | None
    reason: Ref


@event("informing.done")
@dataclass(frozen=True, slots=True)
class InformingDone(Event):
    """The people concerned were told."""

    how: str
