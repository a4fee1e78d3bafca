"""Which organisations would work with real signals without the papers that must be there first (V28)."""

from datetime import datetime

from baken.tenancy.models import Organisation
from baken.tenancy.scope import scope
from baken.trust.accountability import actions, queries


def not_ready(*, now: datetime) -> list[str]:
    """Return the short names of organisations with a policy in use and no signed DPIA."""
    found = []
    for organisation in Organisation.objects.order_by("slug"):
        with scope(organisation.id):
            if queries.in_use(now) is not None and not actions.ready(now=now):
                found.append(organisation.slug)
    return found
