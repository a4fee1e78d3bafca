"""Going through the organisation's records for one request: opened in memory, compared, and forgotten (GEN-03).

There is no index of people, on disk or otherwise; so a search takes as long as reading everything takes. The reporter's
envelope is sealed to a post and is not opened here: who reported is never looked for, and never found.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from baken.core.vocabulary.text import Text
from baken.ledger import boxes, matters, refs, vault
from baken.ledger.models import ClientRow, NotificationRow, SignalRow, VaultRecord
from baken.ledger.streams import Stream
from baken.tenancy.scope import current
from baken.trust.rights import matching
from baken.trust.rights.matching import Wanted

AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Found:
    """A record that may be about the person, and why."""

    id: UUID
    kind: str
    why: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Through:
    """All that was gone through, and what came up."""

    looked_through: int
    found: tuple[Found, ...]


def through(wanted: Wanted) -> Through:
    """Compare every signal, received notification and client file with what was typed for this request."""
    found, looked = [], 0
    for stream in _every():
        looked += 1
        if why := matching.why(wanted, contents(stream)):
            found.append(Found(stream.id, stream.kind, why))
    return Through(looked, tuple(found))


def contents(stream: Stream) -> list[dict[str, Any]]:
    """Return everything that was written in a record, of former accounts too, except what is sealed to a post."""
    within = {
        record: refs.made(record, digest)
        for stored in stream.events
        for record, digest in refs.within(stored.event.to_payload())
    }
    open_ = VaultRecord.objects.filter(
        organisation_id=current(), stream_id=stream.id, id__in=list(within), post__isnull=True
    ).exclude(kind=vault.FILE)
    found = []
    for record in open_.values_list("id", flat=True):
        try:
            found.append(vault.get(stream.id, within[record]))
        except (vault.NotPlain, vault.NotInVault, boxes.CannotOpen):
            continue  # no words: a file, or a record whose term ended a moment ago
    return found


def _every() -> Iterator[Stream]:
    own = {"organisation_id": current()}
    ids: list[UUID] = list(SignalRow.objects.filter(**own).values_list("stream_id", flat=True))
    for model in (NotificationRow, ClientRow):
        ids += model.objects.filter(**own).values_list("stream_id", flat=True)
    for start in range(0, len(ids), AT_ONCE):
        yield from matters.streams(ids[start : start + AT_ONCE]).values()
