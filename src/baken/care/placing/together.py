"""Shelter for people who were found together: asked and answered in one go, in each file on its own (CARE-12).

What is written lands in every file that was chosen, and no file says anything of another.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction
from django.utils.translation import gettext as _

from baken.care.common import clients
from baken.care.placing import actions, queries
from baken.care.placing.actions import WORDS, Told
from baken.core.decide import placing as decide
from baken.core.derive import care_notice, placing
from baken.core.events import Event
from baken.core.vocabulary.moments import civil_date
from baken.ledger import matters
from baken.ledger.matters import Refs
from baken.ledger.streams import Stream
from baken.tenancy.actors import Actor
from baken.web.templatetags.baken import civil

NEEDS = "needs"
LOCAL = "local"


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of a group whose file is open, and whether a place was asked already."""

    client: UUID
    name: str
    waits: bool


@dataclass(frozen=True, slots=True)
class Waits:
    """One request that waits for an answer, in the file of one of the group."""

    client: UUID
    request: str
    words: str

    @property
    def id(self) -> str:
        """How a form names it."""
        return f"{self.client}_{self.request}"


def members(group: UUID, now: datetime) -> list[Member]:
    """Return everybody who was found together and whose file is open, by working name."""
    rows = [row for row in clients.open_clients(now) if row.group_id == group]
    names = clients.names(rows)
    found = [
        Member(row.stream_id, names.get(row.stream_id) or row.reference, "shelter" in row.waits_for)
        for row in rows
    ]
    return sorted(found, key=lambda one: one.name.casefold())


def waiting(group: Sequence[Member]) -> list[Waits]:
    """Return what the files of a group wait for: whose, of whom it was asked, and when."""
    streams = matters.streams([one.client for one in group if one.waits])
    found = []
    for one in group:
        if one.client not in streams:
            continue
        placed = queries.placed(streams[one.client])
        for asked in placed.state.waiting:
            words = _("%(name)s: gevraagd aan %(whom)s, op %(day)s") % {
                "name": one.name,
                "whom": placed.whom(asked),
                "day": civil(asked.on),
            }
            found.append(Waits(one.client, asked.id, words))
    return found


def ask(
    chosen: Sequence[UUID],
    *,
    needs: Told,
    on: date,
    told: Told,
    actor: Actor,
    now: datetime,
    command_id: UUID,
) -> None:
    """Record the same request, without a name, in each of these files: all of them or none.

    What somebody needs stays as it stands in the file; `needs` is for those of whom nothing was recorded yet.
    """
    with transaction.atomic():
        for client in chosen:
            command = uuid5(command_id, str(client))
            known = placing.fold(clients.read(client).happened).needs is not None
            words: dict[str, Mapping[str, Any]] = {WORDS: told} if known else {WORDS: told, NEEDS: needs}
            clients.carry_out(
                client,
                lambda stream, refs, command=command: _asked(stream, refs, command, on, now),  # type: ignore[misc]
                words=words,
                actor=actor,
                now=now,
                command_id=command,
            )


def _asked(stream: Stream, refs: Refs, command: UUID, on: date, now: datetime) -> Sequence[Event]:
    state = clients.state(stream)
    needed = decide.need(state, refs[NEEDS]) if NEEDS in refs else ()
    asked = decide.request(
        state,
        placing.fold([*stream.happened, *((event, now) for event in needed)]),
        care_notice.fold(stream.happened),
        request=str(uuid5(command, "request")),
        kind=LOCAL,
        named=False,
        not_local=None,
        on=on,
        today=civil_date(now),
        told=refs[WORDS],
    )
    return (*needed, *asked)


def answer(
    chosen: Sequence[Waits],
    *,
    outcome: str,
    on: date,
    told: Told,
    actor: Actor,
    now: datetime,
    command_id: UUID,
) -> None:
    """Record the same answer to each of these requests: all of them or none."""
    with transaction.atomic():
        for one in chosen:
            actions.answer(
                one.client,
                request=one.request,
                outcome=outcome,
                on=on,
                told=told,
                actor=actor,
                now=now,
                command_id=uuid5(command_id, one.id),
            )
