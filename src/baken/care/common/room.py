"""Whether the care organisation in scope keeps its client files here, or in a system of its own."""

from datetime import datetime

from baken.clock import now as clock
from baken.core.policy.bundle import Bundle
from baken.core.vocabulary.moments import civil_date
from baken.ledger import policies
from baken.tenancy.models import Organisation
from baken.tenancy.scope import current


def is_on(now: datetime) -> bool:
    """Whether the room of client files is in use now: a care organisation switches it on in its policy, with why."""
    if not Organisation.objects.filter(pk=current(), kind="care").exists():
        return False
    found = policy(now)
    return found is not None and found.room is not None


def in_use() -> bool:
    """Whether the room is in use at this moment, for the menu and for where somebody arrives."""
    return is_on(clock())


def policy(now: datetime) -> Bundle | None:
    """Return the policy that the organisation in scope uses today."""
    return policies.in_force(civil_date(now))
