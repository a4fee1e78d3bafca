"""Whether an organisation takes reports today, under which policy, and to which post they go."""

from dataclasses import dataclass
from datetime import datetime

from baken.core.policy.bundle import Bundle
from baken.core.vocabulary.moments import civil_date
from baken.ledger import policies, postkeys
from baken.tenancy.models import Post
from baken.tenancy.scope import current

RECEIVING = ("focal_point", "lead_focal_point")


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
    return Gate(bundle, purpose.id, ground.id, *_receiving_post())


def _receiving_post() -> tuple[Post | None, bool]:
    """Return the focal point's post and whether it can receive an envelope; of several the first by name that can.

    A key that the ledger does not know receives nothing.
    """
    known = postkeys.known()
    posts = [
        (RECEIVING.index(post.role), not postkeys.fits(post, known), post.name, post)
        for post in Post.objects.filter(organisation_id=current(), role__in=RECEIVING)
    ]
    _, sealless, _, first = min(posts, key=lambda found: found[:3], default=(0, True, "", None))
    return first, not sealless
