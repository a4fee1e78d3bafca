"""Recording where a client stays and which shelter was asked. Each is done once, however often the form is sent."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid5

from baken.care.common import clients
from baken.core.decide import placing as decide
from baken.core.derive import care_notice, placing
from baken.core.derive.client import ClientState
from baken.core.derive.placing import PlacingState
from baken.core.events import Event
from baken.core.vocabulary.moments import civil_date
from baken.ledger.matters import Refs
from baken.ledger.streams import Stream
from baken.tenancy.actors import Actor
from baken.web.deciding import Given

WORDS = "words"
Told = Mapping[str, Any]
Decide = Callable[[ClientState, PlacingState, Refs], Sequence[Event]]


def note_stay(
    client: UUID,
    *,
    stays: str,
    registered: str,
    because: str,
    since: date,
    told: Told,
    actor: Actor,
    now: datetime,
    command_id: UUID,
) -> None:
    """Record where somebody stays, is registered and was found."""
    _do(
        client,
        lambda state, placed, refs: decide.note_stay(
            state,
            placed,
            stays=stays,
            registered=registered,
            because=because,
            since=since,
            today=civil_date(now),
            told=refs[WORDS],
        ),
        told,
        {"actor": actor, "now": now, "command_id": command_id},
    )


def note_needs(client: UUID, *, told: Told, actor: Actor, now: datetime, command_id: UUID) -> None:
    """Record what shelter has to offer."""
    _do(
        client,
        lambda state, placed, refs: decide.need(state, refs[WORDS]),
        told,
        {"actor": actor, "now": now, "command_id": command_id},
    )


def ask(
    client: UUID,
    *,
    kind: str,
    named: bool,
    not_local: str,
    on: date,
    basis: str = "",
    told: Told,
    actor: Actor,
    now: datetime,
    command_id: UUID,
) -> None:
    """Record that a place was asked."""

    def decided(stream: Stream, refs: Refs) -> Sequence[Event]:
        return decide.request(
            clients.state(stream),
            placing.fold(stream.happened),
            care_notice.fold(stream.happened),
            request=str(uuid5(command_id, "request")),
            kind=kind,
            named=named,
            not_local=not_local or None,
            on=on,
            today=civil_date(now),
            basis=basis,
            told=refs[WORDS],
        )

    clients.carry_out(client, decided, words={WORDS: told}, actor=actor, now=now, command_id=command_id)


def answer(
    client: UUID,
    *,
    request: str,
    outcome: str,
    on: date,
    told: Told,
    actor: Actor,
    now: datetime,
    command_id: UUID,
) -> None:
    """Record what a shelter said."""
    _do(
        client,
        lambda state, placed, refs: decide.answer(
            state,
            placed,
            request=request,
            outcome=outcome,
            on=on,
            today=civil_date(now),
            told=refs.get(WORDS),
        ),
        told,
        {"actor": actor, "now": now, "command_id": command_id},
    )


def move(
    client: UUID,
    *,
    to: str,
    because: str,
    request: str,
    on: date,
    told: Told,
    actor: Actor,
    now: datetime,
    command_id: UUID,
) -> None:
    """Record that the client moved."""
    _do(
        client,
        lambda state, placed, refs: decide.move(
            state,
            placed,
            to=to,
            because=because,
            request=request or None,
            on=on,
            today=civil_date(now),
            told=refs.get(WORDS),
        ),
        told,
        {"actor": actor, "now": now, "command_id": command_id},
    )


def _do(client: UUID, decided: Decide, told: Told, given: Given) -> None:
    clients.carry_out(
        client,
        lambda stream, refs: decided(clients.state(stream), placing.fold(stream.happened), refs),
        words={WORDS: told} if told else {},
        **given,
    )
