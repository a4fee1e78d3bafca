"""Destroying a stream when its term has ended: key, records and payloads go, a tombstone and a count stay, the chain
still holds. And erasing one record of a stream, whose own term ended before that of the rest.

Only the owner's role may do this (`BAKEN_DB_ROLE=owner`); the application's role cannot, whatever SQL it is
made to run. Every step is noted outside the databases before anything goes, so that it is finished after a crash
and done again after a restore.
"""

import os
from collections.abc import Callable
from datetime import date, datetime
from uuid import UUID, uuid4, uuid5

from django.db import connection

from baken.core.events.retention import RecordErased
from baken.core.figures.periods import earliest_alike
from baken.core.vocabulary.moments import civil_date
from baken.ledger import chain, datakeys, deletions, projections, refs, rows, store
from baken.ledger.deletions import Deletion
from baken.ledger.streams import LedgerError
from baken.tenancy.models import Locator
from baken.tenancy.scope import scope

_SALT_BYTES = 32


class NoStream(LedgerError):
    """There is no such stream in this organisation."""


Note = Callable[[Deletion], None]
Forget = Callable[[UUID], object]
_beside: dict[str, Forget] = {}


def beside(forget: Forget) -> None:
    """Have this called, in the same transaction, for every stream that is destroyed or whose reporter is erased.

    For what an app keeps of a stream outside the ledger, such as an address for one mail.
    """
    _beside[f"{forget.__module__}.{forget.__qualname__}"] = forget


def destroy(
    organisation: UUID,
    stream: UUID,
    *,
    now: datetime,
    category: str = "",
    still: Callable[[], bool] = lambda: True,
) -> bool:
    """Destroy one stream, unless it is not `still` to be destroyed; return whether it is gone. Twice is harmless.

    Whoever writes to the stream at the same time waits. First it is noted outside the databases, then the key goes:
    from then on no copy of a record can be read, and `finish` does what is left, also after a crash.
    """
    with scope(organisation):
        store.hold(stream)
        found = rows.read(organisation, stream)
        if not found:
            raise NoStream(f"there is no stream {stream} in this organisation")
        if found[-1].header.type != rows.DESTROYED:
            if not still():
                return False
            _destroy(Deletion(organisation, stream, now, category), found, deletions.note)
    datakeys.destroy(organisation, stream)
    return True


def erase(
    organisation: UUID,
    stream: UUID,
    ref: str,
    what: str,
    *,
    now: datetime,
    category: str = "",
    still: Callable[[], bool] = lambda: True,
) -> bool:
    """Erase one record of a stream, unless it is not `still` to be erased; the rest stays. Twice is harmless."""
    record, _ = refs.parts(ref)
    return _apply(Deletion(organisation, stream, now, category, record, what), deletions.note, still)


def finish(deletion: Deletion) -> bool:
    """Do what is left of a destruction that was noted; return whether anything was left."""
    return _apply(deletion, lambda noted: None)


def _apply(deletion: Deletion, note: Note, still: Callable[[], bool] = lambda: True) -> bool:
    organisation, stream = deletion.organisation, deletion.stream
    with scope(organisation):
        store.hold(stream)
        found = rows.read(organisation, stream)
        if not found or found[-1].header.type == rows.DESTROYED or not still():
            left = False
        elif deletion.record is None:
            _destroy(deletion, found, note)
            left = True
        else:
            left = _erase(deletion, found, note)
    if deletion.record is None:
        datakeys.destroy(organisation, stream)
    return left


def _destroy(deletion: Deletion, found: list[rows.Row], note: Note) -> None:
    organisation, stream = deletion.organisation, deletion.stream
    began = found[0].header.occurred_at.year
    report = _report(found[0])
    rows.insert(
        [tombstone(found[-1], deletion.at)]
    )  # refused to everybody but the owner, before anything is noted
    note(deletion)
    datakeys.destroy(organisation, stream)
    with connection.cursor() as cursor:
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
    _forget(stream)
    _count(organisation, began, deletion.category)
    if report is not None:
        _count_report(organisation, *report)
    projections.project(organisation, rows.stream_of(stream, rows.read(organisation, stream)))


def _erase(deletion: Deletion, found: list[rows.Row], note: Note) -> bool:
    organisation, stream, record = deletion.organisation, deletion.stream, deletion.record
    head = found[-1].header
    appended = store.append(
        stream,
        head.kind,
        head.number,
        [RecordErased(str(record), deletion.what)],
        now=deletion.at,
        actor=None,
        bundle=rows.stream_of(stream, found).bundle,
        command=uuid5(stream, f"erase {record}"),
    )
    if appended.repeated:
        return False
    note(deletion)
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM ledger_vault WHERE organisation_id = %s AND stream_id = %s AND id = %s",
            [organisation, stream, record],
        )
    _forget(stream)
    _count(organisation, found[0].header.occurred_at.year, deletion.category)
    return True


def _forget(stream: UUID) -> None:
    for forget in _beside.values():
        forget(stream)


def _report(first: rows.Row) -> tuple[date, bool] | None:
    """Return when a signal or question came in, and which of both it was; None for any other stream."""
    if first.header.type != "signal.reported" or first.payload is None:
        return None
    return earliest_alike(civil_date(first.header.occurred_at)), bool(first.payload.get("question"))


def _count_report(organisation: UUID, on: date, question: bool) -> None:
    """Keep that one more report of those days was destroyed."""
    with connection.cursor() as cursor:
        cursor.execute(
            'INSERT INTO ledger_destroyedreport (organisation_id, "on", question, count) VALUES (%s, %s, %s, 1)'
            ' ON CONFLICT (organisation_id, "on", question)'
            " DO UPDATE SET count = ledger_destroyedreport.count + 1",
            [organisation, on, question],
        )


def _count(organisation: UUID, year: int, category: str) -> None:
    """Keep how many of a year and category went: all that is left in the end."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO ledger_destroyedcount (organisation_id, year, category, count) VALUES (%s, %s, %s, 1)"
            " ON CONFLICT (organisation_id, year, category)"
            " DO UPDATE SET count = ledger_destroyedcount.count + 1",
            [organisation, year, category],
        )


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
