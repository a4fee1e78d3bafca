"""What lies in the vault, stream by stream, in the order in which the chain is checked. No box is opened."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from uuid import UUID

from django.db import connection

from baken.ledger import refs

Place = tuple[UUID, UUID]
Digests = Mapping[UUID, bytes]
_AT_ONCE = 2_000
_ZERO = UUID(int=0)


class Holdings:
    """Gives the digests of a stream's records. Streams are asked for in rising order, once."""

    def __init__(self) -> None:
        """Begin at the first stream that this role and scope may see."""
        self._left = groupby(_in_order(), key=lambda row: row[0])
        self._next: tuple[Place, dict[UUID, bytes]] | None = self._read()

    def of(self, place: Place) -> Digests:
        """Return the digest of every record of this stream."""
        while self._next is not None and self._next[0] < place:
            self._next = self._read()
        if self._next is None or self._next[0] != place:
            return {}
        return self._next[1]

    def _read(self) -> tuple[Place, dict[UUID, bytes]] | None:
        for place, group in self._left:
            return place, {record: digest for _, record, digest in group}
        return None


def _in_order() -> Iterator[tuple[Place, UUID, bytes]]:
    after = (_ZERO, _ZERO, _ZERO)
    while True:
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT organisation_id, stream_id, id, {refs.IN_SQL} FROM ledger_vault"
                " WHERE (organisation_id, stream_id, id) > (%s, %s, %s)"
                " ORDER BY organisation_id, stream_id, id LIMIT %s",
                [*after, _AT_ONCE],
            )
            found = cursor.fetchall()
        if not found:
            return
        for organisation, stream, record, digest in found:
            yield (organisation, stream), record, bytes(digest)
        after = found[-1][:3]
