"""Opening files and recording in one. Each is done once, however often the form is sent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction

from baken.care.clients.acts import Act, On
from baken.care.common import clients, following, sharing
from baken.care.common.opening import first_check, identity
from baken.core.decide import client as decide
from baken.core.events import Event
from baken.core.vocabulary.moments import civil_date
from baken.ledger import matters
from baken.ledger.matters import Refs
from baken.ledger.streams import Stream
from baken.tenancy.actors import Actor

WORDS = "words"


@dataclass(frozen=True, slots=True)
class Opening:
    """For whom files open, and why. `notification` is where they came from, where there is one."""

    names: Sequence[str]
    source: str
    ground: str
    age: str
    told: Mapping[str, str]
    notification: UUID | None = None


def open_files(opening: Opening, *, actor: Actor, now: datetime, command_id: UUID) -> list[UUID]:
    """Open a file for each person, all of them or none. Of people found together the files know that, and no more."""
    together = str(uuid5(command_id, "together")) if len(opening.names) > 1 else None
    with transaction.atomic():
        return [
            _open(opening, name, together, actor=actor, now=now, command_id=uuid5(command_id, str(number)))
            for number, name in enumerate(opening.names)
        ]


def _open(
    opening: Opening, name: str, together: str | None, *, actor: Actor, now: datetime, command_id: UUID
) -> UUID:
    def make(refs: Refs) -> Sequence[Event]:
        return decide.open_(
            source=opening.source,
            notification=str(opening.notification) if opening.notification else None,
            together=together,
            ground=opening.ground,
            age=opening.age,
            check_on=first_check(civil_date(now)),
            told=refs[WORDS],
        )

    words = {WORDS: identity({"working_name": name, **opening.told})}
    return matters.begin(clients.KIND, make, words=words, actor=actor, now=now, command_id=command_id)


def record(
    client: UUID,
    act: Act,
    data: Mapping[str, Any],
    told: Mapping[str, Any],
    *,
    part: str,
    actor: Actor,
    now: datetime,
    command_id: UUID,
) -> None:
    """Carry out one act on a file, and let follow what it gives. Raises `Refused`; then nothing was written."""

    def decided(stream: Stream, refs: Refs) -> Sequence[Event]:
        fresh = str(uuid5(command_id, "part"))
        young = partial(sharing.under_16, stream, civil_date(now))
        return act.do(On(clients.state(stream), data, refs.get(WORDS), part, fresh, now, young))

    words = {WORDS: identity(told)} if told else {}
    with transaction.atomic():
        clients.carry_out(client, decided, words=words, actor=actor, now=now, command_id=command_id)
        following.run(client, now)
