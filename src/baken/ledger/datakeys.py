"""The data keys: one per stream, in a database of their own, each closed with a master key of the keyset
file.

Every call is a whole transaction of its own, so that a new key is on the disk before anything is closed with
it. When the work it was made for fails, a key without records stays behind, which is harmless; a record
without a key would not be.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

from baken.ledger import boxes, keyset

KEYS = "keys"


class KeyGone(LookupError):
    """There is no data key for this stream: nothing was ever put in its vault, or it was destroyed."""


def obtain(organisation: UUID, stream: UUID) -> bytes:
    """Return the stream's data key; make and commit one if there is none yet."""
    with _scope(organisation) as cursor:
        held = _find(cursor, organisation, stream)
        if held is None:
            master = keyset.in_use()
            box = boxes.close(master.key(master.primary), boxes.new_key(), _place(organisation, stream))
            cursor.execute(
                "INSERT INTO ledger_datakey (organisation_id, stream_id, master, box) VALUES (%s, %s, %s, %s)"
                " ON CONFLICT DO NOTHING",
                [organisation, stream, master.primary, box],
            )
            held = _find(cursor, organisation, stream)
    return _opened(organisation, stream, held)


def fetch(organisation: UUID, stream: UUID) -> bytes:
    """Return the stream's data key. Raises `KeyGone`."""
    with _scope(organisation) as cursor:
        held = _find(cursor, organisation, stream)
    return _opened(organisation, stream, held)


def fetch_many(organisation: UUID, streams: Iterable[UUID]) -> dict[UUID, bytes]:
    """Return the data keys of several streams with one query; a stream without a key is left out."""
    with _scope(organisation) as cursor:
        cursor.execute(
            "SELECT stream_id, master, box FROM ledger_datakey"
            " WHERE organisation_id = %s AND stream_id = ANY(%s)",
            [organisation, list(streams)],
        )
        found = cursor.fetchall()
    return {stream: _opened(organisation, stream, (master, bytes(box))) for stream, master, box in found}


def rewrap(organisation: UUID) -> int:
    """Close every data key of an organisation with the primary master key; return how many changed.

    Only the owner's role may change a key row. Records stay as they are: their data keys do not change.
    """
    master, changed = keyset.in_use(), 0
    with _scope(organisation) as cursor:
        cursor.execute(
            "SELECT stream_id, master, box FROM ledger_datakey"
            " WHERE organisation_id = %s AND master <> %s FOR UPDATE",
            [organisation, master.primary],
        )
        for stream, former, box in cursor.fetchall():
            place = _place(organisation, stream)
            key = boxes.open_(master.key(former), bytes(box), place)
            cursor.execute(
                "UPDATE ledger_datakey SET master = %s, box = %s"
                " WHERE organisation_id = %s AND stream_id = %s",
                [master.primary, boxes.close(master.key(master.primary), key, place), organisation, stream],
            )
            changed += cursor.rowcount
    return changed


def destroy(organisation: UUID, stream: UUID) -> None:
    """Remove a stream's data key for good. Only the owner's role may."""
    with _scope(organisation) as cursor:
        cursor.execute(
            "DELETE FROM ledger_datakey WHERE organisation_id = %s AND stream_id = %s", [organisation, stream]
        )


@contextmanager
def _scope(organisation: UUID) -> Iterator[CursorWrapper]:
    with transaction.atomic(using=KEYS, durable=True), connections[KEYS].cursor() as cursor:
        cursor.execute("SELECT set_config('baken.organisation', %s, true)", [str(organisation)])
        yield cursor


def _find(cursor: CursorWrapper, organisation: UUID, stream: UUID) -> tuple[str, bytes] | None:
    cursor.execute(
        "SELECT master, box FROM ledger_datakey WHERE organisation_id = %s AND stream_id = %s",
        [organisation, stream],
    )
    found = cursor.fetchone()
    return None if found is None else (found[0], bytes(found[1]))


def _opened(organisation: UUID, stream: UUID, held: tuple[str, bytes] | None) -> bytes:
    if held is None:
        raise KeyGone("this stream has no data key")
    master, box = held
    return boxes.open_(keyset.in_use().key(master), box, _place(organisation, stream))


def _place(organisation: UUID, stream: UUID) -> bytes:
    return f"datakey|{organisation}|{stream}".encode()
