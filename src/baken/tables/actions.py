"""Putting a signal on a table and recording what the table decided. Each is one command in one transaction."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from uuid import UUID

from baken.core.decide import commands as ask
from baken.ledger import signals
from baken.tenancy.actors import Actor

NOTHING: Mapping[str, str] = MappingProxyType({})


def put_on_table(
    *,
    signal: UUID,
    table: str,
    purpose: str | None = None,
    ground: str | None = None,
    named: bool = False,
    override_reason: str = "",
    minor_reason: str = "",
    actor: Actor,
    now: datetime,
    command_id: UUID,
) -> None:
    """Record that the signal was discussed at a table, without the reporter (MEET-11), with purpose and ground (V2).

    None takes the first that the policy gives for this table. Where the policy holds it back, `override_reason` says
    why it cannot wait (ROUTE-W3a, TRIAGE-05); `minor_reason` why the name of a minor was needed (V31).
    """
    said = {"reason": override_reason, "minor": minor_reason}
    signals.carry_out(
        signal,
        lambda refs: ask.PutOnTable(table, refs.get("reason"), purpose, ground, named, refs.get("minor")),
        words={key: {"text": text} for key, text in said.items() if text},
        actor=actor,
        now=now,
        command_id=command_id,
    )


def record_decision(
    *,
    signal: UUID,
    table: str,
    decision: str,
    asked: Mapping[str, str] = NOTHING,
    actor: Actor,
    now: datetime,
    command_id: UUID,
) -> None:
    """Record what a table decided, after the signal lay there (ROUTE-11)."""
    signals.carry_out(
        signal,
        lambda refs: ask.RecordTableDecision(table, refs["decision"]),
        words={"decision": {"text": decision, **asked}},
        actor=actor,
        now=now,
        command_id=command_id,
    )
