"""A new key for a post: renewed by who has the old one, or begun afresh where nobody has.

The former private key is sealed to the new public one (a link), so that who has the new key opens what was sealed to
the old one too, and every share in the old one can be thrown away. It is one transaction, however many envelopes there
are, and no envelope is touched: see the decision about keys (0023).
"""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet

from baken.core.derive.access import ALONE
from baken.tenancy import boxes, keys, recovering
from baken.tenancy.keys import CannotOpen, PostSecret
from baken.tenancy.models import (
    Delegation,
    FormerShare,
    KeyExposure,
    KeyLink,
    Membership,
    Post,
    PostKey,
    RecoveryPair,
    VaultKey,
)
from baken.tenancy.scope import current


@transaction.atomic
def rotate(secret: PostSecret, post_id: UUID, *, why: str, now: datetime) -> Post:
    """Renew the key of a post for all who have it and still may. Raises `CannotOpen` for who does not have it now."""
    post = _held(post_id)
    former = post.key_number
    key = secret.posts.get((post.id, former))
    if key is None:
        raise CannotOpen("this vault does not hold the key that would be renewed")
    bridge(
        secret, now=now
    )  # a vault that was open when it got this key: what is not linked would be thrown away
    had = set(
        entitled(post.id, now)
        .filter(key_number=former, sealed__isnull=False)
        .values_list("membership_id", flat=True)
    )
    fresh = _new_key(post, secret.membership_id, why, now)
    _link(post, former, key, fresh.public, now)
    for share in _one_each(post.id, now):
        with_vault = share.membership_id in had and _has_vault(share.membership_id)
        sealed = keys.seal_to_member(share.membership_id, fresh.private) if with_vault else None
        _row(post, share, sealed, now)
    reached = [number for one, number in secret.posts if one == post.id]
    mine = PostKey.objects.filter(organisation_id=current(), post_id=post.id)
    mine.filter(key_number__in=reached).delete()
    FormerShare.objects.filter(organisation_id=current(), post_id=post.id, key_number__in=reached).delete()
    chosen = recovering.holders(post.id, former)
    RecoveryPair.objects.filter(organisation_id=current(), post_id=post.id, key_number__in=reached).delete()
    recovering.share_out(post, fresh.private, chosen, now=now)
    return post


@transaction.atomic
def start_fresh(post_id: UUID, holder: UUID, own: bytes, *, now: datetime) -> Post:
    """Begin with a new key where nobody can open the present one, so that new reports can come in.

    What was sealed before stays closed until somebody has the former key again; whatever shares of it there are stay.
    """
    post = _held(post_id)
    mine = entitled(post.id, now).filter(membership_id=holder, delegation_id__isnull=True)
    if post.public_key is None or not mine.exists():
        raise ValueError("only a holder of the post can begin its key afresh")
    if reachable(post, now):
        raise CannotOpen("somebody still has the key of this post")
    former, asked = post.key_number, _one_each(post.id, now)
    fresh = _new_key(post, holder, "lost", now)
    for share in asked:
        me = share.membership_id == holder and share.delegation_id is None
        _row(post, share, boxes.seal(boxes.public_of(own), fresh.private) if me else None, now)
    PostKey.objects.filter(
        organisation_id=current(), post_id=post.id, key_number=former, sealed__isnull=True
    ).delete()
    return post


@transaction.atomic
def bridge(secret: PostSecret, *, now: datetime) -> None:
    """Link former keys that this vault has to the present key of their post, so that nobody needs them apart."""
    newest = {post.id: post for post in Post.objects.filter(id__in={post for post, _ in secret.posts})}
    for (post_id, number), key in secret.posts.items():
        post = newest[post_id]
        present = secret.posts.get((post_id, post.key_number))
        if present is not None and number < post.key_number and not linked(post_id, number):
            _link(post, number, key, boxes.public_of(present), now)


@transaction.atomic
def link_former(secret: PostSecret, post: Post, number: int, key: bytes, *, now: datetime) -> None:
    """Link one former key that was recovered. Raises `CannotOpen` for who does not have the present key."""
    present = secret.posts.get((post.id, post.key_number))
    if present is None:
        raise CannotOpen("this vault does not hold the present key of the post")
    if not linked(post.id, number):
        _link(post, number, key, boxes.public_of(present), now)
    reached = [one for one in range(1, post.key_number) if one not in out_of_reach(post)]
    RecoveryPair.objects.filter(organisation_id=current(), post_id=post.id, key_number__in=reached).delete()


def linked(post_id: UUID, number: int) -> bool:
    """Whether a former key can be reached from a newer one."""
    return KeyLink.objects.filter(organisation_id=current(), post_id=post_id, key_number=number).exists()


def out_of_reach(post: Post) -> list[int]:
    """Former keys of a post that its present key does not lead to."""
    links = KeyLink.objects.filter(organisation_id=current(), post_id=post.id)
    reached = {post.key_number}
    for link in links.order_by("-newer_number", "-key_number"):
        if link.newer_number in reached:
            reached.add(link.key_number)
    return [number for number in range(1, post.key_number) if number not in reached]


def reachable(post: Post, now: datetime) -> bool:
    """Whether somebody who may has the present key of a post."""
    return entitled(post.id, now).filter(key_number=post.key_number, sealed__isnull=False).exists()


def entitled(post_id: UUID, now: datetime) -> QuerySet[PostKey]:
    """The shares of those who hold a post or stand in for it, now or by a delegation that is still to come."""
    here = current()
    post = Post.objects.get(organisation_id=here, id=post_id)
    active = Membership.objects.filter(organisation_id=here, active=True).exclude(
        roles__overlap=sorted(ALONE)
    )
    coming = Delegation.objects.filter(organisation_id=here, post_id=post_id, until__gt=now)
    return PostKey.objects.filter(
        organisation_id=here, post_id=post_id, membership_id__in=active.values("id")
    ).filter(
        Q(
            delegation_id__isnull=True,
            membership_id__in=active.filter(roles__contains=[post.role]).values("id"),
        )
        | Q(delegation_id__in=coming.values("id"))
    )


def owed(post: Post, now: datetime) -> list[KeyExposure]:
    """Who once could open the present key and holds the post no more: while there are any, it must be renewed."""
    here = current()
    ended = Delegation.objects.filter(organisation_id=here, post_id=post.id, until__lte=now)
    stale = PostKey.objects.filter(
        organisation_id=here,
        post_id=post.id,
        key_number=post.key_number,
        sealed__isnull=False,
        delegation_id__in=ended.values("id"),
    )
    ends = dict(ended.values_list("id", "until"))
    found = list(
        KeyExposure.objects.filter(
            organisation_id=here, post_id=post.id, key_number=post.key_number
        ).order_by("at")
    )
    found += [
        KeyExposure(
            post_id=post.id,
            key_number=share.key_number,
            membership_id=share.membership_id,
            why="delegation_ended",
            at=ends[share.delegation_id],
        )
        for share in stale
        if share.delegation_id is not None
    ]
    still = set(
        entitled(post.id, now)
        .filter(key_number=post.key_number, sealed__isnull=False)
        .values_list("membership_id", flat=True)
    )
    return [one for one in found if one.membership_id not in still]


def owed_to_leavers(now: datetime) -> list[tuple[Post, list[str]]]:
    """The posts of which a leaver, or who lost the role, could open the present key (ROLE-17), and their names.

    chosen: that a deputy's turn ended is told to the holders of the post alone, until the deputy leaves.
    """
    here = current()
    found: list[tuple[Post, list[str]]] = []
    exposed = KeyExposure.objects.filter(organisation_id=here).values("post_id")
    for post in Post.objects.filter(organisation_id=here, id__in=exposed).order_by("name"):
        why = {one.membership_id: one.why for one in owed(post, now)}
        members = Membership.objects.filter(organisation_id=here, id__in=why).select_related("person")
        names = [one.person.name for one in members if not (one.active and why[one.id] == "delegation_ended")]
        if names:
            found.append((post, sorted(names)))
    return found


def _held(post_id: UUID) -> Post:
    return Post.objects.select_for_update().get(organisation_id=current(), id=post_id)


def _new_key(post: Post, by: UUID, why: str, now: datetime) -> boxes.Pair:
    fresh = boxes.new_pair()
    post.key_number += 1
    keys.give_public(post, fresh.public, by=by, now=now, why=why)
    return fresh


def _link(post: Post, number: int, key: bytes, public: bytes, now: datetime) -> None:
    KeyLink.objects.create(
        organisation_id=current(),
        post_id=post.id,
        key_number=number,
        newer_number=post.key_number,
        sealed=boxes.seal(public, key),
        made_at=now,
    )


def _one_each(post_id: UUID, now: datetime) -> list[PostKey]:
    """One share of each who may have one, however many keys it is of."""
    found = {(share.membership_id, share.delegation_id): share for share in entitled(post_id, now)}
    return list(found.values())


def _row(post: Post, like: PostKey, sealed: bytes | None, now: datetime) -> None:
    PostKey.objects.create(
        organisation_id=current(),
        post_id=post.id,
        key_number=post.key_number,
        membership_id=like.membership_id,
        delegation_id=like.delegation_id,
        sealed=sealed,
        made_at=now,
    )


def _has_vault(membership_id: UUID) -> bool:
    return VaultKey.objects.filter(organisation_id=current(), membership_id=membership_id).exists()
