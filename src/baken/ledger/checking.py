"""Whether the chain of every stream still holds, with all that it refers to, and where it is first broken."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from baken.core.events.retention import RecordErased
from baken.ledger import chain, postkeys, refs, rows
from baken.ledger.holdings import Digests, Holdings, Place
from baken.tenancy.scope import scope

Head = tuple[int, bytes]
_AT_ONCE = 2_000


@dataclass(frozen=True, slots=True)
class Broken:
    """The first link of a stream that does not hold: which one, and what is wrong with it."""

    organisation: UUID
    stream: UUID
    number: int
    what: str

    def __str__(self) -> str:
        """One line for the person who runs the check."""
        return f"organisation {self.organisation}, stream {self.stream}, event {self.number}: {self.what}"


@dataclass(frozen=True, slots=True)
class Verified:
    """What a check found: how much it read, the head of every stream, and what is broken."""

    streams: int
    events: int
    broken: tuple[Broken, ...]
    heads: Mapping[Place, Head]

    @property
    def checkpoint(self) -> str:
        """One digest over all heads, for the data protection officer to keep outside the system."""
        return checkpoint(self.heads)


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of streams from elsewhere: how far claims say they went, and which keys the posts have."""

    ends: dict[Place, int]
    keys: dict[UUID, postkeys.Keys]


def verify(
    organisations: Iterable[UUID] | None = None, *, against: Mapping[Place, Head] | None = None
) -> Verified:
    """Check every stream. Without `organisations` all that this role may read: everything for the maintenance
    role.

    `against` holds the heads of an earlier check: it shows a stream that lost its tail, or was written anew
    as a whole.
    """
    earlier = against or {}
    known = _Known({}, {})
    heads: dict[Place, Head] = {}
    broken: list[Broken] = []
    events = 0
    scopes: list[UUID | None] = [None] if organisations is None else list(organisations)
    for organisation in scopes:
        for place, found, told in _streams(organisation, known):
            events += len(found)
            wrong = check(found, told) or _rewritten(found, earlier.get(place))
            if place[0] == place[1]:
                wrong = wrong or _foreign(place, found, known.keys.pop(place[0], {}))
            if wrong is not None:
                broken.append(wrong)
            heads[place] = (found[-1].header.number, found[-1].hash)
    for whose, used in known.keys.items():
        if (wrong := _foreign((whose, whose), [], used)) is not None:
            broken.append(wrong)
    ends = known.ends
    for place, (number, _) in earlier.items():
        ends[place] = max(number, ends.get(place, 0))
    named = {(wrong.organisation, wrong.stream) for wrong in broken}
    for place, number in sorted(ends.items()):
        last = heads.get(place, (0, b""))[0]
        if last < number and place not in named:
            broken.append(Broken(*place, last + 1, f"missing: the stream went on to event {number}"))
    return Verified(len(heads), events, tuple(broken), heads)


def check(found: list[rows.Row], told: Digests) -> Broken | None:
    """Return the first broken link of one stream, or None: its rows, oldest first, and what its vault holds."""
    previous = chain.START
    destroyed = found[-1].header.type == rows.DESTROYED
    gone = {} if destroyed else _erased(found)
    for number, row in enumerate(found, start=1):
        what = _wrong(row, number, previous, destroyed=destroyed)
        what = what or _untold(row, told, gone, destroyed=destroyed) or _kept(number, told, gone)
        if what is not None:
            return Broken(row.header.organisation, row.header.stream, number, what)
        previous = row.hash
    return None


def _rewritten(found: list[rows.Row], head: Head | None) -> Broken | None:
    if head is None or len(found) < head[0] or found[head[0] - 1].hash == head[1]:
        return None
    header = found[head[0] - 1].header
    return Broken(
        header.organisation, header.stream, header.number, "it is not the event that was there before"
    )


def _foreign(place: Place, found: list[rows.Row], used: postkeys.Keys) -> Broken | None:
    """Return the event that does not fit the keys that an organisation's posts have."""
    wrong = postkeys.wrong(found, used)
    return None if wrong is None else Broken(*place, *wrong)


def checkpoint(heads: Mapping[Place, Head]) -> str:
    """Return one digest over the heads of all streams."""
    digest = hashlib.sha256()
    for (organisation, stream), (number, hash_) in sorted(heads.items()):
        digest.update(organisation.bytes + stream.bytes + number.to_bytes(8, "big") + hash_)
    return f"sha256:{digest.hexdigest()}"


def _wrong(row: rows.Row, number: int, previous: bytes, *, destroyed: bool) -> str | None:
    if row.header.number != number:
        return f"missing: the next event is number {row.header.number}"
    if row.previous != previous:
        return "it does not follow on the event before it"
    if chain.link(row.previous, row.header, row.commitment) != row.hash:
        return "its header was changed"
    if row.payload is None and not destroyed:
        return "its payload is gone, and nothing says that the stream was destroyed"
    if row.payload is not None and destroyed and row.header.type != rows.DESTROYED:
        return "its payload is still there, though the stream is said to be destroyed"
    if row.payload is not None and not _committed(row.salt, row.payload, row.commitment):
        return "its payload was changed"
    return None


def _erased(found: list[rows.Row]) -> dict[str, int]:
    """Return the records that the stream itself says were erased, with the number of the event that says so."""
    said = (row for row in found if row.header.type == RecordErased.type and row.payload)
    return {str(row.payload.get("record")): row.header.number for row in said if row.payload}


def _kept(number: int, told: Digests, gone: Mapping[str, int]) -> str | None:
    """Say what is wrong where a record is still there that this event says was erased."""
    there = any(said == number and record in map(str, told) for record, said in gone.items())
    return "what was told is still there, though the event says that it was erased" if there else None


def _untold(row: rows.Row, told: Digests, gone: Mapping[str, int], *, destroyed: bool) -> str | None:
    """Say what is wrong with the records that an intact event refers to."""
    if destroyed:
        return "what was told is still there, though the stream is said to be destroyed" if told else None
    for record, digest in refs.within(row.payload):
        if str(record) in gone:
            continue
        if record not in told:
            return "what was told with it is missing from the vault"
        if told[record] != digest:
            return "what was told with it was changed in the vault"
    return None


def _committed(salt: bytes | None, payload: Mapping[str, Any], commitment: bytes) -> bool:
    """Whether the chain is bound to this payload; one that no event can have is not."""
    try:
        return salt is not None and chain.commitment(salt, payload) == commitment
    except (ValueError, RecursionError):
        return False


def _streams(organisation: UUID | None, known: _Known) -> Iterator[tuple[Place, list[rows.Row], Digests]]:
    """Read streams one at a time, and note beforehand what is known of them from elsewhere.

    All of it is as it was at one moment: what is told or destroyed meanwhile is not seen half.
    """
    alone = not connection.in_atomic_block
    with transaction.atomic():
        if alone:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        if organisation is not None:
            with scope(organisation):
                yield from _read(known)
        else:
            yield from _read(known)


def _read(known: _Known) -> Iterator[tuple[Place, list[rows.Row], Digests]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT organisation_id, stream_id, max(number) FROM ledger_claim GROUP BY 1, 2")
        known.ends.update({(whose, stream): number for whose, stream, number in cursor.fetchall()})
    known.keys.update(postkeys.in_use())
    holdings = Holdings()
    for place, group in groupby(in_order(), key=lambda row: (row.header.organisation, row.header.stream)):
        yield place, list(group), holdings.of(place)


def in_order() -> Iterator[rows.Row]:
    """Read every event that this role and scope may see, by organisation, stream and number."""
    after: tuple[UUID, UUID, int] = (UUID(int=0), UUID(int=0), 0)
    while True:
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT {rows.COLUMNS} FROM ledger_event"
                " WHERE (organisation_id, stream_id, number) > (%s, %s, %s)"
                " ORDER BY organisation_id, stream_id, number LIMIT %s",
                [*after, _AT_ONCE],
            )
            found = [rows.of(row) for row in cursor.fetchall()]
        if not found:
            return
        yield from found
        last = found[-1].header
        after = (last.organisation, last.stream, last.number)
