"""What the pages of this room show."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from baken.tenancy import keys, locator
from baken.tenancy.keys import PostSecret
from baken.tenancy.models import Delegation, Membership, Organisation, Post, PostKey, VaultKey
from baken.tenancy.scope import current


@dataclass(frozen=True, slots=True)
class Waiting:
    """A colleague who waits for the key of a post."""

    share: UUID
    name: str
    post: str


@dataclass(frozen=True, slots=True)
class StandsIn:
    """A delegation that runs: the name and role of the post, and its end."""

    post: str
    role: str
    until: datetime


@dataclass(frozen=True, slots=True)
class Colleague:
    """A member of the organisation in scope: how to reach them, and what they are there at this moment."""

    name: str
    email: str
    roles: frozenset[str]
    posts: tuple[str, ...]
    stands_in: tuple[StandsIn, ...]


def colleagues(now: datetime) -> list[Colleague]:
    """The active members of the organisation in scope by name, with the posts they hold or stand in for (ROLE-17)."""
    here = current()
    posts = {post.id: post for post in Post.objects.filter(organisation_id=here).order_by("name")}
    held = set(
        PostKey.objects.filter(organisation_id=here, delegation_id=None).values_list(
            "membership_id", "post_id"
        )
    )
    running = Delegation.objects.filter(organisation_id=here, since__lte=now, until__gt=now).order_by("until")
    lent = [(one.membership_id, posts[one.post_id], one.until) for one in running]
    members = Membership.objects.filter(organisation_id=here, active=True, person__is_active=True)
    return [
        Colleague(
            member.person.name,
            member.person.email,
            frozenset(member.roles),
            tuple(
                post.name
                for post in posts.values()
                if (member.id, post.id) in held and post.role in member.roles
            ),
            tuple(StandsIn(post.name, post.role, until) for who, post, until in lent if who == member.id),
        )
        for member in members.select_related("person").order_by("person__name", "person__email")
    ]


def municipalities() -> list[Organisation]:
    """The municipalities in the directory, by name; they alone take reports and have a signal card."""
    return list(Organisation.objects.filter(kind="municipality").order_by("name"))


def organisations_of(person_id: UUID) -> list[tuple[UUID, str]]:
    """The organisations in which this person may act, by name."""
    found = Organisation.objects.filter(id__in=locator.logins(person_id))
    return [(one.id, one.name) for one in found.order_by("name")]


def posts(post_ids: frozenset[UUID]) -> list[Post]:
    """Posts of the organisation in scope, by name."""
    return list(Post.objects.filter(id__in=post_ids).order_by("name"))


def has_vault(membership_id: UUID) -> bool:
    """Whether this member chose a passphrase."""
    return VaultKey.objects.filter(membership_id=membership_id).exists()


def waiting_colleagues(secret: PostSecret) -> list[Waiting]:
    """Who waits for a key that this vault holds."""
    shares = keys.waiting(secret)
    members = Membership.objects.filter(id__in={share.membership_id for share in shares}, active=True)
    people = {member.id: member.person.name for member in members.select_related("person")}
    names = {post.id: post.name for post in posts(frozenset(share.post_id for share in shares))}
    return [
        Waiting(share.id, people[share.membership_id], names[share.post_id])
        for share in shares
        if share.membership_id in people
    ]
