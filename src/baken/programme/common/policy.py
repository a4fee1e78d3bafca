"""The policy that the organisation in scope uses today: what its programme starts from."""

from datetime import datetime

from baken.core.policy.bundle import Bundle
from baken.core.vocabulary.moments import civil_date
from baken.ledger import policies


def in_force(now: datetime) -> Bundle | None:
    """Return the policy in use, or None where none was put into use yet."""
    return policies.in_force(civil_date(now))
