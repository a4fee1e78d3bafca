"""Whether an organisation takes reports today, under which policy, and to which post they go."""

from dataclasses import dataclass
from datetime import datetime

from baken.core.policy.bundle import Bundle
from baken.core.vocabulary.moments import civil_date
from baken.ledger import policies
from baken.ledger.receiving import receiving_post
from baken.tenancy.models import Post


@dataclass(frozen=True, slots=True)
class Gate:
    """An open door: the policy in force, the purpose and ground it stamps (V1), the post that receives."""

    bundle: Bundle
    purpose: str
    ground: str
    post: Post | None
    seals: bool
    """Whether a name can be sealed to the post, so that one may be asked for."""


def gate(now: datetime) -> Gate | None:
    """Return the open door of the organisation in scope, or None where no adopted policy opens one."""
    bundle = policies.in_force(civil_date(now))
    if bundle is None:
        return None
    purpose, ground = bundle.intake_purpose, bundle.intake_ground
    if purpose is None or ground is None:
        return None
    return Gate(bundle, purpose.id, ground.id, *receiving_post())
