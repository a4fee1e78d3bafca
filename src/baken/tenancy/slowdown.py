"""Wrong tries slow down what they were tried on, never the building they came from.

In memory, per process, without IP addresses: a town hall behind one address is not shut out by one colleague who forgot
a password. Known and unknown addresses are slowed alike. When much goes wrong in total, patience gets shorter.
"""

import hashlib
import hmac
import os
from dataclasses import dataclass, field
from threading import Lock

FREE, FREE_UNDER_PRESSURE = 5, 1
LONGEST = 60.0
FORGET_AFTER = 900.0
PRESSURE = 100
MOST_KEPT = 10_000


def pause(wrong: int, total: int) -> float:
    """How many seconds after the last of so many wrong tries the next is looked at."""
    over = wrong - (FREE_UNDER_PRESSURE if total > PRESSURE else FREE)
    return 0.0 if over < 0 else min(LONGEST, 2.0 ** min(over, 10))


@dataclass(slots=True)
class _Tries:
    wrong: int
    at: float


@dataclass(slots=True)
class Slowdown:
    """Remembers wrong tries. The clock is passed in, in seconds; what is remembered are keyed hashes."""

    _salt: bytes = field(default_factory=lambda: os.urandom(32), repr=False)
    _tries: dict[bytes, _Tries] = field(default_factory=dict, repr=False)
    _lock: Lock = field(default_factory=Lock, repr=False)

    def seconds_left(self, who: str, now: float) -> float:
        """How long this address must wait before a password is looked at; zero when it may be tried now."""
        with self._lock:
            self._forget(now)
            tries = self._tries.get(self._key(who))
            if tries is None:
                return 0.0
            total = sum(one.wrong for one in self._tries.values())
            return max(0.0, tries.at + pause(tries.wrong, total) - now)

    def wrong(self, who: str, now: float) -> None:
        """Note a wrong try."""
        with self._lock:
            tries = self._tries.setdefault(self._key(who), _Tries(0, now))
            tries.wrong, tries.at = tries.wrong + 1, now
            if len(self._tries) > MOST_KEPT:
                del self._tries[next(iter(self._tries))]

    def right(self, who: str) -> None:
        """Forget the wrong tries of somebody who knew the password after all."""
        with self._lock:
            self._tries.pop(self._key(who), None)

    def _forget(self, now: float) -> None:
        for key in [key for key, tries in self._tries.items() if now - tries.at > FORGET_AFTER]:
            del self._tries[key]

    def _key(self, who: str) -> bytes:
        return hmac.digest(self._salt, who.encode(errors="replace"), hashlib.sha256)


vaults = Slowdown()
