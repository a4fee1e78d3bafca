"""The chain of one stream: each link hashes the previous link, the header, and a salted commitment to the
payload.

The payload itself is not in the hash, so that it can be destroyed while the chain still verifies. Everything
here is a pure function of bytes: the same event gives the same link on every machine, in every time zone.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

START = bytes(32)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Header:
    """What is known of an event without its payload; it stays when the payload is destroyed."""

    id: UUID
    organisation: UUID
    stream: UUID
    kind: str
    number: int
    type: str
    version: int
    occurred_at: datetime
    recorded_at: datetime
    actor: UUID | None
    on_behalf_of: UUID | None
    bundle: str
    command: UUID
    causation: UUID | None


def canonical(value: Any) -> bytes:
    """Return the one way to write a JSON value. Fractions are refused: they change their shape in storage."""
    _refuse_fractions(value)
    return json.dumps(
        value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    ).encode()


def commitment(salt: bytes, payload: Mapping[str, Any]) -> bytes:
    """Return what binds the chain to a payload; without the salt nobody can guess a payload from it."""
    return hashlib.sha256(salt + canonical(payload)).digest()


def link(previous: bytes, header: Header, committed: bytes) -> bytes:
    """Return the hash that the next event of the stream will build on."""
    return hashlib.sha256(previous + _written(header) + committed).digest()


def microseconds(moment: datetime) -> int:
    """Return a moment as whole microseconds since 1970 in UTC, which no session's time zone can change."""
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone cannot be recorded")
    return (moment - _EPOCH) // _MICROSECOND


def moment(written: int) -> datetime:
    """Return the moment, in UTC, that `microseconds` wrote."""
    return _EPOCH + written * _MICROSECOND


def _written(header: Header) -> bytes:
    return canonical(
        {
            "actor": _text(header.actor),
            "bundle": header.bundle,
            "causation": _text(header.causation),
            "command": str(header.command),
            "format": 1,
            "id": str(header.id),
            "kind": header.kind,
            "number": header.number,
            "occurred_at": microseconds(header.occurred_at),
            "on_behalf_of": _text(header.on_behalf_of),
            "organisation": str(header.organisation),
            "recorded_at": microseconds(header.recorded_at),
            "stream": str(header.stream),
            "type": header.type,
            "version": header.version,
        }
    )


def _text(identifier: UUID | None) -> str | None:
    return None if identifier is None else str(identifier)


def _refuse_fractions(value: Any) -> None:
    if isinstance(value, float):
        raise ValueError("an event holds no fractions: write the number as text or in a smaller unit")
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if not isinstance(key, str):
                raise ValueError("the names of an event's fields are text")
            _refuse_fractions(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            _refuse_fractions(inner)
