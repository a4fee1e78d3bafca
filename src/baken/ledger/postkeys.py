"""The keys of posts as the ledger knows them. A reporter's name is sealed to a key that is known here, or not at all.

The public key itself lies in a table that the application may write. So its hash is an event in the organisation's
own stream, made together with the key: another key in its place is refused, and found when the ledger is verified. The
same goes for the key of a member who lost a passphrase and began anew.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import connection

from baken.core.events import Event, read
from baken.core.events.keys import PostKeyGiven, VaultRenewed
from baken.core.events.organisation import PostKeyMade
from baken.ledger import rows, store
from baken.ledger.policies import KIND
from baken.tenancy.actors import actor_for
from baken.tenancy.happenings import key_given, key_made, key_used, vault_renewed
from baken.tenancy.models import Membership, Post, PostKey, VaultKey
from baken.tenancy.scope import current

Key = tuple[UUID, int]
Keys = Mapping[UUID, tuple[int, str]]
_TELL = {PostKeyMade.type, VaultRenewed.type}


class UnknownKey(store.LedgerError):
    """This is another key than the one the ledger knows: nothing was sealed to it."""


def listen() -> None:
    """Record every key from now on, and to whom it is given."""
    key_made.connect(record, dispatch_uid="baken.ledger.postkeys")
    key_given.connect(record_given, dispatch_uid="baken.ledger.postkeys")
    vault_renewed.connect(record_renewed, dispatch_uid="baken.ledger.postkeys")
    key_used.connect(demand_of_member, dispatch_uid="baken.ledger.postkeys")


def record(
    sender: object, *, post: Post, by: UUID | None, now: datetime, why: str = "first", **_: Any
) -> None:
    """Record in the organisation's stream that a post has a key, in the transaction that gives it."""
    made = PostKeyMade(str(post.id), post.key_number, _hash(bytes(post.public_key or b"")), why)
    tell([made], by=by, now=now)


def record_given(sender: object, *, share: PostKey, by: UUID, now: datetime, **_: Any) -> None:
    """Record to whom a share of a post's key was given."""
    delegation = str(share.delegation_id) if share.delegation_id else None
    given = PostKeyGiven(str(share.post_id), share.key_number, str(share.membership_id), delegation)
    tell([given], by=by, now=now)


def record_renewed(sender: object, *, key: VaultKey, now: datetime, **_: Any) -> None:
    """Record that a member's vault begins anew."""
    renewed = VaultRenewed(str(key.membership_id), key.number, _hash(bytes(key.public_key)))
    tell([renewed], by=key.membership_id, now=now)


def tell(
    events: Sequence[Event], *, by: UUID | None, now: datetime, command: UUID | None = None
) -> store.Appended:
    """Record what happened to keys in the organisation's stream, after whatever stands there now."""
    maker = None if by is None else Membership.objects.get(organisation_id=current(), id=by)
    store.hold(current())
    stream = store.load(current())
    return store.append(
        current(),
        KIND,
        stream.number,
        events,
        now=now,
        actor=None if maker is None else actor_for(maker, now=now),
        bundle=stream.bundle,
        command=command or uuid4(),
    )


def known() -> dict[Key, str]:
    """Return the hash of every key that was made in the organisation in scope. Of one number the first counts.

    Keys of posts and those of members who began anew; both are found by an identifier and a number.
    """
    told = [found for stored in store.load(current()).events if (found := _of(stored.event))]
    return {(whose, number): hash_ for whose, number, hash_ in reversed(told)}


def fits(post: Post, known: Mapping[Key, str]) -> bool:
    """Whether something can be sealed to this post: it has a key, and it is the one that was made."""
    return post.public_key is not None and known.get((post.id, post.key_number)) == _hash(
        bytes(post.public_key)
    )


def demand(post: Post) -> None:
    """Refuse a key that the ledger does not know. Raises `UnknownKey`; a post without any key is not its business."""
    if post.public_key is not None and not fits(post, known()):
        raise UnknownKey(
            f"the key of post {post.id} is not one that the ledger knows; nothing was sealed to it"
        )


def demand_of_member(sender: object, *, key: VaultKey, **_: Any) -> None:
    """Refuse the key of a member that was put in the place of the first beside the ledger. Raises `UnknownKey`."""
    if key.number > 1 and known().get((key.membership_id, key.number)) != _hash(bytes(key.public_key)):
        raise UnknownKey(f"the vault key of member {key.membership_id} is not one that the ledger knows")


def in_use() -> dict[UUID, dict[UUID, tuple[int, str]]]:
    """Return, by organisation and whose it is, number and hash of the keys that this role and scope may see.

    The first key of a member cannot be replaced, and no event tells of it.
    """
    found: dict[UUID, dict[UUID, tuple[int, str]]] = {}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT organisation_id, id, key_number, public_key FROM tenancy_post WHERE public_key IS NOT NULL"
            " UNION ALL SELECT organisation_id, membership_id, number, public_key FROM tenancy_vaultkey"
            " WHERE number > 1"
        )
        for organisation, whose, number, public in cursor.fetchall():
            found.setdefault(organisation, {})[whose] = (number, _hash(bytes(public)))
    return found


def wrong(found: Iterable[rows.Row], used: Keys) -> tuple[int, str] | None:
    """Compare an organisation's intact stream with the keys in use: the event that does not fit, and why."""
    made: dict[UUID, dict[int, tuple[int, str]]] = {}
    last = 0
    for row in found:
        last = row.header.number
        if row.header.type in _TELL and row.payload is not None:
            told = _of(read(row.header.type, row.header.version, row.payload))
            if told is not None:
                made.setdefault(told[0], {}).setdefault(told[1], (last, told[2]))
    for whose, numbers in made.items():
        newest = max(numbers)
        if whose not in used or used[whose][0] < newest:
            return numbers[newest][0], f"the key of {whose} is gone"
    for whose, (number, hash_) in sorted(used.items()):
        where, was = made.get(whose, {}).get(number, (0, ""))
        if not where:
            return last + 1, f"missing: nothing says that the key of {whose} was made"
        if was != hash_:
            return where, f"the key of {whose} is another than was made"
    return None


def _of(event: Event) -> tuple[UUID, int, str] | None:
    """Whose key an event tells of, which number it has, and its hash."""
    if isinstance(event, PostKeyMade):
        return UUID(event.post), event.key_number, event.key_hash
    if isinstance(event, VaultRenewed):
        return UUID(event.membership), event.number, event.key_hash
    return None


def _hash(public: bytes) -> str:
    return hashlib.sha256(public).hexdigest()
