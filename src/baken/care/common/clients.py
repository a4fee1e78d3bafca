"""The client file, as every part of care reads and writes it, and the one door before it.

    client = clients.require(request, "care.read", client_id)      # 404 for whoever it is not for
    state = clients.state(client)
    told = clients.words(client, [state.contact])

Nobody else's file exists, nor does any file while the organisation keeps its clients in a system of its own.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest

from baken.care.common import room
from baken.clock import now as clock
from baken.core.derive.client import ClientState, fold
from baken.core.events import Event
from baken.core.vocabulary.moments import civil_date
from baken.ledger import matters, policies, processing_log, store, vault
from baken.ledger.matters import NotThere, Refs, Words
from baken.ledger.models import ClientRow
from baken.ledger.streams import Claim, Stream
from baken.tenancy import doors
from baken.tenancy.actors import Actor
from baken.tenancy.scope import current

KIND = "client"
READ, KEEP, DIRECT = "care.read", "care.keep", "care.direct"
ACTIVITY = "coordinate_care"

__all__ = [
    "DIRECT",
    "KEEP",
    "KIND",
    "READ",
    "NotThere",
    "activity",
    "carry_out",
    "names",
    "open_clients",
    "read",
    "require",
    "require_room",
    "state",
    "words",
]


def require(request: HttpRequest, action: str, client: UUID) -> Stream:
    """Return a client file when this person may do `action` with it now; otherwise it does not exist for them.

    The process director reads a file for as long as the coordinator brings it in as a complex case, and no other.
    """
    directs = (
        action == READ
        and not doors.decide(request, READ).allowed
        and doors.decide(request, DIRECT).allowed
        and _is_complex(client)
    )
    doors.require(request, DIRECT if directs else action)
    if request.method == "POST":
        store.hold(client)  # what was looked at stays so until the decision is recorded
    stream = _found(client)
    if stream is None:
        raise Http404
    owed = state(stream).owed(civil_date(clock()))
    doors.looked_at(request, kind=KIND, object_id=client, why=owed, activity=activity(stream))
    return stream


def require_room(request: HttpRequest, action: str) -> Actor:
    """Let somebody do something that is about no client yet; without the room the page does not exist."""
    actor = doors.require(request, action)
    if not room.is_on(clock()):
        raise Http404
    return actor


def read(client: UUID) -> Stream:
    """Return a client file. Raises `NotThere`."""
    return matters.read(KIND, client)


def state(stream: Stream) -> ClientState:
    """Return what the file's own events tell; other parts of care have folds of their own."""
    return fold(stream.happened)


def words(stream: Stream, refs: Iterable[str | None]) -> dict[str, dict[str, Any]]:
    """Return the words behind references of one file, with two queries however many there are."""
    return vault.get_many(stream.id, [ref for ref in refs if ref])


def carry_out(
    client: UUID,
    decide: Callable[[Stream, Refs], Sequence[Event]],
    *,
    words: Words | None = None,
    actor: Actor | None,
    now: datetime,
    command_id: UUID,
    claims: Callable[[Stream], Sequence[Claim]] = lambda stream: (),
) -> None:
    """Carry out one command on a file, once. Raises `NotThere`, `Refused` or `ClaimTaken`; then nothing was written."""
    matters.carry_out(
        KIND, client, decide, words=words, actor=actor, now=now, command_id=command_id, claims=claims
    )


def open_clients(now: datetime) -> list[ClientRow]:
    """Return the rows of every open file, with one query; without the room there are none."""
    if not room.is_on(now):
        return []
    return list(
        ClientRow.objects.filter(organisation_id=current(), open=True).order_by("opened_at", "stream_id")
    )


def names(rows: Iterable[ClientRow]) -> Mapping[UUID, str]:
    """Return the working names of several files, with two queries."""
    told = vault.get_each({row.stream_id: row.name for row in rows})
    return {client: str(content.get("working_name") or "") for client, content in told.items()}


def activity(stream: Stream) -> str:
    """Return the processing activity for the log: that of the policy the file follows, where there is one."""
    if not stream.bundle:
        return ""
    return processing_log.activity(policies.bundle(stream.bundle), ACTIVITY)


def _is_complex(client: UUID) -> bool:
    stream = _found(client)
    return stream is not None and state(stream).complex


def _found(client: UUID) -> Stream | None:
    if not room.is_on(clock()):
        return None
    try:
        return read(client)
    except NotThere:
        return None
