"""How long the streams of the organisation in scope are kept: from rows for a page, from events where it counts."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.db import transaction

from baken.core.decide.retention import RetentionCommand, decide
from baken.core.derive.retention import CLIENT, SIGNAL, Kept, Plan, erases_at, holds_of, kept, plan
from baken.core.policy.retention import End, RetentionTerm
from baken.core.vocabulary.moments import civil_date
from baken.ledger import lists, policies, signals, store, vault
from baken.ledger.models import RetentionRow
from baken.ledger.streams import Stream
from baken.tenancy.actors import Actor
from baken.tenancy.scope import current

Terms = Sequence[RetentionTerm]


@dataclass(frozen=True, slots=True)
class Planned:
    """A stream, and what happens to it."""

    stream: UUID
    reference: str
    kept: Kept
    plan: Plan
    erases_at: datetime | None


class TermsNow:
    """The terms that count today: of the policy in use, otherwise of the policy a stream began with.

    Terms count for everything that is kept, also from before they were laid down: nobody keeps longer than today's
    policy allows.
    """

    def __init__(self, now: datetime) -> None:
        """Look which policy is in use."""
        here = policies.in_force(civil_date(now))
        self._own: Terms | None = here.retention_list if here else None
        self._of: dict[str, Terms] = {}

    def of(self, bundle: str) -> Terms:
        """Return the terms for a stream that began under a bundle."""
        if self._own is not None:
            return self._own
        if bundle not in self._of:
            try:
                self._of[bundle] = policies.bundle(bundle).retention_list
            except policies.UnknownBundle:
                self._of[bundle] = ()
        return self._of[bundle]


def every(now: datetime) -> Iterator[Planned]:
    """Give every stream of the organisation with its plan, in no order."""
    terms = TermsNow(now)
    for row in RetentionRow.objects.filter(organisation_id=current()).iterator(2_000):
        found = _of_row(row)
        mine = terms.of(row.bundle)
        yield Planned(row.stream_id, row.reference, found, plan(mine, found, now), erases_at(mine, found))


def from_events(wanted: Collection[UUID], now: datetime) -> dict[UUID, Planned]:
    """Return streams with their plan, from their events; what was destroyed or is not here is left out."""
    terms = TermsNow(now)
    owing = lists.owed_on(wanted)
    found = {}
    for stream in (store.load(one) for one in wanted):
        what = kept(stream.kind, stream.happened, owed={one.step for one in owing[stream.id]})
        if what is not None:
            mine = terms.of(stream.bundle)
            found[stream.id] = Planned(stream.id, "", what, plan(mine, what, now), erases_at(mine, what))
    return found


def to_hold(stream_id: UUID, *kinds: str) -> Stream:
    """Return what destruction can be held off of: a signal or a client file. Raises `NotFound`."""
    stream = store.load(stream_id)
    if not stream.exists or stream.kind not in (kinds or (SIGNAL, CLIENT)):
        raise signals.NotFound("there is nothing here to hold off")
    return stream


def carry_out(
    held: UUID, command: RetentionCommand, *, reason: str, actor: Actor, now: datetime, command_id: UUID
) -> None:
    """Hold off the destruction of a signal or a client file, or end a hold; once. Raises `NotFound` or `Refused`."""
    with transaction.atomic():
        if store.earlier(command_id):
            return
        store.hold(held)
        stream = to_hold(held)
        holds = holds_of(stored.event for stored in stream.events)
        decide(holds, command)  # refuses before anything is put in the vault
        ref = vault.put(held, "reason", {"text": reason})
        store.append(
            held,
            stream.kind,
            stream.number,
            decide(holds, replace(command, reason=ref)),
            now=now,
            actor=actor,
            bundle=stream.bundle,
            command=command_id,
        )


def _of_row(row: RetentionRow) -> Kept:
    end = End(row.outcome, row.assessment, row.handed_over) if row.outcome else None
    return Kept(
        kind=row.kind,
        begun=row.begun,
        last_at=row.last_at,
        end=end,
        closed_at=row.closed_at,
        informed_at=row.informed_at,
        owed=row.owed,
        identity=row.identity,
        held_until=row.held_until,
        erasing_at=row.erasing_at,
    )
