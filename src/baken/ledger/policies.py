"""The policy bundles that were adopted, and which one is in force for the organisation in scope."""

from datetime import date, datetime
from functools import lru_cache
from uuid import UUID

from baken.core.derive.route import RoutePolicy, compile_route
from baken.core.events.organisation import PolicyAdopted
from baken.core.policy.bundle import Bundle
from baken.ledger import store as ledger
from baken.ledger.models import BundleRecord
from baken.tenancy.actors import Actor
from baken.tenancy.scope import current

KIND = "organisation"


class UnknownBundle(LookupError):
    """No bundle with this hash was ever stored here."""


def store(found: Bundle) -> str:
    """Keep a bundle under its own hash; keeping it twice changes nothing."""
    BundleRecord.objects.bulk_create(
        [BundleRecord(id=found.id, canonical=found.canonical())], ignore_conflicts=True
    )
    return found.id


def adopt(
    found: Bundle, *, from_date: date, decision: str, now: datetime, actor: Actor | None, command: UUID
) -> ledger.Appended:
    """Record that the organisation in scope uses this bundle from a day; `decision` names who decided and
    when.
    """
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


@lru_cache(maxsize=64)
def bundle(bundle_id: str) -> Bundle:
    """Return a stored bundle. Bundles never change, so a process reads each one once."""
    found = BundleRecord.objects.filter(pk=bundle_id).values_list("canonical", flat=True).first()
    if found is None:
        raise UnknownBundle(f"policy bundle {bundle_id} is not stored here")
    return Bundle.from_canonical(found)


@lru_cache(maxsize=64)
def route_policy(bundle_id: str) -> RoutePolicy:
    """Return the compiled route of a stored bundle."""
    return compile_route(bundle(bundle_id))
