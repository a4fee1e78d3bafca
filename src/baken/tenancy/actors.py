"""Who acts: one person, in one organisation, in the roles that hold at this moment."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from baken.core.derive.access import ALONE, may
from baken.tenancy import emergencies
from baken.tenancy.emergencies import Running
from baken.tenancy.models import Membership
from baken.tenancy.scope import current


@dataclass(frozen=True, slots=True)
class Actor:
    """The member in whose name something is done.

    `roles` are the roles that hold now, those of a running delegation included. `post_ids` are the posts whose
    envelopes may be opened now. `on_behalf_of` is the delegation that gives the rights, where they are not one's own,
    or the access in an emergency, which is then in `emergency` as well.
    """

    person_id: UUID
    membership_id: UUID
    organisation_id: UUID
    roles: frozenset[str]
    post_ids: frozenset[UUID]
    on_behalf_of: UUID | None = None
    emergency: Running | None = None


def actor_for(membership: Membership, *, now: datetime) -> Actor:
    """Say in which roles and posts a member acts at this moment.

    The role of deputy means nothing by itself; a running delegation gives the role of its post (ROLE-17). Access in an
    emergency gives a role, and never a post: it opens no envelope (V10).
    """
    own = frozenset(membership.roles) - {"deputy"}
    posts: set[UUID] = set()
    stands_in: dict[UUID, str] = {}
    for post, role, delegation in _shares(membership.id, now) if not own & ALONE else ():
        if delegation is None and role in own:
            posts.add(post)
        elif delegation is not None:
            posts.add(post)
            stands_in[delegation] = role
    lent = frozenset(stands_in.values())
    if stands_in:
        lent |= {"deputy"}
    elif "deputy" in membership.roles:
        lent |= {"idle_deputy"}
    in_need = emergencies.running(membership.id, now) if may(own | lent, "emergency.use").allowed else None
    if in_need is not None:
        lent |= {"emergency"}
    delegation = next((id_ for id_, role in sorted(stands_in.items()) if role not in own), None)
    return Actor(
        person_id=membership.person_id,
        membership_id=membership.id,
        organisation_id=membership.organisation_id,
        roles=own | lent,
        post_ids=frozenset(posts),
        on_behalf_of=delegation or (in_need.id if in_need else None),
        emergency=in_need,
    )


def _shares(membership_id: UUID, now: datetime) -> list[tuple[UUID, str, UUID | None]]:
    """Every post of a member, with its role, and the delegation by which it is held."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT DISTINCT k.post_id, p.role, k.delegation_id
            FROM tenancy_postkey k
            JOIN tenancy_post p ON p.organisation_id = k.organisation_id AND p.id = k.post_id
            LEFT JOIN tenancy_delegation d ON d.organisation_id = k.organisation_id AND d.id = k.delegation_id
            WHERE k.organisation_id = %s AND k.membership_id = %s
              AND (k.delegation_id IS NULL OR (d.since <= %s AND %s < d.until))
            """,
            [current(), membership_id, now, now],
        )
        found: list[tuple[UUID, str, UUID | None]] = cursor.fetchall()
    return found
