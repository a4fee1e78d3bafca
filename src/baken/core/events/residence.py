"""What is known of a client's right to stay, and the terms that follow from it (RES-01..12).

What is known of the person lies in the vault. A term is a rule of the policy and a date of law: it points to nobody.
"""

from dataclasses import dataclass

from baken.core.events.base import Event, event

Ref = str


@event("residence.noted")
@dataclass(frozen=True, slots=True)
class ResidenceNoted(Event):
    """What is known now, as a whole, and why it was noted: it replaces what was known before, which stays readable.

    `because` is from a closed list; `facts` leads to the position, the moments and the reason in words.
    """

    facts: Ref
    because: str


@event("deadline.set")
@dataclass(frozen=True, slots=True)
class DeadlineSet(Event):
    """A term began to run: it ends on a civil day (ISO), near from `warn_on` on.

    `starts` is a moment of the closed list; empty for a step that has a day.
    """

    deadline: str
    on: str
    warn_on: str
    starts: str


@event("deadline.moved")
@dataclass(frozen=True, slots=True)
class DeadlineMoved(Event):
    """A term that was shown has another date now, or none (`on` is None), because what it follows from changed.

    `into` is the rule that it follows from now: the same one, or another that counts from the same moment.
    """

    deadline: str
    was: str
    into: str | None
    on: str | None
    warn_on: str | None
    starts: str
    because: str


@event("deadline.handled")
@dataclass(frozen=True, slots=True)
class DeadlineHandled(Event):
    """What had to be done by that day was done, in time or too late, or somebody settled why it need not be done.

    Without words it follows from what was noted about the stay.
    """

    deadline: str
    on: str
    how: str
    words: Ref | None


@event("deadline.seen")
@dataclass(frozen=True, slots=True)
class DeadlineSeen(Event):
    """The coordinator read which terms had changed until now."""


@event("direction.advised")
@dataclass(frozen=True, slots=True)
class DirectionAdvised(Event):
    """The process director gave advice on a complex case that was brought in (ROLE-07)."""

    words: Ref
