"""Destroying a stream when its term has ended: key, records and payloads go, a tombstone stays, the chain
still holds.

Only the owner's role may do this (`BAKEN_DB_ROLE=owner`); the application's role cannot, whatever SQL it is
made to run.
"""

import os
from datetime import datetime
from uuid import UUID, uuid4

from django.db import connection

from baken.ledger import chain, datakeys, projections, rows
from baken.ledger.streams import LedgerError
from baken.tenancy.models import Locator
from baken.tenancy.scope import scope

_SALT_BYTES = 32


def destroy(organisation: UUID, stream: UUID, *, now: datetime) -> None:
    """Destroy one stream. The key goes first: from then on no copy of a record can be read. Doing it twice is
    harmless.
    """
    with scope(organisation):
        found = rows.read(organisation, stream)
        if not found:
            raise LedgerError(f"there is no stream {stream} in this organisation")
    datakeys.destroy(organisation, stream)
    if found[-1].header.type == rows.DESTROYED:
        return
    with scope(organisation), connection.cursor() as cursor:
        rows.insert([tombstone(found[-1], now)])
        cursor.execute("SELECT set_config('baken.destroying', %s, true)", [str(stream)])
        cursor.execute(
            "UPDATE ledger_event SET payload = NULL, salt = NULL"
            " WHERE organisation_id = %s AND stream_id = %s AND type <> %s",
            [organisation, stream, rows.DESTROYED],
        )
        cursor.execute("SELECT set_config('baken.destroying', '', true)")
        cursor.execute(
            "DELETE FROM ledger_vault WHERE organisation_id = %s AND stream_id = %s", [organisation, stream]
        )
        Locator.objects.filter(organisation_id=organisation, target=stream).delete()
        projections.project(organisation, rows.stream_of(stream, rows.read(organisation, stream)))


def tombstone(last: rows.Row, now: datetime) -> rows.Row:
    """Return the last event of a stream: it says that there was something, and nothing else."""
    header = chain.Header(
        id=uuid4(),
        organisation=last.header.organisation,
        stream=last.header.stream,
        kind=last.header.kind,
        number=last.header.number + 1,
        type=rows.DESTROYED,
        version=1,
        occurred_at=now,
        recorded_at=now,
        actor=None,
        on_behalf_of=None,
        bundle=last.header.bundle,
        command=uuid4(),
        causation=None,
    )
    return rows.linked(header, {}, os.urandom(_SALT_BYTES), last.hash)
