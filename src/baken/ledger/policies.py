"""The policy bundles that were adopted, and which one is in force for the organisation in scope."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from baken.core.derive.adoptions import OrganisationPolicies, Told, fold
from baken.core.events import Event
from baken.core.events.organisation import PolicyAdopted
from baken.core.policy.bundle import Bundle
from baken.ledger import store as ledger
from baken.ledger.bundles import UnknownBundle, bundle, route_policy, store
from baken.tenancy.actors import Actor
from baken.tenancy.scope import current

__all__ = [
    "UnknownBundle",
    "adopt",
    "bundle",
    "carry_out",
    "decided",
    "in_force",
    "route_policy",
    "store",
]
KIND = "organisation"


def adopt(
    found: Bundle,
    *,
    from_date: date,
    decision: str,
    decided_on: date | None = None,
    now: datetime,
    actor: Actor | None,
    command: UUID,
) -> ledger.Appended:
    """Record that the organisation in scope uses this bundle from a day, by one hand: no second person confirmed it."""
    stream = ledger.load(current())
    adopted = PolicyAdopted(
        bundle=store(found),
        policy_id=found.policy_id,
        from_date=from_date.isoformat(),
        decision=decision,
        decided_on=decided_on.isoformat() if decided_on else None,
        proposal=None,
    )
    return ledger.append(
        current(), KIND, stream.number, [adopted], now=now, actor=actor, bundle=found.id, command=command
    )


def carry_out(
    decide: Callable[[OrganisationPolicies], Sequence[Event]],
    *,
    bundle_id: str,
    now: datetime,
    actor: Actor | None,
    command_id: UUID,
) -> bool:
    """Decide about the policies of the organisation in scope, once; tell whether it happened now or had before.

    Whoever decides at the same time waits and then sees what happened. Raises `Refused`; then nothing was written.
    """
    with transaction.atomic():
        if ledger.earlier(command_id):
            return False
        ledger.hold(current())
        stream = ledger.load(current())
        events = decide(_fold(stream))
        ledger.append(
            current(),
            KIND,
            stream.number,
            events,
            now=now,
            actor=actor,
            bundle=bundle_id,
            command=command_id,
        )
    return True


def decided() -> OrganisationPolicies:
    """Return all that the organisation in scope decided about its policy."""
    return _fold(ledger.load(current()))


def in_force(on: date) -> Bundle | None:
    """Return the bundle in use on a day: the latest from-date that has come; of one day the last adopted."""
    found = decided().in_force(on)
    return bundle(found.bundle) if found else None


def _fold(stream: ledger.Stream) -> OrganisationPolicies:
    return fold(
        Told(one.event, one.occurred_at, str(one.actor) if one.actor else None) for one in stream.events
    )
