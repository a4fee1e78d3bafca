"""The keys of posts as the ledger knows them. A reporter's name is sealed to a key that is known here, or not at all.

The public key itself lies in a table that the application may write. So its hash is an event in the organisation's
own stream, made together with the key: another key in its place is refused, and found when the ledger is verified.
"""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import connection

from baken.core.events.organisation import PostKeyMade
from baken.ledger import rows, store
from baken.ledger.policies import KIND
from baken.tenancy.actors import actor_for
from baken.tenancy.happenings import key_made
from baken.tenancy.models import Membership, Post
from baken.tenancy.scope import current

Key = tuple[UUID, int]
Keys = Mapping[UUID, tuple[int, str]]


class UnknownKey(store.LedgerError):
    """The post has another key than the one the ledger knows: nothing was sealed to it."""


def listen() -> None:
    """Record every key of a post from now on."""
    key_made.connect(record, dispatch_uid="baken.ledger.postkeys")


def record(sender: object, *, post: Post, by: UUID | None, now: datetime, **_: Any) -> None:
    """Record in the organisation's stream that a post has a key, in the transaction that gives it."""
    maker = None if by is None else Membership.objects.get(organisation_id=current(), id=by)
    stream = store.load(current())
    store.append(
        current(),
        KIND,
        stream.number,
        [PostKeyMade(str(post.id), post.key_number, _hash(bytes(post.public_key or b"")))],
        now=now,
        actor=None if maker is None else actor_for(maker, now=now),
        bundle=stream.bundle,
        command=uuid4(),
    )


def known() -> dict[Key, str]:
    """Return the hash of every key that was made in the organisation in scope. Of one number the first counts."""
    events = (stored.event for stored in store.load(current()).events)
    made = [event for event in events if isinstance(event, PostKeyMade)]
    return {(UUID(event.post), event.key_number): event.key_hash for event in reversed(made)}


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


def in_use() -> dict[UUID, dict[UUID, tuple[int, str]]]:
    """Return, by organisation and post, number and hash of the keys that this role and scope may see."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT organisation_id, id, key_number, public_key FROM tenancy_post WHERE public_key IS NOT NULL"
        )
        found: dict[UUID, dict[UUID, tuple[int, str]]] = {}
        for organisation, post, number, public in cursor.fetchall():
            found.setdefault(organisation, {})[post] = (number, _hash(bytes(public)))
    return found


def wrong(found: Iterable[rows.Row], used: Keys) -> tuple[int, str] | None:
    """Compare an organisation's intact stream with the keys in use: the event that does not fit, and why."""
    made: dict[UUID, dict[int, tuple[int, str]]] = {}
    last = 0
    for row in found:
        last = row.header.number
        if row.header.type == PostKeyMade.type and row.payload is not None:
            event = PostKeyMade.from_payload(row.payload)
            made.setdefault(UUID(event.post), {}).setdefault(event.key_number, (last, event.key_hash))
    for post, numbers in made.items():
        newest = max(numbers)
        if post not in used or used[post][0] < newest:
            return numbers[newest][0], f"the key of post {post} is gone"
    for post, (number, hash_) in sorted(used.items()):
        where, was = made.get(post, {}).get(number, (0, ""))
        if not where:
            return last + 1, f"missing: nothing says that the key of post {post} was made"
        if was != hash_:
            return where, f"the key of post {post} is another than was made"
    return None


def _hash(public: bytes) -> str:
    return hashlib.sha256(public).hexdigest()
