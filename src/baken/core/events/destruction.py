"""What happens to a list of what is to be destroyed, in a stream of its own. Items are streams, never content.

`items` holds per stream: signal or notification, the category, the moment at which its term ended, and that at which
something was last added (ISO): what changed since is another thing than what was approved.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from baken.core.events.base import Event, event


@event("destruction.listed")
@dataclass(frozen=True, slots=True)
class DestructionListed(Event):
    """Somebody drew up the list of a month (`month`, like 2026-11): everything whose term had ended then."""

    month: str
    items: Mapping[str, tuple[str, ...]]


@event("destruction.withdrawn")
@dataclass(frozen=True, slots=True)
class DestructionWithdrawn(Event):
    """A list was put away before it was approved; nothing was destroyed by it."""


@event("destruction.approved")
@dataclass(frozen=True, slots=True)
class DestructionApproved(Event):
    """An archivist approved a list. `dropped`: what is no longer on it and why; `partners`: who had received what is,
    per partner how often. `alone`: nobody else could have approved it.
    """

    alone: bool
    dropped: Mapping[str, tuple[str, ...]]
    partners: Mapping[str, tuple[str, ...]]


@event("destruction.carried_out")
@dataclass(frozen=True, slots=True)
class DestructionCarriedOut(Event):
    """What was approved is gone. `counts` holds per category how many, `dropped` what changed after the approval."""

    counts: Mapping[str, tuple[str, ...]]
    dropped: Mapping[str, tuple[str, ...]]
    partners: Mapping[str, tuple[str, ...]]
