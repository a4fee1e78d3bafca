"""What happens with a data leak, from its discovery to its closing (V30). Words lie in its own vault."""

from dataclasses import dataclass

from baken.core.events.base import Event, Payload, event, upcaster

Ref = str


@event("incident.reported")
@dataclass(frozen=True, slots=True)
class IncidentReported(Event):
    """Somebody on the staff told of a leak. `discovered_at` is an ISO moment: the 72 hours begin there."""

    what: str
    where: str
    discovered_at: str
    ongoing: str
    words: Ref


@event("incident.concerned", version=2)
@dataclass(frozen=True, slots=True)
class IncidentConcerned(Event):
    """Whom it concerns: the people in these signals, notifications received and client files.

    A later list replaces an earlier one.
    """

    signals: tuple[str, ...]
    notifications: tuple[str, ...] = ()
    clients: tuple[str, ...] = ()


@upcaster("incident.concerned", 1)
def _signals_alone(payload: Payload) -> Payload:
    """Version 1 knew signals, and no other records about people."""
    return {**payload, "notifications": [], "clients": []}


@event("incident.weighed")
@dataclass(frozen=True, slots=True)
class IncidentWeighed(Event):
    """It was decided whether the authority and the people concerned are told, and why (AVG 33, 34)."""

    risk: str
    authority: str
    people: str
    reason: Ref


@event("incident.told")
@dataclass(frozen=True, slots=True)
class IncidentTold(Event):
    """The authority or the people concerned were told. `whom`: authority or people; `at` is an ISO moment."""

    whom: str
    at: str
    words: Ref | None


@event("incident.measure_taken")
@dataclass(frozen=True, slots=True)
class IncidentMeasureTaken(Event):
    """Something was done to stop it, to repair it, or to prevent another."""

    words: Ref


@event("incident.closed")
@dataclass(frozen=True, slots=True)
class IncidentClosed(Event):
    """Everything was done; what was learned is in the words."""

    words: Ref
