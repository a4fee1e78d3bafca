"""What follows at once when a file changes elsewhere: a part of care that works something out of it says how.

A part that records something runs it in the same transaction, so that nothing is recorded without what follows.
"""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

Follower = Callable[[UUID, datetime], object]
_known: dict[str, Follower] = {}


def add(name: str, follower: Follower) -> None:
    """Have something follow whenever a file changes; it must be able to run again without doing anything."""
    _known[name] = follower


def run(client: UUID, now: datetime) -> None:
    """Let everything follow that this file gives now."""
    for _name, follower in sorted(_known.items()):
        follower(client, now)
