"""The ledger's only doors: `load` a stream, `append` to it. Both work in the organisation in scope."""

import os
from collections.abc import Sequence
from datetime import datetime
from typing import NoReturn
from uuid import UUID, uuid4

from django.db import connection, transaction

from baken.core.events import Event
from baken.ledger import chain, projections, rows
from baken.ledger.streams import (
    Appended,
    Claim,
    ClaimTaken,
    Conflict,
    LedgerError,
    NewEvent,
    Stored,
    Stream,
    new_stream,
)
from baken.tenancy.actors import Actor
from baken.tenancy.scope import current

__all__ = [
    "Appended",
    "Claim",
    "ClaimTaken",
    "Conflict",
    "LedgerError",
    "NewEvent",
    "Stored",
    "Stream",
    "append",
    "earlier",
    "hold",
    "load",
    "new_stream",
]
_COMMAND = "command"
_SALT_BYTES = 32


def load(stream_id: UUID) -> Stream:
    """Return the stream with all its events; one that is not in this organisation does not exist."""
    return rows.stream_of(stream_id, rows.read(current(), stream_id))


def append(
    stream_id: UUID,
    kind: str,
    expected: int,
    events: Sequence[Event | NewEvent],
    *,
    now: datetime,
    actor: Actor | None,
    bundle: str,
    command: UUID,
    claims: Sequence[Claim] = (),
    causation: UUID | None = None,
) -> Appended:
    """Record what happened, in one transaction with its claims and projections.

    `expected` is the number of the last event the decision was made on. A command is done once: a second call
    with the same `command` answers with the first result. So one command is one `append` in an organisation.
    Raises `Conflict` or `ClaimTaken`; then nothing was written.
    """
    if not events:
        raise ValueError("there is nothing to append")
    organisation = current()
    last = expected + len(events)
    with transaction.atomic():
        if not _take(organisation, Claim(_COMMAND, str(command)), stream_id, last):
            return _result(organisation, command) or _lost(stream_id, expected)
        before = rows.read(organisation, stream_id)
        if (before[-1].header.number if before else 0) != expected:
            _lost(stream_id, expected)
        if before and (before[0].header.kind != kind or before[-1].header.type == rows.DESTROYED):
            raise LedgerError(f"stream {stream_id} is of another kind, or was destroyed")
        fresh: list[rows.Row] = []
        previous = before[-1].hash if before else chain.START
        for number, item in enumerate(events, start=expected + 1):
            new = item if isinstance(item, NewEvent) else NewEvent(item)
            header = chain.Header(
                id=uuid4(),
                organisation=organisation,
                stream=stream_id,
                kind=kind,
                number=number,
                type=new.event.type,
                version=new.event.version,
                occurred_at=new.occurred_at or now,
                recorded_at=now,
                actor=actor.membership_id if actor else None,
                on_behalf_of=actor.on_behalf_of if actor else None,
                bundle=bundle,
                command=command,
                causation=causation,
            )
            fresh.append(rows.linked(header, new.event.to_payload(), os.urandom(_SALT_BYTES), previous))
            previous = fresh[-1].hash
        if rows.insert(fresh) != len(fresh):
            _lost(stream_id, expected)
        for claim in sorted(claims):
            if not _take(organisation, claim, stream_id, last):
                raise ClaimTaken(claim)
        projections.project(organisation, rows.stream_of(stream_id, [*before, *fresh]), known=bool(before))
    return Appended(stream_id, last)


def _lost(stream_id: UUID, expected: int) -> NoReturn:
    raise Conflict(f"stream {stream_id} no longer ends at {expected}")


def hold(stream_id: UUID) -> None:
    """Let nobody else who holds this stream decide on it until this transaction ends: look, decide, append."""
    with connection.cursor() as cursor:
        name = f"{current()} {stream_id}"
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 1))", [name])


def earlier(command: UUID) -> Appended | None:
    """Return what `command` led to, if it was done before; otherwise hold off its twins until this
    transaction ends.

    An action that writes to the vault asks this first, so that the same form sent twice leaves nothing
    behind.
    """
    organisation = current()
    with connection.cursor() as cursor:
        name = f"{organisation} {command}"
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [name])
    return _result(organisation, command)


def _take(organisation: UUID, claim: Claim, stream_id: UUID, number: int) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO ledger_claim (organisation_id, kind, key, stream_id, number)"
            " VALUES (%s, %s, %s, %s, %s) ON CONFLICT DO NOTHING",
            [organisation, claim.kind, claim.key, stream_id, number],
        )
        return bool(cursor.rowcount)


def _result(organisation: UUID, command: UUID) -> Appended | None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT stream_id, number FROM ledger_claim"
            " WHERE organisation_id = %s AND kind = %s AND key = %s",
            [organisation, _COMMAND, str(command)],
        )
        found = cursor.fetchone()
    return None if found is None else Appended(found[0], found[1], repeated=True)
