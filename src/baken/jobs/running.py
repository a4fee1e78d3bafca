"""Running a chore: alone, and whatever happens in it never stops the next one."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db import connection

from baken.jobs.chores import Chore

_log = logging.getLogger("baken.jobs")
BUSY = "busy"


def run(chore: Chore, now: datetime) -> int | str | None:
    """Run one chore. Returns how many things it did, `BUSY` when another process is at it, None when it failed.

    What goes wrong is written down as a kind and a place in the code: what an exception says may hold personal data.
    """
    try:
        with _alone(chore) as mine:
            return chore.work(now) if mine else BUSY
    except Exception as error:
        _log.error("chore %s failed: %s", chore.key, type(error).__name__, exc_info=error)
        return None


@contextmanager
def _alone(chore: Chore) -> Iterator[bool]:
    """Hold the chore for this session of the database, if nobody else does."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(hashtextextended(%s, 2))", [chore.key])
        mine = bool(cursor.fetchone()[0])
    try:
        yield mine
    finally:
        if mine and connection.connection is not None and connection.is_usable():
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(hashtextextended(%s, 2))", [chore.key])
