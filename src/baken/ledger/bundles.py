"""Policy bundles as they were adopted: public, immutable, kept under their own hash, read once per process."""

from functools import lru_cache

from baken.core.derive.route import RoutePolicy, compile_route
from baken.core.policy.bundle import Bundle
from baken.ledger.models import BundleRecord


class UnknownBundle(LookupError):
    """No bundle with this hash was ever stored here."""


def store(found: Bundle) -> str:
    """Keep a bundle under its own hash; keeping it twice changes nothing."""
    BundleRecord.objects.bulk_create(
        [BundleRecord(id=found.id, canonical=found.canonical())], ignore_conflicts=True
    )
    return found.id


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
