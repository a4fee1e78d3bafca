"""Closes the entries of both logs in batches: each seal hashes its entries and the seal before it.

So whoever owns the database cannot take out or change an entry without it being seen, by `verifying`. The tail that
is not sealed yet is as old as the last run of the chore: a minute.
"""

import hashlib
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection, models

from baken.ledger.chain import START, canonical, microseconds
from baken.ledger.readlog.models import ProcessingEntry, ReadEntry, Seal
from baken.tenancy.scope import scope

LOGS: dict[str, type[models.Model]] = {"read": ReadEntry, "processing": ProcessingEntry}
BATCH = 1_000
_AT_ONCE = 2_000
_TRIES, _PAUSE = 100, 0.02


@dataclass(frozen=True, slots=True)
class Row:
    """An entry as a seal sees it: its number, its moment, and every column of it in one fixed way."""

    number: int
    at: datetime
    written: bytes


def seal(organisation: UUID, *, now: datetime) -> int:
    """Close every entry that is not sealed yet; return how many. Doing it twice is harmless."""
    return sum(_seal(organisation, log, now) for log in LOGS)


def seal_hash(previous: bytes, one: Seal) -> bytes:
    """Return the hash of a seal, on which the next one builds."""
    words = {
        "content": bytes(one.content).hex(),
        "entries": one.entries,
        "format": 1,
        "last_at": microseconds(one.last_at),
        "let_go": one.let_go,
        "log": one.log,
        "number": one.number,
        "organisation": str(one.organisation_id),
        "sealed_at": microseconds(one.sealed_at),
        "upto": one.upto,
    }
    return hashlib.sha256(previous + canonical(words)).digest()


def content(rows: list[Row]) -> bytes:
    """Return one digest over the entries of a batch, in their order."""
    digest = hashlib.sha256()
    for row in rows:
        digest.update(len(row.written).to_bytes(8, "big") + row.written)
    return digest.digest()


def entries(organisation: UUID, log: str, *, after: int = 0, upto: int | None = None) -> Iterator[Row]:
    """Read a log of the organisation in scope by number."""
    model = LOGS[log]
    columns = [field.attname for field in model._meta.concrete_fields]
    moment = "at" if "at" in columns else "ended"
    while True:
        found = model.objects.filter(organisation_id=organisation, number__gt=after)  # type: ignore[attr-defined]
        if upto is not None:
            found = found.filter(number__lte=upto)
        rows = list(found.order_by("number").values(*columns)[:_AT_ONCE])
        for row in rows:
            yield Row(
                row["number"], row[moment], canonical({name: _plain(value) for name, value in row.items()})
            )
        if len(rows) < _AT_ONCE:
            return
        after = rows[-1]["number"]


def last_seal(organisation: UUID, log: str) -> Seal | None:
    """Return the newest seal of a log of the organisation in scope."""
    return Seal.objects.filter(organisation_id=organisation, log=log).order_by("-number").first()


def add(
    organisation: UUID, log: str, rows: list[Row], *, now: datetime, upto: int, at: datetime, let_go: int = 0
) -> Seal:
    """Append one seal to the chain of a log."""
    before = last_seal(organisation, log)
    one = Seal(
        organisation_id=organisation,
        log=log,
        number=before.number + 1 if before else 1,
        upto=upto,
        entries=len(rows),
        last_at=at,
        let_go=let_go,
        content=content(rows),
        sealed_at=now,
    )
    one.hash = seal_hash(bytes(before.hash) if before else START, one)
    one.save(force_insert=True)
    return one


def alone(organisation: UUID, log: str) -> None:
    """Let nobody else seal this log until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended(%s, 25))", [f"{organisation} {log} seal"]
        )


def _seal(organisation: UUID, log: str, now: datetime) -> int:
    upto, done = _settled(organisation, log), 0
    if upto is None:
        return 0
    with scope(organisation):
        alone(organisation, log)
        last = last_seal(organisation, log)
        batch: list[Row] = []
        for row in entries(organisation, log, after=last.upto if last else 0, upto=upto):
            batch.append(row)
            if len(batch) == BATCH:
                done += _close(organisation, log, batch, now)
                batch = []
        return done + _close(organisation, log, batch, now)


def _close(organisation: UUID, log: str, batch: list[Row], now: datetime) -> int:
    if batch:
        last = max(row.at for row in batch)
        add(organisation, log, batch, now=now, upto=batch[-1].number, at=last)
    return len(batch)


def _settled(organisation: UUID, log: str) -> int | None:
    """Return the highest number below which no entry can still appear, or None while somebody goes on writing.

    Who writes an entry holds a lock until it is committed (see the migration). This asks for it again and again rather
    than queue for it: behind who queues, every page would wait. It is a transaction of its own, and a short one.
    """
    with scope(organisation), connection.cursor() as cursor:
        for _ in range(_TRIES):
            cursor.execute("SELECT pg_try_advisory_xact_lock(hashtextextended(%s, 24))", [str(organisation)])
            if cursor.fetchone()[0]:
                break
            time.sleep(_PAUSE)
        else:
            return None
        newest = LOGS[log].objects.filter(organisation_id=organisation)  # type: ignore[attr-defined]
        highest: int | None = newest.aggregate(highest=models.Max("number"))["highest"]
        return highest


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return microseconds(value)
    if isinstance(value, UUID):
        return str(value)
    return value
