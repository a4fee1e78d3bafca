"""Wrong tries slow down what they were tried on, in every web process alike, and never the building they came from.

What is kept are keyed hashes, for a quarter of an hour after the last wrong try. Known and unknown are slowed alike.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from django.db import connection
from django.db.models import Sum

from baken.account.models import Attempt
from baken.account.sealing import digest
from baken.tenancy.slowdown import FORGET_AFTER, pause

_NOTE = """
    INSERT INTO account_attempt (key, kind, wrong, at) VALUES (%s, %s, 1, %s)
    ON CONFLICT (key) DO UPDATE SET wrong = account_attempt.wrong + 1, at = EXCLUDED.at
    RETURNING wrong
"""
_FORGET = """
    DELETE FROM account_attempt WHERE key IN
        (SELECT key FROM account_attempt WHERE at < %s FOR UPDATE SKIP LOCKED)
"""


@dataclass(frozen=True, slots=True)
class Attempts:
    """Wrong tries of one kind."""

    kind: str

    def seconds_left(self, who: str, now: datetime) -> int:
        """How long one must wait before another try is looked at; zero when it may be tried now."""
        since = now - timedelta(seconds=FORGET_AFTER)
        found = Attempt.objects.filter(key=self._key(who), at__gt=since).first()
        if found is None:
            return 0
        recent = Attempt.objects.filter(kind=self.kind, at__gt=since)
        total = recent.aggregate(total=Sum("wrong"))["total"] or 0
        over = found.at + timedelta(seconds=pause(found.wrong, total)) - now
        return max(0, ceil(over.total_seconds()))

    def wrong(self, who: str, now: datetime) -> int:
        """Note a wrong try, and return how many there were. One statement, so that none is lost between processes."""
        with connection.cursor() as cursor:
            cursor.execute(_FORGET, [now - timedelta(seconds=FORGET_AFTER)])
            cursor.execute(_NOTE, [self._key(who), self.kind, now])
            row: tuple[int] = cursor.fetchone()
        return row[0]

    def right(self, who: str) -> None:
        """Forget the wrong tries of somebody who knew it after all."""
        Attempt.objects.filter(key=self._key(who)).delete()

    def _key(self, who: str) -> bytes:
        return digest(f"attempt|{self.kind}", who)


log_ins = Attempts("password")
seconds = Attempts("second")
invitations = Attempts("invitation")
