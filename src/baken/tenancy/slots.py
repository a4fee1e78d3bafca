"""How many costly hashes may be computed at once, so that many log-ins together do not fill the memory.

Nor may they fill the web server: a web process has four threads, and one is always left for somebody who reports.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

_WAIT = 2.0
_slots = BoundedSemaphore(2)  # 64 MiB each
_room = BoundedSemaphore(3)  # those who compute, and those who wait


class TooBusy(RuntimeError):
    """No slot came free in time; nothing was computed."""


@contextmanager
def argon2_slot() -> Iterator[None]:
    """Hold one of the few slots in this process; wait a moment where all are taken. Raises `TooBusy`."""
    if not _room.acquire(blocking=False):
        raise TooBusy("too many passwords are being checked at once")
    try:
        if not _slots.acquire(timeout=_WAIT):
            raise TooBusy("too many passwords are being checked at once")
        try:
            yield
        finally:
            _slots.release()
    finally:
        _room.release()
