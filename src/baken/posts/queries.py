"""What the pages of posts and keys show."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from baken.core.derive.recovery import Request
from baken.ledger.models import VaultRecord
from baken.posts import deputies, recovery
from baken.tenancy import recovering, rotating
from baken.tenancy.actors import Actor
from baken.tenancy.keys import PostSecret
from baken.tenancy.models import Delegation, KeyExposure, Membership, Post, PostKey, VaultKey
from baken.tenancy.scope import current


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who may have a key: does, or waits for it; `share` can be given by who looks."""

    name: str
    me: bool
    has_key: bool
    has_vault: bool
    share: UUID | None = None


@dataclass(frozen=True, slots=True)
class Deputy:
    """A delegation: who, from when until when, and whether the key is there."""

    id: UUID
    holder: Holder
    since: datetime
    until: datetime
    runs: bool


@dataclass(frozen=True, slots=True)
class Owed:
    """Somebody who once had the present key, and why they should not any more."""

    name: str
    why: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Seat:
    """A post as its page shows it. `mine`: held by who looks, not only stood in for."""

    post: Post
    mine: bool
    open: bool
    holders: list[Holder]
    deputies: list[Deputy]
    keepers: list[str]
    owed: list[Owed]
    closed: list[int]
    asked: Request | None

    @property
    def has_key(self) -> bool:
        """Whether somebody made a key for it."""
        return self.post.public_key is not None

    @property
    def somebody(self) -> bool:
        """Whether anybody who may has the present key."""
        return any(one.has_key for one in [*self.holders, *(one.holder for one in self.deputies)])

    @property
    def i_have_it(self) -> bool:
        """Whether who looks has a share in the present key, be their vault open or not."""
        return any(one.me and one.has_key for one in [*self.holders, *(one.holder for one in self.deputies)])

    @property
    def may_renew(self) -> bool:
        """Whether who looks can renew the key, or split it: who holds the post and has a share."""
        return self.mine and self.i_have_it

    @property
    def others(self) -> bool:
        """Whether another holder or deputy has the present key."""
        return any(
            one.has_key and not one.me for one in [*self.holders, *(one.holder for one in self.deputies)]
        )


def seats(actor: Actor, secret: PostSecret | None, now: datetime) -> list[Seat]:
    """The posts that the acting member holds or stands in for, by name."""
    found = Post.objects.filter(organisation_id=current(), id__in=actor.post_ids).order_by("name")
    return [seat(post, actor, secret, now) for post in found]


def seat(post: Post, actor: Actor, secret: PostSecret | None, now: datetime) -> Seat:
    """One post, as who acts sees it."""
    names, vaults = names_of(), _vaults()
    shares = list(rotating.entitled(post.id, now).order_by("id"))
    present = {
        (one.membership_id, one.delegation_id): one for one in shares if one.key_number == post.key_number
    }
    people = {(one.membership_id, one.delegation_id) for one in shares}
    has = secret is not None and (post.id, post.key_number) in secret.posts

    def holder(who: tuple[UUID, UUID | None]) -> Holder:
        share = present.get(who)
        waits = share is not None and share.sealed is None and who[0] in vaults and has
        return Holder(
            name=names.get(who[0], ""),
            me=who[0] == actor.membership_id,
            has_key=share is not None and share.sealed is not None,
            has_vault=who[0] in vaults,
            share=share.id if share is not None and waits else None,
        )

    delegations = Delegation.objects.filter(organisation_id=current(), post_id=post.id, until__gt=now)
    mine = [one for one in recovery.requests().values() if one.post == str(post.id)]
    mine = [one for one in mine if one.by == str(actor.membership_id) and one.runs(now)]
    return Seat(
        post=post,
        mine=deputies.holds(actor, post.id, now),
        open=has,
        holders=sorted((holder(one) for one in people if one[1] is None), key=lambda one: one.name),
        deputies=[
            Deputy(one.id, holder((one.membership_id, one.id)), one.since, one.until, one.since <= now)
            for one in delegations.order_by("since")
            if (one.membership_id, one.id) in people
        ],
        keepers=[names.get(one, "") for one in recovering.holders(post.id, post.key_number)],
        owed=[Owed(names.get(one.membership_id, ""), one.why, one.at) for one in _owed(post, now)],
        closed=[
            number
            for number in rotating.out_of_reach(post)
            if secret is None or (post.id, number) not in secret.posts
        ],
        asked=mine[-1] if mine else None,
    )


def envelopes(post: Post) -> int:
    """How many records are sealed to a post; of which key they are is not seen from outside."""
    return VaultRecord.objects.filter(organisation_id=current(), post=post.id).count()


def names_of(only: Iterable[UUID] | None = None) -> dict[UUID, str]:
    """The names of members, also of those who left."""
    found = Membership.objects.filter(organisation_id=current())
    if only is not None:
        found = found.filter(id__in=list(only))
    return {one.id: one.person.name for one in found.select_related("person")}


def posts_named() -> dict[str, str]:
    """The names of the posts of this organisation."""
    return {str(one.id): one.name for one in Post.objects.filter(organisation_id=current())}


def has_share(actor: Actor, post: Post) -> bool:
    """Whether who acts has a share in the present key of a post."""
    mine = PostKey.objects.filter(
        organisation_id=current(),
        post_id=post.id,
        membership_id=actor.membership_id,
        key_number=post.key_number,
        sealed__isnull=False,
    )
    return mine.exists()


def _owed(post: Post, now: datetime) -> list[KeyExposure]:
    """One line for each person, the last time."""
    last = {one.membership_id: one for one in sorted(rotating.owed(post, now), key=lambda one: one.at)}
    return list(last.values())


def _vaults() -> set[UUID]:
    return set(VaultKey.objects.filter(organisation_id=current()).values_list("membership_id", flat=True))
