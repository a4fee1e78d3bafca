"""What happens to lists of what is to be destroyed. One stream per organisation; items are streams, never content.

`items` holds per stream: signal or notification, the category, the moment at which the term ended (ISO), and the
number of its last event then: what changed since is another thing than what was approved.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from baken.core.events.base import Event, event


@event("destruction.listed")
@dataclass(frozen=True, slots=True)
class DestructionListed(Event):
    """Somebody drew up the list of a month (`month`, like 2026-11): everything whose term had ended then."""

    list: str
    month: str
    items: Mapping[str, tuple[str, ...]]


@event("destruction.withdrawn")
@dataclass(frozen=True, slots=True)
class DestructionWithdrawn(Event):
    """A list was put away before it was approved; nothing was destroyed by it."""

    list: str


@event("destruction.approved")
@dataclass(frozen=True, slots=True)
class DestructionApproved(Event):
    """An archivist approved a list. `dropped`: what is no longer on it and why; `partners`: who had received what is,
    per partner how often. `alone`: nobody else could have approved it.
    """

    list: str
    alone: bool
    dropped: Mapping[str, tuple[str, ...]]
    partners: Mapping[str, tuple[str, ...]]


@event("destruction.carried_out")
@dataclass(frozen=True, slots=True)
class DestructionCarriedOut(Event):
    """What was approved is gone. `counts` holds per category how many, `dropped` what changed after the approval."""

    list: str
    counts: Mapping[str, tuple[str, ...]]
    dropped: Mapping[str, tuple[str, ...]]
    partners: Mapping[str, tuple[str, ...]]
