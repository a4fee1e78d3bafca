"""References into the vault: which record, and a digest of its closed box."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

# The same digest as `digest`, worked out by PostgreSQL.
IN_SQL = "sha256(convert_to(kind || '|' || coalesce(post::text, '') || '|', 'UTF8') || box)"
_SHAPE = re.compile(r"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([0-9a-f]{64})")


def digest(kind: str, post: UUID | None, box: bytes) -> bytes:
    """Return what a reference carries of a record: its closed box and what stands beside it."""
    return hashlib.sha256(f"{kind}|{post or ''}|".encode() + box).digest()


def made(record: UUID, digest_: bytes) -> str:
    """Return the reference to a record."""
    return f"{record}.{digest_.hex()}"


def parts(ref: str) -> tuple[UUID, bytes]:
    """Return the record and the digest. Raises ValueError for what is no reference."""
    fits = _SHAPE.fullmatch(ref)
    if fits is None:
        raise ValueError("this is no reference into the vault")
    return UUID(fits[1]), bytes.fromhex(fits[2])


def within(value: Any) -> Iterator[tuple[UUID, bytes]]:
    """Give every reference in a payload, of whatever event and version: they are known by their shape."""
    if isinstance(value, str):
        if _SHAPE.fullmatch(value):
            yield parts(value)
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from within(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from within(inner)
