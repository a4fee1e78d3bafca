"""When which chore is due: at the start, then every so often, and sooner again when it failed."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from baken.jobs.chores import Chore

FIRST_PAUSE = timedelta(minutes=1)
_DOUBLINGS = 6


@dataclass(slots=True)
class Timetable:
    """Remembers when each chore is next due. It is not kept: after a start everything is due."""

    chores: tuple[Chore, ...]
    _next: dict[str, datetime] = field(default_factory=dict)
    _failures: dict[str, int] = field(default_factory=dict)

    def due(self, now: datetime, *, owner: bool) -> tuple[Chore, ...]:
        """Return what is due, of one role."""
        return tuple(c for c in self.chores if c.owner is owner and self._next.get(c.key, now) <= now)

    def ran(self, chore: Chore, now: datetime, *, well: bool) -> None:
        """Plan the next time: after its pause, or after a short one that doubles while it goes on failing."""
        failures = 0 if well else self._failures.get(chore.key, 0) + 1
        self._failures[chore.key] = failures
        pause = FIRST_PAUSE * 2 ** min(failures - 1, _DOUBLINGS) if failures else chore.every
        self._next[chore.key] = now + min(pause, chore.every)

    def rest(self, now: datetime) -> timedelta:
        """Return how long nothing is due."""
        waits: Iterable[timedelta] = (self._next.get(c.key, now) - now for c in self.chores)
        return max(timedelta(0), min(waits, default=timedelta(minutes=1)))
