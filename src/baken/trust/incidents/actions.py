"""Reporting a data leak, and settling it (V30). Each is done once, however often the form is sent."""

from collections.abc import Callable, Sequence
from datetime import datetime
from uuid import UUID

from baken.core.decide import incident as decide
from baken.core.derive.incidents import IncidentState, fold
from baken.core.events import Event
from baken.ledger import matters
from baken.ledger.matters import Refs, Words
from baken.mail import owed
from baken.tenancy.actors import Actor

KIND = "incident"
MUST_KNOW = ("data_protection_officer", "privacy_officer", "security_officer")


def report(
    *,
    what: str,
    where: str,
    ongoing: str,
    discovered_at: datetime,
    told: str,
    actor: Actor,
    now: datetime,
    command_id: UUID,
) -> UUID:
    """Report a leak, and return it."""

    def make(refs: Refs) -> Sequence[Event]:
        events = decide.report(
            what=what, where=where, ongoing=ongoing, discovered_at=discovered_at, told=refs["told"], now=now
        )
        owed.tell(MUST_KNOW, now=now)
        return events

    return matters.begin(
        KIND,
        make,
        words={"told": {"text": told}},
        actor=actor,
        now=now,
        command_id=command_id,
    )


def concerned(
    *,
    incident: UUID,
    signals: Sequence[UUID],
    notifications: Sequence[UUID] = (),
    clients: Sequence[UUID] = (),
    actor: Actor,
    now: datetime,
    command_id: UUID,
) -> None:
    """Record in which signals, notifications and client files the people are whose data leaked."""
    named = [tuple(map(str, ids)) for ids in (signals, notifications, clients)]
    _do(
        incident,
        lambda state, refs: decide.concerned(state, *named),
        {},
        actor,
        now,
        command_id,
    )


def weigh(
    *,
    incident: UUID,
    risk: str,
    authority: str,
    people: str,
    reason: str,
    actor: Actor,
    now: datetime,
    command_id: UUID,
) -> None:
    """Decide whether the authority and the people are told."""
    _do(
        incident,
        lambda state, refs: decide.weigh(
            state, risk=risk, authority=authority, people=people, reason=refs["reason"]
        ),
        {"reason": {"text": reason}},
        actor,
        now,
        command_id,
    )


def told(
    *, incident: UUID, whom: str, at: datetime, note: str, actor: Actor, now: datetime, command_id: UUID
) -> None:
    """Record that the authority or the people were told."""
    _do(
        incident,
        lambda state, refs: decide.told(state, whom=whom, at=at, note=refs.get("note"), now=now),
        {"note": {"text": note}} if note else {},
        actor,
        now,
        command_id,
    )


def measure(*, incident: UUID, note: str, actor: Actor, now: datetime, command_id: UUID) -> None:
    """Record what was done about it."""
    _do(
        incident,
        lambda state, refs: decide.measure(state, refs["note"]),
        {"note": {"text": note}},
        actor,
        now,
        command_id,
    )


def close(*, incident: UUID, note: str, actor: Actor, now: datetime, command_id: UUID) -> None:
    """Close it, with what was learned."""
    _do(
        incident,
        lambda state, refs: decide.close(state, refs["note"]),
        {"note": {"text": note}},
        actor,
        now,
        command_id,
    )


def _do(
    incident: UUID,
    decided: Callable[[IncidentState, Refs], Sequence[Event]],
    words: Words,
    actor: Actor,
    now: datetime,
    command_id: UUID,
) -> None:
    matters.carry_out(
        KIND,
        incident,
        lambda stream, refs: decided(fold(stream.happened), refs),
        words=words,
        actor=actor,
        now=now,
        command_id=command_id,
    )
