"""How many costly hashes may be computed at once, so that many log-ins together do not fill the memory."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from django.conf import settings

_WAIT = 30.0
_slots = BoundedSemaphore(getattr(settings, "BAKEN_ARGON2_SLOTS", 2))


class TooBusy(RuntimeError):
    """No slot came free in time; nothing was computed."""


@contextmanager
def argon2_slot() -> Iterator[None]:
    """Hold one of the few slots in this process; wait for it where all are taken."""
    if not _slots.acquire(timeout=_WAIT):
        raise TooBusy("too many passwords are being checked at once")
    try:
        yield
    finally:
        _slots.release()
