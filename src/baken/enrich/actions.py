"""Weighing, consulting one source by hand, and considering a trusted person. Each is one command in one transaction.

Nothing here asks a source by itself (V11): a person looked, and records the least of what they saw (V13).
"""

from datetime import datetime
from uuid import UUID

from baken.core.decide import commands as ask
from baken.ledger import signals
from baken.tenancy.actors import Actor


def weigh(*, signal: UUID, outcome: str, reason: str, actor: Actor, now: datetime, command_id: UUID) -> None:
    """Weigh whether sources may be consulted at all (V12)."""
    signals.carry_out(
        signal,
        lambda refs: ask.Weigh(outcome, refs["reason"]),
        words={"reason": {"text": reason}},
        actor=actor,
        now=now,
        command_id=command_id,
    )


def consult_source(
    *,
    signal: UUID,
    source: str,
    outcome: str,
    ground: str,
    continues_because: str = "none",
    note: str = "",
    actor: Actor,
    now: datetime,
    command_id: UUID,
) -> None:
    """Record one consultation of one source, with its ground and the minimal answer (ENR-04, V13)."""
    signals.carry_out(
        signal,
        lambda refs: ask.ConsultSource(source, outcome, continues_because, ground, refs.get("note")),
        words={"note": {"text": note}} if note else {},
        actor=actor,
        now=now,
        command_id=command_id,
    )


def consider_trusted_person(
    *, signal: UUID, outcome: str, reason: str, actor: Actor, now: datetime, command_id: UUID
) -> None:
    """Answer whether a trusted person can be brought in for the presumed victim (ROUTE-W3a)."""
    signals.carry_out(
        signal,
        lambda refs: ask.ConsiderTrustedPerson(outcome, refs["reason"]),
        words={"reason": {"text": reason}},
        actor=actor,
        now=now,
        command_id=command_id,
    )
