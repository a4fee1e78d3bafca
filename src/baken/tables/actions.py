"""Putting a signal on a table and recording what the table decided. Each is one command in one transaction."""

from datetime import datetime
from uuid import UUID

from baken.core.decide import commands as ask
from baken.ledger import signals
from baken.tenancy.actors import Actor


def put_on_table(
    *,
    signal: UUID,
    table: str,
    override_reason: str = "",
    actor: Actor,
    now: datetime,
    command_id: UUID,
) -> None:
    """Record that the signal was discussed at a table, without the reporter (MEET-11).

    Where the policy holds it back, `override_reason` says why it cannot wait (ROUTE-W3a, TRIAGE-05).
    """
    signals.carry_out(
        signal,
        lambda refs: ask.PutOnTable(table, refs.get("reason")),
        words={"reason": {"text": override_reason}} if override_reason else {},
        actor=actor,
        now=now,
        command_id=command_id,
    )


def record_decision(
    *, signal: UUID, table: str, decision: str, actor: Actor, now: datetime, command_id: UUID
) -> None:
    """Record what a table decided, after the signal lay there (ROUTE-11)."""
    signals.carry_out(
        signal,
        lambda refs: ask.RecordTableDecision(table, refs["decision"]),
        words={"decision": {"text": decision}},
        actor=actor,
        now=now,
        command_id=command_id,
    )
