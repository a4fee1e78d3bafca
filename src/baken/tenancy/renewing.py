"""A vault that begins anew, because its passphrase was lost.

What the lost passphrase opened is kept closed as it was, in case it comes back to mind; until a share is there again in
another way. Nothing else can be done with it.
"""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from baken.tenancy import boxes, keys, recovering
from baken.tenancy.boxes import CannotOpen, Cost, Private, Wrapped
from baken.tenancy.happenings import vault_renewed
from baken.tenancy.keys import NoKeyYet, PostSecret
from baken.tenancy.models import FormerShare, PostKey, VaultKey
from baken.tenancy.scope import current


@transaction.atomic
def begin_anew(membership_id: UUID, passphrase: str, *, now: datetime) -> PostSecret:
    """Give a member another key pair. It opens nothing until a share is given again, or recovered."""
    found = (
        VaultKey.objects.select_for_update()
        .filter(organisation_id=current(), membership_id=membership_id)
        .first()
    )
    if found is None:
        raise NoKeyYet("this member has not chosen a vault passphrase yet")
    _keep_closed(found, now)
    pair = boxes.new_pair()
    wrapped = boxes.wrap(pair.private, passphrase, keys.cost())
    found.number += 1
    found.public_key, found.wrapped, found.salt = pair.public, wrapped.box, wrapped.salt
    found.operations, found.memory, found.made_at = *wrapped.cost, now
    found.save()
    vault_renewed.send(VaultKey, key=found, now=now)
    PostKey.objects.filter(organisation_id=current(), membership_id=membership_id).update(sealed=None)
    recovering.forget_holder(membership_id)
    return keys.secret_of(membership_id, pair.private, now=now)


@transaction.atomic
def remember(membership_id: UUID, passphrase: str, *, now: datetime) -> int:
    """Take back what a former passphrase opened, into the vault of now; tell how many shares. Raises `CannotOpen`."""
    tried: dict[bytes, Private | None] = {}
    taken = 0
    for kept in waiting_for(membership_id):
        salt = bytes(kept.salt)
        if salt not in tried:
            tried[salt] = _tried(kept, passphrase)
        former = tried[salt]
        if former is None:
            continue
        key = boxes.unseal(former, bytes(kept.sealed))
        taken += _mine(membership_id, kept).update(
            sealed=keys.seal_to_member(membership_id, key), made_at=now
        )
    if not taken:
        raise CannotOpen("this passphrase opens nothing that was kept")
    return taken


def waiting_for(membership_id: UUID) -> list[FormerShare]:
    """What only a lost passphrase opens, as far as no share came in another way; the rest is thrown away."""
    found = FormerShare.objects.filter(organisation_id=current(), membership_id=membership_id)
    needed = []
    for kept in found.order_by("id"):
        if _mine(membership_id, kept).exists():
            needed.append(kept)
        else:
            kept.delete()
    return needed


def _mine(membership_id: UUID, kept: FormerShare) -> QuerySet[PostKey]:
    return PostKey.objects.filter(
        organisation_id=current(),
        membership_id=membership_id,
        post_id=kept.post_id,
        key_number=kept.key_number,
        sealed__isnull=True,
    )


def _keep_closed(found: VaultKey, now: datetime) -> None:
    shares = PostKey.objects.filter(
        organisation_id=current(), membership_id=found.membership_id, sealed__isnull=False
    )
    FormerShare.objects.bulk_create(
        FormerShare(
            organisation_id=current(),
            membership_id=found.membership_id,
            post_id=share.post_id,
            key_number=share.key_number,
            sealed=share.sealed,
            wrapped=found.wrapped,
            salt=found.salt,
            operations=found.operations,
            memory=found.memory,
            made_at=now,
        )
        for share in shares
    )


def _tried(kept: FormerShare, passphrase: str) -> Private | None:
    wrapped = Wrapped(bytes(kept.wrapped), bytes(kept.salt), Cost(kept.operations, kept.memory))
    try:
        return boxes.unwrap(wrapped, passphrase)
    except CannotOpen:
        return None
