"""The post that receives what comes in: to which what only it may read is sealed."""

from baken.ledger import postkeys
from baken.tenancy.models import Post
from baken.tenancy.scope import current

RECEIVING = ("focal_point", "lead_focal_point")


def receiving_post() -> tuple[Post | None, bool]:
    """Return the focal point's post and whether something can be sealed to it; of several the first by name that can.

    A key that the ledger does not know receives nothing.
    """
    there = list(Post.objects.filter(organisation_id=current(), role__in=RECEIVING))
    known = postkeys.known()  # read last: a key that is renewed meanwhile is then known too
    posts = [(RECEIVING.index(post.role), not postkeys.fits(post, known), post.name, post) for post in there]
    _, sealless, _, first = min(posts, key=lambda found: found[:3], default=(0, True, "", None))
    return first, not sealless
