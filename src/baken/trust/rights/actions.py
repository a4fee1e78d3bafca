"""Registering and settling a request of somebody concerned, and what is done on the signals for it (V24, V25)."""

from collections.abc import Callable, Collection, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction

from baken.core.decide import request as decide
from baken.core.decide import rights as on_signal
from baken.core.derive.rights import RequestState, fold
from baken.core.events import Event
from baken.core.events import rights as past
from baken.core.vocabulary.moments import civil_date
from baken.ledger import matters, signals, store
from baken.ledger.matters import Refs, Words
from baken.tenancy.actors import Actor
from baken.trust.rights import gathering
from baken.trust.rights.matching import Wanted

KIND = "request"
ACTS = {
    "correction": ("corrected", "refused"),
    "erasure": ("erased", "refused"),
    "restriction": ("restricted", "refused"),
    "objection": ("restricted", "refused"),
}


def register(
    *,
    right: str,
    received_on: date,
    identity: str,
    who: dict[str, str],
    actor: Actor,
    now: datetime,
    command_id: UUID,
) -> UUID:
    """Register a request, and return it. Who asks lies in its own vault."""
    return matters.begin(
        KIND,
        lambda refs: decide.receive(
            right=right,
            received_on=received_on,
            identity=identity,
            words=refs["who"],
            today=civil_date(now),
        ),
        words={"who": who},
        actor=actor,
        now=now,
        command_id=command_id,
    )


def identify(*, request: UUID, identity: str, actor: Actor, now: datetime, command_id: UUID) -> None:
    """Record how it was established who asks."""
    _do(request, lambda state, refs: decide.identify(state, identity), {}, actor, now, command_id)


def extend(
    *, request: UUID, because: str, reason: str, actor: Actor, now: datetime, command_id: UUID
) -> None:
    """Take two months more, with the reason that the person was told."""
    _do(
        request,
        lambda state, refs: decide.extend(state, because, refs["reason"], now),
        {"reason": {"text": reason}},
        actor,
        now,
        command_id,
    )


def search(
    *, request: UUID, wanted: Wanted, actor: Actor, now: datetime, command_id: UUID
) -> gathering.Through | None:
    """Go through the records for this request. What was typed is kept in its vault, and nowhere else.

    Nothing is opened before it is certain that this request allows it. The same search sent twice is done once.
    """
    with transaction.atomic():
        if store.earlier(command_id):
            return None
        decide.must_allow_search(fold(matters.read(KIND, request).happened))
        found = gathering.through(wanted)
        _do(
            request,
            lambda state, refs: decide.searched(
                state,
                asked=refs["asked"],
                looked_through=found.looked_through,
                found=tuple(str(one.id) for one in found.found),
            ),
            {"asked": wanted.to_vault()},
            actor,
            now,
            command_id,
        )
    return found


def weigh(
    *,
    request: UUID,
    record: UUID,
    kind: str,
    verdict: str,
    give: Sequence[str],
    leave_out: Sequence[str],
    summary: str,
    note: str,
    actor: Actor,
    now: datetime,
    command_id: UUID,
) -> None:
    """Decide about one record. Where informing was put off, nothing of it is given (AVG 23)."""
    if give and kind == signals.KIND:
        on_signal.must_not_be_put_off(signals.read(record, now=now).state)
    texts = {"summary": summary.strip(), "note": note.strip()}
    _do(
        request,
        lambda state, refs: decide.weigh(
            state,
            record=str(record),
            kind=kind,
            verdict=verdict,
            give=tuple(give),
            leave_out=tuple(leave_out),
            summary=refs.get("summary"),
            note=refs.get("note"),
        ),
        {name: {"text": text} for name, text in texts.items() if text},
        actor,
        now,
        command_id,
    )


def act(
    *,
    request: UUID,
    record: UUID,
    kind: str,
    done: str,
    reason: str,
    actor: Actor,
    now: datetime,
    command_id: UUID,
) -> None:
    """Carry out on one record what was asked, or refuse it; both in one transaction with the request's own event."""
    with transaction.atomic():
        if store.earlier(command_id):
            return
        _do(
            request,
            lambda state, refs: decide.act(state, record=str(record), done=done, reason=refs["reason"]),
            {"reason": {"text": reason}},
            actor,
            now,
            command_id,
        )
        common: dict[str, Any] = {"actor": actor, "now": now, "command_id": uuid5(command_id, "record")}
        if kind == signals.KIND:
            _on_signal(request, record, done, reason, common)
        else:
            _on_received(kind, request, record, done, reason, common)


def letter(
    *,
    request: UUID,
    content: dict[str, Any],
    tells: bool,
    there: Collection[str],
    as_read: bool,
    actor: Actor,
    now: datetime,
    command_id: UUID,
) -> None:
    """Record the letter, exactly as it was read before; `there` are the records that are not destroyed."""
    _do(
        request,
        lambda state, refs: decide.letter(
            state, letter=refs["letter"], tells=tells, there=there, as_read=as_read
        ),
        {"letter": content},
        actor,
        now,
        command_id,
    )


def answered(
    *, request: UUID, outcome: str, channel: str, actor: Actor, now: datetime, command_id: UUID
) -> None:
    """Record that the answer went out."""
    _do(
        request,
        lambda state, refs: decide.answered(state, outcome=outcome, channel=channel),
        {},
        actor,
        now,
        command_id,
    )


def _on_signal(request: UUID, signal: UUID, done: str, reason: str, common: dict[str, Any]) -> None:
    state = signals.read(signal, now=common["now"]).state
    words = {"reason": {"text": reason}}
    if done == "corrected":
        on_signal.must_be_corrected(state)
    if done == "restricted" and not state.restricted:
        signals.carry_out(
            signal, lambda refs: on_signal.Restrict(str(request), refs["reason"]), words=words, **common
        )
    if done == "erased" and not state.erasing:
        signals.carry_out(
            signal, lambda refs: on_signal.GrantErasure(str(request), refs["reason"]), words=words, **common
        )


def _on_received(
    kind: str, request: UUID, record: UUID, done: str, reason: str, common: dict[str, Any]
) -> None:
    made = {"restricted": past.ProcessingRestricted, "erased": past.ErasureGranted}.get(done)
    if made is not None:
        matters.carry_out(
            kind,
            record,
            lambda stream, refs: (made(str(request), refs["reason"]),),
            words={"reason": {"text": reason}},
            **common,
        )


def _do(
    request: UUID,
    decided: Callable[[RequestState, Refs], Sequence[Event]],
    words: Words,
    actor: Actor,
    now: datetime,
    command_id: UUID,
) -> None:
    matters.carry_out(
        KIND,
        request,
        lambda stream, refs: decided(fold(stream.happened), refs),
        words=words,
        actor=actor,
        now=now,
        command_id=command_id,
    )
