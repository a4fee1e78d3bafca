"""The vault: names, free text, contact details and addresses, in closed boxes; the rest of Baken holds
references.

A record is closed with its stream's data key and bound to its place (organisation, stream, record, kind), so
that a box moved elsewhere does not open. What only a post may read is sealed to the post's public key first.

A reference names the record and carries a digest of the closed box. Events hold references, so the chain is bound
to what lies here: a record that is gone, or another one in its place, shows when the ledger is verified. A digest
of a closed box tells nothing of what is inside.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID, uuid4

from django.db import connection

from baken.ledger import boxes, datakeys, postkeys, refs
from baken.tenancy import keys
from baken.tenancy.keys import PostSecret
from baken.tenancy.models import Post
from baken.tenancy.scope import current

Content = Mapping[str, Any]
SEALED = "sealed"
FILE = "file"
"""The kind of a record that holds the copy of a file, and no words."""


class NotInVault(LookupError):
    """There is no such record in this stream of this organisation, or it was destroyed."""


class NotPlain(LookupError):
    """The record is sealed to a post: only that post's key opens it."""


def put(stream_id: UUID, kind: str, content: Content) -> str:
    """Close `content` in the stream's vault and return the reference that events may hold."""
    return _write(stream_id, kind, None, _plain(content))


def put_sealed(stream_id: UUID, post: Post, content: Content) -> str:
    """Seal `content` to the post's public key, close it in the vault, and return the reference.

    Raises `keys.NoKeyYet`, or `postkeys.UnknownKey` for a key that was put there beside the ledger.
    """
    postkeys.demand(post)
    return _write(stream_id, SEALED, post.id, keys.seal(post, _plain(content)))


def get(stream_id: UUID, ref: str) -> dict[str, Any]:
    """Return the content behind a reference. Raises `NotInVault` or `boxes.CannotOpen`."""
    return get_many(stream_id, [ref])[ref]


def get_many(stream_id: UUID, wanted: Iterable[str]) -> dict[str, dict[str, Any]]:
    """Return the contents behind references of one stream, with two queries however many there are."""
    return {ref: _content(box) for ref, box in _read(stream_id, wanted).items()}


def get_each(wanted: Mapping[UUID, str]) -> dict[UUID, dict[str, Any]]:
    """Return one content of each of several streams, with two queries: for a list. What is gone is left out."""
    organisation, asked = current(), {stream: refs.parts(ref) for stream, ref in wanted.items()}
    if not asked:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT stream_id, id, kind, post, box FROM ledger_vault"
            " WHERE organisation_id = %s AND stream_id = ANY(%s) AND id = ANY(%s)",
            [organisation, list(asked), [record for record, _ in asked.values()]],
        )
        rows = cursor.fetchall()
    held = datakeys.fetch_many(organisation, asked)
    found = {}
    for stream, record, kind, post, box in rows:
        if asked[stream][0] != record or stream not in held:
            continue
        if asked[stream][1] != refs.digest(kind, post, bytes(box)):
            raise boxes.CannotOpen
        opened = boxes.open_(held[stream], bytes(box), _place(organisation, stream, record, kind))
        found[stream] = _content(boxes.unpad(opened))
    return found


def get_sealed(stream_id: UUID, ref: str, secret: PostSecret) -> dict[str, Any]:
    """Return sealed content, opened with the post's private key."""
    return _content(keys.open_(secret, _read(stream_id, [ref])[ref]))


def _write(stream_id: UUID, kind: str, post: UUID | None, content: bytes) -> str:
    organisation, record = current(), uuid4()
    box = boxes.close(
        datakeys.obtain(organisation, stream_id),
        boxes.pad(content),
        _place(organisation, stream_id, record, kind),
    )
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO ledger_vault (organisation_id, stream_id, id, kind, post, box)"
            " VALUES (%s, %s, %s, %s, %s, %s)",
            [organisation, stream_id, record, kind, post, box],
        )
    return refs.made(record, refs.digest(kind, post, box))


def _read(stream_id: UUID, wanted: Iterable[str]) -> dict[str, bytes]:
    organisation, asked = current(), {ref: refs.parts(ref) for ref in wanted}
    if not asked:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, kind, post, box FROM ledger_vault"
            " WHERE organisation_id = %s AND stream_id = %s AND id = ANY(%s)",
            [organisation, stream_id, list({record for record, _ in asked.values()})],
        )
        found = {record: (kind, post, bytes(box)) for record, kind, post, box in cursor.fetchall()}
    if any(record not in found for record, _ in asked.values()):
        raise NotInVault("a reference leads to nothing in this stream")
    try:
        key = datakeys.fetch(organisation, stream_id)
    except datakeys.KeyGone as gone:
        raise NotInVault("the key of this stream was destroyed") from gone
    opened = {}
    for ref, (record, digest) in asked.items():
        kind, post, box = found[record]
        if digest != refs.digest(kind, post, box):
            raise boxes.CannotOpen
        opened[ref] = boxes.unpad(boxes.open_(key, box, _place(organisation, stream_id, record, kind)))
    return opened


def _place(organisation: UUID, stream: UUID, record: UUID, kind: str) -> bytes:
    return f"{organisation}|{stream}|{record}|{kind}".encode()


def _plain(content: Content) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def _content(plain: bytes) -> dict[str, Any]:
    try:
        found: dict[str, Any] = json.loads(plain)
    except ValueError:
        raise NotPlain("this record is sealed to a post") from None
    return found
