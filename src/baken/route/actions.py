"""What a focal point does with a signal: receive, establish facts, assess, correct, close, reopen, move to another
policy, open the envelope.

Every action is one command in one transaction. Pages, demonstration and tests call the same functions. Each may raise
`Refused` (with what, why and what to do) or `Conflict` (somebody else wrote first); then nothing has changed.
"""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Any
from uuid import UUID

from django.db import transaction

from baken.core.decide import commands as ask
from baken.core.vocabulary.moments import civil_date
from baken.ledger import policies, signals, vault
from baken.tenancy.actors import Actor
from baken.tenancy.keys import PostSecret

Asked = Mapping[str, str]
"""What an officer answered beside the words: whether they hold police data (V4), the ground of a BSN (V19)."""
NOTHING: Asked = MappingProxyType({})


def receive(
    *,
    signal: UUID,
    purpose: str | None = None,
    ground: str | None = None,
    actor: Actor,
    now: datetime,
    command_id: UUID,
) -> None:
    """Take the signal in hand, with the purpose and ground that fit; None keeps what was stamped (V1)."""
    signals.carry_out(
        signal, lambda refs: ask.Receive(purpose, ground), actor=actor, now=now, command_id=command_id
    )


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
    asked: Asked = NOTHING,
    actor: Actor,
    now: datetime,
    command_id: UUID,
) -> None:
    """Establish one fact with the reason (TRIAGE-04); a set of values where the fact is a set."""
    values = (value,) if isinstance(value, str) else tuple(value)
    signals.carry_out(
        signal,
        lambda refs: ask.EstablishFact(fact, values, refs["reason"]),
        words={"reason": {"text": reason, **asked}},
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
    asked: Asked = NOTHING,
    actor: Actor,
    now: datetime,
    command_id: UUID,
) -> None:
    """Judge what the signal is; another phenomenon names who takes it up (ROUTE-10)."""
    signals.carry_out(
        signal,
        lambda refs: ask.Assess(assessment, refs["reason"], destination or None),
        words={"reason": {"text": reason, **asked}},
        actor=actor,
        now=now,
        command_id=command_id,
    )


def correct(
    *,
    signal: UUID,
    content: Mapping[str, Any],
    reason: str,
    asked: Asked = NOTHING,
    actor: Actor,
    now: datetime,
    command_id: UUID,
) -> None:
    """Put a new account beside the former one, which stays (V26). `content` is a whole report."""
    signals.carry_out(
        signal,
        lambda refs: ask.Correct(refs["report"], refs["reason"]),
        words={"report": content, "reason": {"text": reason, **asked}},
        actor=actor,
        now=now,
        command_id=command_id,
    )


def record_police_talk(
    *, signal: UUID, on: date, function: str, actor: Actor, now: datetime, command_id: UUID
) -> None:
    """Record that it was discussed with the police: the day and the function, and no more (V4, ADR 26)."""
    signals.carry_out(
        signal,
        lambda refs: ask.RecordPoliceTalk(on, function, civil_date(now)),
        actor=actor,
        now=now,
        command_id=command_id,
    )


def notice_secrecy(*, signal: UUID, actor: Actor, now: datetime, command_id: UUID) -> None:
    """Say that something told may be under professional secrecy; weighing it is owed from here on (V5)."""
    signals.carry_out(signal, lambda refs: ask.NoticeSecrecy(), actor=actor, now=now, command_id=command_id)


def weigh_secrecy(
    *, signal: UUID, outcome: str, reason: str, actor: Actor, now: datetime, command_id: UUID
) -> None:
    """Weigh whether what is under professional secrecy may be shared (V5)."""
    signals.carry_out(
        signal,
        lambda refs: ask.WeighSecrecy(outcome, refs["reason"]),
        words={"reason": {"text": reason}},
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
