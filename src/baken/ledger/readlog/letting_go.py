"""Lets whole batches of the logs go once their term has ended. Only the owner's role can.

    letting_go.let_go(organisation, "read", before=now - term, now=now)

The seals stay, and one more seal says up to where entries went and when: `verifying` accepts no other gap, and none
that came within two years.
"""

from datetime import datetime
from uuid import UUID

from django.db import connection

from baken.ledger.readlog.models import Seal
from baken.ledger.readlog.sealing import LOGS, add, alone
from baken.ledger.readlog.verifying import KEPT
from baken.tenancy.scope import scope


def let_go(organisation: UUID, log: str, *, before: datetime, now: datetime) -> int:
    """Let the batches go whose last entry is older than `before`; return how many entries went."""
    if before > now - KEPT:
        raise ValueError("the logs are kept for two years at least")
    with scope(organisation):
        alone(organisation, log)
        seals = Seal.objects.filter(organisation_id=organisation, log=log).order_by("number")
        gone = max((one.let_go for one in seals), default=0)
        old: Seal | None = None
        for one in seals:
            if one.last_at >= before:
                break
            old = one
        if old is None or old.upto <= gone:
            return 0
        newest = seals.last()
        assert newest is not None
        add(organisation, log, [], now=now, upto=newest.upto, at=old.last_at, let_go=old.upto)
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('baken.letting_go', %s, true)", [str(old.upto)])
            cursor.execute(
                f"DELETE FROM {LOGS[log]._meta.db_table} WHERE organisation_id = %s AND number <= %s",
                [organisation, old.upto],
            )
            went = int(cursor.rowcount)
            cursor.execute("SELECT set_config('baken.letting_go', '', true)")
        return went
