"""A matter beside the signals, with a stream of its own: a request of somebody concerned, a data leak.

There are few, so they have no projection: a claim of their kind says which there are, and their events are folded
whenever somebody looks.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction

from baken.core.events import Event
from baken.core.vocabulary.moments import civil_date
from baken.ledger import policies, rows, store, vault
from baken.ledger.models import ClaimRecord
from baken.ledger.streams import Claim, Stream
from baken.tenancy.actors import Actor
from baken.tenancy.scope import current

Words = Mapping[str, Mapping[str, Any]]
Refs = Mapping[str, str]


class NotThere(LookupError):
    """There is no such matter in this organisation; another's looks just the same."""


def begin(
    kind: str,
    make: Callable[[Refs], Sequence[Event]],
    *,
    words: Words,
    actor: Actor,
    now: datetime,
    command_id: UUID,
) -> UUID:
    """Begin a matter, once: the same command again leads to the same one. What `make` raises, leaves nothing."""
    with transaction.atomic():
        if done := store.earlier(command_id):
            return done.stream
        stream = uuid5(command_id, kind)
        refs = {name: vault.put(stream, name, content) for name, content in words.items()}
        bundle = policies.in_force(civil_date(now))
        store.append(
            stream,
            kind,
            0,
            make(refs),
            now=now,
            actor=actor,
            bundle=bundle.id if bundle else "",
            command=command_id,
            claims=[Claim(kind, str(stream))],
        )
    return stream


def carry_out(
    kind: str,
    matter: UUID,
    decide: Callable[[Stream, Refs], Sequence[Event]],
    *,
    words: Words | None = None,
    actor: Actor | None,
    now: datetime,
    command_id: UUID,
    claims: Callable[[Stream], Sequence[Claim]] = lambda stream: (),
) -> None:
    """Carry out one command on a matter, once. Raises `NotThere` or `Refused`; then nothing was written.

    `claims` tells what may exist once in the organisation; where it exists already `ClaimTaken` is raised.
    """
    with transaction.atomic():
        if store.earlier(command_id):
            return
        store.hold(matter)
        stream = read(kind, matter)
        refs = {name: vault.put(matter, name, content) for name, content in (words or {}).items()}
        store.append(
            matter,
            kind,
            stream.number,
            decide(stream, refs),
            now=now,
            actor=actor,
            bundle=stream.bundle,
            command=command_id,
            claims=claims(stream),
        )


def read(kind: str, matter: UUID) -> Stream:
    """Return one matter. Raises `NotThere`."""
    stream = store.load(matter)
    if not stream.exists or stream.kind != kind:
        raise NotThere("there is no such matter here")
    return stream


def every(kind: str) -> list[Stream]:
    """Return all matters of a kind, what began last first, with two queries; what was destroyed is left out."""
    claimed = ClaimRecord.objects.filter(organisation_id=current(), kind=kind)
    found = streams(claimed.values_list("stream_id", flat=True)).values()
    return sorted(found, key=lambda stream: stream.events[0].recorded_at, reverse=True)


def streams(wanted: Iterable[UUID]) -> dict[UUID, Stream]:
    """Return several streams of any kind with one query; what is not here, or was destroyed, is left out."""
    asked: Collection[UUID] = list(wanted)
    read_ = rows.read_many(current(), asked)
    found = {id_: rows.stream_of(id_, these) for id_, these in read_.items()}
    return {id_: stream for id_, stream in found.items() if stream.exists}
