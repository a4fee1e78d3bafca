"""Event rows of the database, and how they become a stream."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db import connection

from baken.core import events
from baken.core.events.signal import SignalPolicyMoved
from baken.ledger import chain
from baken.ledger.streams import Stored, Stream

DESTROYED = "stream.destroyed"
_WRITTEN = (
    "organisation_id, stream_id, number, id, kind, type, version, occurred_at, recorded_at, actor,"
    " on_behalf_of, bundle, command, causation, payload, salt, commitment, previous, hash"
)
# Moments are read as whole microseconds, so that no setting of the session can shift them. What Python has no moment
# for was not recorded by Baken: it is read as the very last moment there is, so that the check can name it.
_MICROSECONDS = (
    "CASE WHEN {0} BETWEEN '0001-01-02 00:00+00' AND '9999-12-30 00:00+00'"
    " THEN (extract(epoch FROM {0}) * 1000000)::bigint END"
)
COLUMNS = (
    "organisation_id, stream_id, number, id, kind, type, version,"
    f" {_MICROSECONDS.format('occurred_at')}, {_MICROSECONDS.format('recorded_at')},"
    " actor, on_behalf_of, bundle, command, causation, payload::text, salt, commitment, previous, hash"
)
_NO_MOMENT = datetime.max.replace(tzinfo=UTC)
# Holds a fraction, so that no commitment fits it and no event can be read from it.
_UNREADABLE: Mapping[str, Any] = {"unreadable": 0.5}
_MARKS = "(" + ", ".join(["%s"] * 19) + ")"


@dataclass(frozen=True, slots=True)
class Row:
    """One event row: its header, its payload unless destroyed, and its link in the chain."""

    header: chain.Header
    payload: Mapping[str, Any] | None
    salt: bytes | None
    commitment: bytes
    previous: bytes
    hash: bytes


def linked(header: chain.Header, payload: Mapping[str, Any], salt: bytes, previous: bytes) -> Row:
    """Return the row that follows the one whose hash is `previous`."""
    committed = chain.commitment(salt, payload)
    return Row(header, payload, salt, committed, previous, chain.link(previous, header, committed))


def read(organisation: UUID, stream: UUID) -> list[Row]:
    """Return the rows of one stream, oldest first."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {COLUMNS} FROM ledger_event"
            " WHERE organisation_id = %s AND stream_id = %s ORDER BY number",
            [organisation, stream],
        )
        return [of(found) for found in cursor.fetchall()]


def read_many(organisation: UUID, streams: Collection[UUID]) -> dict[UUID, list[Row]]:
    """Return the rows of several streams, each oldest first, with one query."""
    found: dict[UUID, list[Row]] = {}
    if not streams:
        return found
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {COLUMNS} FROM ledger_event WHERE organisation_id = %s AND stream_id = ANY(%s)"
            " ORDER BY stream_id, number",
            [organisation, list(streams)],
        )
        for row in map(of, cursor.fetchall()):
            found.setdefault(row.header.stream, []).append(row)
    return found


def insert(rows: Sequence[Row]) -> int:
    """Write rows and return how many went in; a number that somebody else wrote first stays out."""
    values = [value for row in rows for value in _values(row)]
    marks = ", ".join([_MARKS] * len(rows))
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO ledger_event ({_WRITTEN}) VALUES {marks} ON CONFLICT DO NOTHING", values)
        return int(cursor.rowcount)


def of(found: Sequence[Any]) -> Row:
    """Read the columns of `COLUMNS`."""
    organisation, stream, number, id_, kind, type_, version, occurred, recorded, actor, behalf = found[:11]
    bundle, command, causation, payload, salt, committed, previous, hash_ = found[11:]
    header = chain.Header(
        id=id_,
        organisation=organisation,
        stream=stream,
        kind=kind,
        number=number,
        type=type_,
        version=version,
        occurred_at=_moment(occurred),
        recorded_at=_moment(recorded),
        actor=actor,
        on_behalf_of=behalf,
        bundle=bundle,
        command=command,
        causation=causation,
    )
    return Row(
        header=header,
        payload=None if payload is None else _payload(payload),
        salt=None if salt is None else bytes(salt),
        commitment=bytes(committed),
        previous=bytes(previous),
        hash=bytes(hash_),
    )


def stream_of(stream_id: UUID, rows: Sequence[Row]) -> Stream:
    """Return the stream these rows tell; of a destroyed one only that it was there."""
    if not rows:
        return Stream(stream_id, kind="", number=0, events=(), bundle="")
    first, last = rows[0].header, rows[-1].header
    destroyed = last.type == DESTROYED
    told: Iterable[Row] = () if destroyed else rows
    events = tuple(_stored(row) for row in told)
    moved = [one.event.bundle for one in events if isinstance(one.event, SignalPolicyMoved)]
    return Stream(
        id=stream_id,
        kind=first.kind,
        number=last.number,
        events=events,
        bundle=moved[-1] if moved else first.bundle,
        destroyed=destroyed,
    )


def _stored(row: Row) -> Stored:
    header = row.header
    return Stored(
        id=header.id,
        stream=header.stream,
        number=header.number,
        type=header.type,
        version=header.version,
        occurred_at=header.occurred_at,
        recorded_at=header.recorded_at,
        actor=header.actor,
        on_behalf_of=header.on_behalf_of,
        bundle=header.bundle,
        command=header.command,
        event=events.read(header.type, header.version, row.payload or {}),
    )


def _moment(microseconds: int | None) -> datetime:
    return _NO_MOMENT if microseconds is None else chain.moment(microseconds)


def _payload(text: str) -> Mapping[str, Any]:
    """Read a payload. What was put there by hand may be too deep or too long to read."""
    try:
        found: Mapping[str, Any] = json.loads(text)
    except (ValueError, RecursionError):
        return _UNREADABLE
    return found


def _values(row: Row) -> tuple[Any, ...]:
    header = row.header
    return (
        header.organisation,
        header.stream,
        header.number,
        header.id,
        header.kind,
        header.type,
        header.version,
        header.occurred_at,
        header.recorded_at,
        header.actor,
        header.on_behalf_of,
        header.bundle,
        header.command,
        header.causation,
        chain.canonical(row.payload).decode(),
        row.salt,
        row.commitment,
        row.previous,
        row.hash,
    )
