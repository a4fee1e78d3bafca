"""Whether both logs are still what was sealed, and which batch is the first that is not."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection, transaction

from baken.ledger.chain import START
from baken.ledger.readlog.models import Seal
from baken.ledger.readlog.sealing import LOGS, Row, content, entries, seal_hash
from baken.tenancy.scope import scope

KEPT = timedelta(days=2 * 365)
"""How long an entry is kept at least; a batch that went sooner is broken. Chosen: two years, as the ADR says."""

Place = tuple[UUID, str]
Head = tuple[int, bytes]


@dataclass(frozen=True, slots=True)
class Broken:
    """The first batch of a log that does not fit, and what is wrong with it."""

    organisation: UUID
    log: str
    number: int
    what: str

    def __str__(self) -> str:
        """One line for the person who runs the check."""
        return f"organisation {self.organisation}, {self.log} log, batch {self.number}: {self.what}"


@dataclass(slots=True)
class Verified:
    """What a check found: how much was sealed and what was not yet, the head of every log, and what is broken."""

    batches: int = 0
    sealed: int = 0
    unsealed: int = 0
    oldest_unsealed: datetime | None = None
    let_go: int = 0
    broken: list[Broken] = field(default_factory=list)
    heads: dict[Place, Head] = field(default_factory=dict)

    @property
    def checkpoint(self) -> str:
        """One digest over all heads, to keep outside the system."""
        digest = hashlib.sha256()
        for (organisation, log), (number, hash_) in sorted(self.heads.items()):
            digest.update(organisation.bytes + log.encode() + number.to_bytes(8, "big") + hash_)
        return f"sha256:{digest.hexdigest()}"


def verify(organisations: Iterable[UUID], *, against: Mapping[Place, Head] | None = None) -> Verified:
    """Check the logs of these organisations. `against` holds heads of an earlier check: it shows a lost or new tail."""
    found, earlier = Verified(), against or {}
    for organisation in organisations:
        single = not connection.in_atomic_block
        with transaction.atomic():
            if single:
                with connection.cursor() as cursor:
                    cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            with scope(organisation):
                for log in LOGS:
                    wrong = _check(organisation, log, found, earlier.get((organisation, log)))
                    if wrong is not None:
                        found.broken.append(Broken(organisation, log, *wrong))
    return found


def _check(organisation: UUID, log: str, found: Verified, earlier: Head | None) -> tuple[int, str] | None:
    seals = list(Seal.objects.filter(organisation_id=organisation, log=log).order_by("number"))
    gone = max((one.let_go for one in seals), default=0)
    rows, previous, after = Waiting(entries(organisation, log)), START, 0
    wrong: tuple[int, str] | None = None
    for number, one in enumerate(seals, start=1):
        batch = list(rows.until(one.upto))
        wrong = wrong or _wrong(one, number, previous, after, batch, gone)
        previous, after = bytes(one.hash), one.upto
        found.batches, found.sealed = found.batches + 1, found.sealed + len(batch)
        found.let_go += one.entries if one.upto <= gone else 0
    if seals:
        found.heads[(organisation, log)] = (seals[-1].number, bytes(seals[-1].hash))
    for row in rows.rest():
        found.unsealed += 1
        found.oldest_unsealed = min(found.oldest_unsealed or row.at, row.at)
    if wrong is None and earlier is not None:
        wrong = _rewritten(seals, earlier)
    return wrong


def _wrong(
    one: Seal, number: int, previous: bytes, after: int, batch: list[Row], gone: int
) -> tuple[int, str] | None:
    if one.number != number:
        return number, f"missing: the next batch is number {one.number}"
    if seal_hash(previous, one) != bytes(one.hash):
        return number, "its seal does not follow on the one before it, or was changed"
    if one.let_go and one.last_at > one.sealed_at - KEPT:
        return number, "it let entries go before their term had ended"
    if one.upto < after:
        return number, "it ends before the batch before it"
    if one.upto <= gone:
        return (number, "entries that went are still there") if batch else None
    if len(batch) != one.entries:
        return number, f"it holds {len(batch)} entries, and {one.entries} were sealed"
    if content(batch) != bytes(one.content):
        return number, "an entry in it was changed"
    return None


def _rewritten(seals: list[Seal], earlier: Head) -> tuple[int, str] | None:
    number, hash_ = earlier
    if len(seals) < number:
        return len(seals) + 1, f"missing: the log went on to batch {number}"
    if bytes(seals[number - 1].hash) != hash_:
        return number, "it is not the batch that was there before"
    return None


class Waiting:
    """Entries in order, taken batch by batch."""

    def __init__(self, rows: Iterator[Row]) -> None:
        self._rows, self._next = rows, next(rows, None)

    def until(self, upto: int) -> Iterator[Row]:
        """Take the entries up to and with this number."""
        return self._take(upto)

    def rest(self) -> Iterator[Row]:
        """Take what is left."""
        return self._take(None)

    def _take(self, upto: int | None) -> Iterator[Row]:
        while self._next is not None and (upto is None or self._next.number <= upto):
            row, self._next = self._next, next(self._rows, None)
            yield row
