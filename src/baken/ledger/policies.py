"""The policy bundles that were adopted, and which one is in force for the organisation in scope."""

from datetime import date, datetime
from uuid import UUID

from baken.core.events.organisation import PolicyAdopted
from baken.core.policy.bundle import Bundle
from baken.ledger import store as ledger
from baken.ledger.bundles import UnknownBundle, bundle, route_policy, store
from baken.tenancy.actors import Actor
from baken.tenancy.scope import current

__all__ = ["UnknownBundle", "adopt", "bundle", "in_force", "route_policy", "store"]
KIND = "organisation"


def adopt(
    found: Bundle, *, from_date: date, decision: str, now: datetime, actor: Actor | None, command: UUID
) -> ledger.Appended:
    """Record that the organisation in scope uses this bundle from a day; `decision` names the decision taken."""
    stream = ledger.load(current())
    adopted = PolicyAdopted(
        bundle=store(found), policy_id=found.policy_id, from_date=from_date.isoformat(), decision=decision
    )
    return ledger.append(
        current(), KIND, stream.number, [adopted], now=now, actor=actor, bundle=found.id, command=command
    )


def in_force(on: date) -> Bundle | None:
    """Return the bundle in use on a day: the latest from-date that has come; of one day the last adopted."""
    adopted = [
        stored.event for stored in ledger.load(current()).events if isinstance(stored.event, PolicyAdopted)
    ]
    come = [event for event in adopted if event.from_date <= on.isoformat()]
    if not come:
        return None
    latest = max(event.from_date for event in come)
    return bundle([event.bundle for event in come if event.from_date == latest][-1])
