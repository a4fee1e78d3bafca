"""What people wrote beside what they did with rights, keys and policies: free text on two streams of an organisation
that never go themselves. So each such record has a term of its own (V21).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import get_language

from baken.core.events.retention import RecordErased
from baken.core.vocabulary.text import Text
from baken.ledger import people, refs, rows, vault
from baken.tenancy.scope import current

ERASED = Text("(gewist na de bewaartermijn)", "(erased when its term had ended)")


@dataclass(frozen=True, slots=True)
class Reason:
    """One record with a reason: where it lies."""

    stream: UUID
    ref: str

    def __str__(self) -> str:
        """As it may stand in a log: the stream, and nothing of what was written."""
        return str(self.stream)


def written(*, before: datetime) -> list[Reason]:
    """Return the reasons here that were written before a moment and are still there."""
    return [Reason(stream, ref) for stream in (current(), people.stream_id()) for ref in _old(stream, before)]


def words(stream: UUID, wanted: Iterable[str]) -> dict[str, str]:
    """Return what was written, by reference; of what was erased that it was, in the language of this request."""
    asked = set(wanted)
    gone = _erased(rows.read(current(), stream)) if asked else set()
    there = {ref for ref in asked if refs.parts(ref)[0] not in gone}
    told = {ref: str(kept.get("text", "")) for ref, kept in vault.get_many(stream, there).items()}
    erased = ERASED.in_(get_language() or "nl")
    return {ref: told.get(ref, erased) for ref in asked}


def _old(stream: UUID, before: datetime) -> Iterator[str]:
    found = rows.read(current(), stream)
    gone = _erased(found)
    for row in found:
        if row.header.occurred_at < before and row.header.type != RecordErased.type:
            for record, digest in refs.within(row.payload):
                if record not in gone:
                    yield refs.made(record, digest)


def _erased(found: Iterable[rows.Row]) -> set[UUID]:
    """The records that the stream itself says were erased."""
    return {
        UUID(str(row.payload["record"]))
        for row in found
        if row.payload and row.header.type == RecordErased.type
    }
