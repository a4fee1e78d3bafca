"""What a focal point does with a signal: receive, establish facts, assess, correct, close, reopen, move to another
policy, open the envelope.

Every action is one command in one transaction. Pages, demonstration and tests call the same functions. Each may raise
`Refused` (with what, why and what to do) or `Conflict` (somebody else wrote first); then nothing has changed.
"""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from baken.core.decide import commands as ask
from baken.core.vocabulary.moments import civil_date
from baken.ledger import policies, signals, vault
from baken.tenancy.actors import Actor
from baken.tenancy.keys import PostSecret


def receive(*, signal: UUID, actor: Actor, now: datetime, command_id: UUID) -> None:
    """Take the signal in hand."""
    signals.carry_out(signal, lambda refs: ask.Receive(), actor=actor, now=now, command_id=command_id)


def coordinator_consulted(*, signal: UUID, actor: Actor, now: datetime, command_id: UUID) -> None:
    """Record that a team coordinator was consulted; who that was is not asked (DATA-06)."""
    signals.carry_out(
        signal, lambda refs: ask.RecordCoordinatorConsulted(), actor=actor, now=now, command_id=command_id
    )


def establish_fact(
    *,
    signal: UUID,
    fact: str,
    value: str | Collection[str],
    reason: str,
    actor: Actor,
    now: datetime,
    command_id: UUID,
) -> None:
    """Establish one fact with the reason (TRIAGE-04); a set of values where the fact is a set."""
    values = (value,) if isinstance(value, str) else tuple(value)
    signals.carry_out(
        signal,
        lambda refs: ask.EstablishFact(fact, values, refs["reason"]),
        words={"reason": {"text": reason}},
        actor=actor,
        now=now,
        command_id=command_id,
    )


def assess(
    *,
    signal: UUID,
    assessment: str,
    reason: str,
    destination: str | None = None,
    actor: Actor,
    now: datetime,
    command_id: UUID,
) -> None:
    """Judge what the signal is; another phenomenon names who takes it up (ROUTE-10)."""
    signals.carry_out(
        signal,
        lambda refs: ask.Assess(assessment, refs["reason"], destination or None),
        words={"reason": {"text": reason}},
        actor=actor,
        now=now,
        command_id=command_id,
    )


def correct(
    *, signal: UUID, content: Mapping[str, Any], reason: str, actor: Actor, now: datetime, command_id: UUID
) -> None:
    """Put a new account beside the former one, which stays (V26). `content` is a whole report."""
    signals.carry_out(
        signal,
        lambda refs: ask.Correct(refs["report"], refs["reason"]),
        words={"report": content, "reason": {"text": reason}},
        actor=actor,
        now=now,
        command_id=command_id,
    )


def close(*, signal: UUID, outcome: str, reason: str, actor: Actor, now: datetime, command_id: UUID) -> None:
    """Close the signal; what is owed stays owed."""
    signals.carry_out(
        signal,
        lambda refs: ask.Close(outcome, refs["reason"]),
        words={"reason": {"text": reason}},
        actor=actor,
        now=now,
        command_id=command_id,
    )


def reopen(*, signal: UUID, reason: str, actor: Actor, now: datetime, command_id: UUID) -> None:
    """Take a closed signal up again."""
    signals.carry_out(
        signal,
        lambda refs: ask.Reopen(refs["reason"]),
        words={"reason": {"text": reason}},
        actor=actor,
        now=now,
        command_id=command_id,
    )


def move_policy(
    *, signal: UUID, bundle: str, reason: str, actor: Actor, now: datetime, command_id: UUID
) -> None:
    """Let the signal follow `bundle` from here on: the policy in force today, as the officer saw it (ROUTE-02)."""
    found = policies.decided().in_force(civil_date(now))
    signals.carry_out(
        signal,
        lambda refs: ask.MovePolicy(bundle, found.bundle if found else None, refs["reason"]),
        words={"reason": {"text": reason}},
        actor=actor,
        now=now,
        command_id=command_id,
    )


def open_envelope(
    *, signal: UUID, why: str, reason: str, secret: PostSecret, actor: Actor, now: datetime, command_id: UUID
) -> dict[str, Any]:
    """Record that the envelope was opened and return what is in it (ROLE-03).

    The event and the reading stand or fall together: an envelope that this key does not open leaves no event.
    """
    with transaction.atomic():
        signals.carry_out(
            signal,
            lambda refs: ask.OpenEnvelope(why, refs["reason"]),
            words={"reason": {"text": reason}},
            actor=actor,
            now=now,
            command_id=command_id,
        )
        envelope = signals.read(signal, now=now).state.envelope
        if envelope is None:  # the decision above refuses a signal without an envelope
            raise LookupError("the signal has no envelope")
        return vault.get_sealed(signal, envelope, secret)
