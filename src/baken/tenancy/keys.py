"""The keys of posts: made, handed on, opened with a vault passphrase. All of it in the organisation in scope.

A member has a key pair whose private half is closed with the vault passphrase (Argon2id). A post has a key pair whose
private half is sealed to each holder and deputy. So one passphrase opens all posts one holds, and a colleague can be
given a key without telling anybody a passphrase. No administrator has a share in any of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db.models import Q, QuerySet

from baken.core.derive.access import ALONE
from baken.tenancy import boxes
from baken.tenancy.boxes import CannotOpen, Cost, Private
from baken.tenancy.happenings import key_given, key_made, key_used
from baken.tenancy.models import Delegation, KeyLink, Membership, Post, PostKey, VaultKey
from baken.tenancy.scope import current

__all__ = [
    "CannotOpen",
    "NoKeyYet",
    "PostSecret",
    "give_public",
    "hand_on",
    "make_pair",
    "open_",
    "seal",
    "seal_to_member",
    "secret_of",
    "unlock",
    "waiting",
    "wrap_for",
    "wrapped_of",
]
LEAST = Cost(operations=3, memory=64 * 1024 * 1024)


class NoKeyYet(LookupError):
    """Nobody has made this key yet: the holder must choose a vault passphrase first."""


@dataclass(frozen=True, slots=True)
class PostSecret:
    """What an open vault can open: the private keys of the posts that one holds at this moment."""

    membership_id: UUID
    own: Private
    posts: Mapping[tuple[UUID, int], Private]


def cost() -> Cost:
    """What a new passphrase costs to try. A key keeps the cost it was made with."""
    return Cost(*getattr(settings, "BAKEN_VAULT_COST", LEAST))


def seal(post: Post, plaintext: bytes) -> bytes:
    """Seal something to a post. Raises `NoKeyYet` where the post has no key."""
    if post.public_key is None:
        raise NoKeyYet(f"post {post.id} has no key yet; its holder must choose a vault passphrase first")
    return boxes.addressed(post.id, post.key_number, boxes.seal(bytes(post.public_key), plaintext))


def open_(secret: PostSecret, sealed: bytes) -> bytes:
    """Open what was sealed to one of the posts. Raises `CannotOpen`."""
    post, number, box = boxes.address_of(sealed)
    key = secret.posts.get((post, number))
    if key is None:
        raise CannotOpen("this vault does not hold the key of that post")
    return bytes(boxes.unseal(key, box))


def wrap_for(membership_id: UUID, passphrase: str, *, now: datetime) -> Private:
    """Make a member's own key pair and close it with the passphrase; done once."""
    pair = boxes.new_pair()
    wrapped = boxes.wrap(pair.private, passphrase, cost())
    VaultKey.objects.create(
        organisation_id=current(),
        membership_id=membership_id,
        public_key=pair.public,
        wrapped=wrapped.box,
        salt=wrapped.salt,
        operations=wrapped.cost.operations,
        memory=wrapped.cost.memory,
        made_at=now,
    )
    return pair.private


def unlock(membership_id: UUID, passphrase: str, *, now: datetime) -> PostSecret:
    """Open a member's vault. Raises `NoKeyYet` or `CannotOpen`."""
    found = VaultKey.objects.filter(organisation_id=current(), membership_id=membership_id).first()
    if found is None:
        raise NoKeyYet("this member has not chosen a vault passphrase yet")
    return secret_of(membership_id, boxes.unwrap(wrapped_of(found), passphrase), now=now)


def wrapped_of(found: VaultKey) -> boxes.Wrapped:
    """A member's private key as it is kept."""
    return boxes.Wrapped(bytes(found.wrapped), bytes(found.salt), Cost(found.operations, found.memory))


def secret_of(membership_id: UUID, own: bytes, *, now: datetime) -> PostSecret:
    """Say what a member's own key opens at this moment: a role taken away and an ended delegation open nothing.

    Who has a key of a post has its former keys too, as far as they are linked (see `rotating`).
    """
    shares = _shares(membership_id, now).filter(sealed__isnull=False)
    posts = {
        (share.post_id, share.key_number): boxes.unseal(own, bytes(share.sealed or b"")) for share in shares
    }
    links = KeyLink.objects.filter(organisation_id=current(), post_id__in={post for post, _ in posts})
    for link in links.order_by("-newer_number", "-key_number"):
        newer = posts.get((link.post_id, link.newer_number))
        if newer is not None and (link.post_id, link.key_number) not in posts:
            posts[link.post_id, link.key_number] = boxes.unseal(newer, bytes(link.sealed))
    return PostSecret(membership_id, Private(own), posts)


def give_public(post: Post, public: bytes, *, by: UUID | None, now: datetime, why: str = "first") -> None:
    """Give a post its public key, and let the ledger record it: nothing is sealed to a key it does not know."""
    post.public_key = public
    post.save(update_fields=["public_key", "key_number"])
    key_made.send(Post, post=post, by=by, now=now, why=why)


def make_pair(post: Post, holder: UUID, own: bytes, *, now: datetime) -> None:
    """Make the first key of a post, for a holder whose own private key is `own`."""
    if post.public_key is not None:
        raise ValueError("this post has a key already")
    pair = boxes.new_pair()
    give_public(post, pair.public, by=holder, now=now)
    mine = PostKey.objects.filter(
        organisation_id=current(), post_id=post.id, membership_id=holder, key_number=post.key_number
    )
    public = bytes(boxes.public_of(own))
    if (
        mine.filter(delegation_id__isnull=True).update(sealed=boxes.seal(public, pair.private), made_at=now)
        != 1
    ):
        raise ValueError("only a holder of the post can make its key")


def waiting(secret: PostSecret) -> list[PostKey]:
    """Who was appointed to a post of which this vault holds the key, chose a passphrase, and waits for a share."""
    ready = VaultKey.objects.filter(organisation_id=current()).values("membership_id")
    asked = PostKey.objects.filter(
        organisation_id=current(), sealed__isnull=True, membership_id__in=ready, post_id__in=_posts(secret)
    )
    return [share for share in asked.order_by("id") if (share.post_id, share.key_number) in secret.posts]


def hand_on(secret: PostSecret, share_id: UUID, *, now: datetime) -> None:
    """Give a colleague a share in a post's key: a deliberate act of somebody who has it. Raises `CannotOpen`."""
    share = PostKey.objects.filter(organisation_id=current(), id=share_id, sealed__isnull=True).first()
    key = secret.posts.get((share.post_id, share.key_number)) if share else None
    if share is None or key is None:
        raise CannotOpen("this vault does not hold the key that is asked for")
    PostKey.objects.filter(organisation_id=current(), id=share_id).update(
        sealed=seal_to_member(share.membership_id, key), made_at=now
    )
    key_given.send(PostKey, share=share, by=secret.membership_id, now=now)


def seal_to_member(membership_id: UUID, plain: bytes) -> bytes:
    """Close something for one member. Raises `NoKeyYet`, or refuses a vault key that the ledger does not know."""
    theirs = VaultKey.objects.filter(organisation_id=current(), membership_id=membership_id).first()
    if theirs is None:
        raise NoKeyYet("this member has not chosen a vault passphrase yet")
    key_used.send(VaultKey, key=theirs)
    return boxes.seal(bytes(theirs.public_key), plain)


def _posts(secret: PostSecret) -> set[UUID]:
    return {post for post, _ in secret.posts}


def _shares(membership_id: UUID, now: datetime) -> QuerySet[PostKey]:
    """What a member holds now: posts whose role is still theirs, and by a delegation that runs (V7, ROLE-17)."""
    mine = Membership.objects.filter(organisation_id=current(), id=membership_id)
    roles = set(next(iter(mine.values_list("roles", flat=True)), ()))
    shares = PostKey.objects.filter(organisation_id=current(), membership_id=membership_id)
    if roles & ALONE:
        return shares.none()
    running = Delegation.objects.filter(
        organisation_id=current(), membership_id=membership_id, since__lte=now, until__gt=now
    )
    posts = Post.objects.filter(organisation_id=current(), role__in=roles)
    return shares.filter(
        Q(delegation_id__isnull=True, post_id__in=posts.values("id"))
        | Q(delegation_id__in=running.values("id"))
    )
