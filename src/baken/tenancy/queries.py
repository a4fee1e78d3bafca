"""What the pages of this room show."""

from dataclasses import dataclass
from uuid import UUID

from baken.tenancy import keys, locator
from baken.tenancy.keys import PostSecret
from baken.tenancy.models import Membership, Organisation, Post, VaultKey


@dataclass(frozen=True, slots=True)
class Waiting:
    """A colleague who waits for the key of a post."""

    share: UUID
    name: str
    post: str


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
