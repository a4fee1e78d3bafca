"""Weighing, consulting one source by hand, and considering a trusted person. Each is one command in one transaction.

Nothing here asks a source by itself (V11): a person looked, and records the least of what they saw (V13).
"""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from uuid import UUID

from baken.core.decide import commands as ask
from baken.ledger import signals
from baken.tenancy.actors import Actor

NOTHING: Mapping[str, str] = MappingProxyType({})


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
    reason: str,
    continues_because: str = "none",
    note: str = "",
    asked: Mapping[str, str] = NOTHING,
    actor: Actor,
    now: datetime,
    command_id: UUID,
) -> None:
    """Record one consultation of one source: why, on what ground, and the minimal answer (ENR-04, V11, V13).

    `asked` is what was answered beside the words: that they hold no police data (V4).
    """
    signals.carry_out(
        signal,
        lambda refs: ask.ConsultSource(
            source, outcome, continues_because, ground, refs.get("note"), refs["reason"]
        ),
        words={"reason": {"text": reason, **asked}, **({"note": {"text": note, **asked}} if note else {})},
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
