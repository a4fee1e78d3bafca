"""Who of the own organisation did something. One query, however many there are."""

from collections.abc import Collection
from uuid import UUID

from baken.tenancy.models import Membership
from baken.tenancy.scope import current


def names_of(memberships: Collection[UUID]) -> dict[UUID, str]:
    """Return the names of the members behind these memberships."""
    if not memberships:
        return {}
    found = Membership.objects.filter(organisation_id=current(), id__in=memberships)
    return dict(found.values_list("id", "person__name"))
