"""A post's key, split among members who recover it together: any two of them, and none alone (0023).

For each pair of them the key is cut into two halves anew, each sealed to one of the two. A half says for which post,
key and pair it is and whose it is, so that halves of different pairs, or one in another's place, are found out.
"""

from collections.abc import Collection, Iterable
from datetime import datetime
from itertools import combinations
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import Q

from baken.tenancy import boxes, keys
from baken.tenancy.boxes import CannotOpen, Private
from baken.tenancy.models import Membership, Post, RecoveryHalf, RecoveryPair, VaultKey
from baken.tenancy.scope import current

ROLE = "recovery_holder"
LEAST = 2


def candidates() -> list[Membership]:
    """Members who may hold a share: in that role, and with a vault to keep it in; by name."""
    ready = VaultKey.objects.filter(organisation_id=current()).values("membership_id")
    found = Membership.objects.filter(
        organisation_id=current(), active=True, roles__contains=[ROLE], id__in=ready
    )
    return list(found.select_related("person").order_by("person__name", "id"))


def holders(post_id: UUID, key_number: int) -> list[UUID]:
    """Members who can give a share of this key now: in the role still, and with another who can too."""
    may = {one.id for one in candidates()}
    pairs = RecoveryPair.objects.filter(
        organisation_id=current(), post_id=post_id, key_number=key_number, first__in=may, second__in=may
    ).values_list("first", "second")
    return sorted({one for pair in pairs for one in pair})


@transaction.atomic
def share_out(post: Post, key: bytes, chosen: Collection[UUID], *, now: datetime) -> list[UUID]:
    """Split the present key among these members; shares of it that there were are thrown away."""
    RecoveryPair.objects.filter(
        organisation_id=current(), post_id=post.id, key_number=post.key_number
    ).delete()
    may = {one.id for one in candidates()}
    people = sorted(set(chosen) & may)
    for first, second in combinations(people, LEAST):
        id_, halves = uuid4(), boxes.halved(key)
        RecoveryPair.objects.create(
            organisation_id=current(),
            id=id_,
            post_id=post.id,
            key_number=post.key_number,
            first=first,
            second=second,
            first_half=keys.seal_to_member(first, _label(post.id, post.key_number, id_, first) + halves[0]),
            second_half=keys.seal_to_member(
                second, _label(post.id, post.key_number, id_, second) + halves[1]
            ),
            made_at=now,
        )
    return people if len(people) >= LEAST else []


@transaction.atomic
def give(
    request: UUID,
    *,
    post_id: UUID,
    key_number: int,
    giver: UUID,
    own: bytes,
    to: UUID,
    now: datetime,
) -> None:
    """Give all of one's halves of a key to who asked; only that member can open them. Raises `CannotOpen`."""
    for pair in _pairs_of(giver, post_id, key_number):
        sealed = bytes(pair.first_half if pair.first == giver else pair.second_half)
        opened = boxes.unseal(own, sealed)
        _half(opened, _label(post_id, key_number, pair.id, giver))
        RecoveryHalf.objects.create(
            organisation_id=current(),
            request=request,
            pair_id=pair.id,
            giver=giver,
            sealed=keys.seal_to_member(to, bytes(opened)),
            made_at=now,
        )


def put_together(request: UUID, *, post_id: UUID, key_number: int, own: bytes) -> Private:
    """Make the key from the halves of a pair that both gave. Raises `CannotOpen`; the caller checks which key it is."""
    given: dict[UUID, list[RecoveryHalf]] = {}
    for half in RecoveryHalf.objects.filter(organisation_id=current(), request=request).order_by("id"):
        given.setdefault(half.pair_id, []).append(half)
    for pair, halves in sorted(given.items()):
        if len(halves) == LEAST:
            first, second = (
                _half(boxes.unseal(own, bytes(half.sealed)), _label(post_id, key_number, pair, half.giver))
                for half in halves
            )
            return boxes.joined(first, second)
    raise CannotOpen("no two holders of one pair gave their halves")


def forget_halves(requests: Iterable[UUID]) -> int:
    """Throw away what was on its way for requests that ended."""
    return RecoveryHalf.objects.filter(organisation_id=current(), request__in=list(requests)).delete()[0]


def forget_holder(membership_id: UUID) -> int:
    """Throw away every pair in which this member has a half, of whichever post."""
    mine = Q(first=membership_id) | Q(second=membership_id)
    return RecoveryPair.objects.filter(mine, organisation_id=current()).delete()[0]


def _pairs_of(giver: UUID, post_id: UUID, key_number: int) -> list[RecoveryPair]:
    mine = Q(first=giver) | Q(second=giver)
    found = RecoveryPair.objects.filter(
        mine, organisation_id=current(), post_id=post_id, key_number=key_number
    )
    return list(found.order_by("id"))


def _label(post: UUID, number: int, pair: UUID, holder: UUID) -> bytes:
    return post.bytes + number.to_bytes(2, "big") + pair.bytes + holder.bytes


def _half(opened: bytes, label: bytes) -> Private:
    if not opened.startswith(label):
        raise CannotOpen("this half belongs to another pair, key or holder")
    return Private(opened[len(label) :])
