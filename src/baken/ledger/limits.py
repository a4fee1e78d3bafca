"""A limit on wrong return codes: one for everybody together, in memory, without addresses.

With ninety bits nobody guesses a code. A right code is looked up first and always opens, so that nobody can lock
reporters out with wrong ones. So the limit saves the server no work: it tells a person who keeps mistyping to wait,
and answers a program that tries codes with 429, which whatever stands before Baken can act on. It never refuses a
report.
"""

from dataclasses import dataclass, field
from threading import Lock


@dataclass(slots=True)
class Bucket:
    """So many tries at once, and so many more each second. The clock is passed in, in seconds."""

    size: float
    per_second: float
    _left: float = field(init=False)
    _at: float | None = field(default=None, init=False)
    _lock: Lock = field(default_factory=Lock, init=False, repr=False)

    def __post_init__(self) -> None:
        """Begin full."""
        self._left = self.size

    def open(self, now: float) -> bool:
        """Whether another try is allowed now."""
        with self._lock:
            self._fill(now)
            return self._left >= 1

    def spend(self, now: float) -> None:
        """Count one wrong try."""
        with self._lock:
            self._fill(now)
            self._left = max(0.0, self._left - 1)

    def _fill(self, now: float) -> None:
        passed = 0.0 if self._at is None else max(0.0, now - self._at)
        self._left = min(self.size, self._left + passed * self.per_second)
        self._at = now if self._at is None else max(self._at, now)


wrong_codes = Bucket(size=60, per_second=2)
