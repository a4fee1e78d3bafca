"""Recovering a post's key with two who hold a share of it. Every step is an event in the organisation's stream."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from baken.core.decide import recovery as decide
from baken.core.decide.refusal import Refused
from baken.core.derive.recovery import Request, fold
from baken.core.events import Event
from baken.core.events.keys import RecoveryAsked
from baken.core.vocabulary.text import Text
from baken.ledger import postkeys, reasons, store, vault
from baken.tenancy import boxes, recovering, rotating
from baken.tenancy.actors import Actor
from baken.tenancy.keys import CannotOpen, PostSecret
from baken.tenancy.models import Post, PostKey, VaultKey
from baken.tenancy.scope import current

VAULT_KIND = "recovery"


class NoRequest(LookupError):
    """There is no such request in this organisation."""


def requests() -> dict[str, Request]:
    """All requests in the organisation in scope, oldest first."""
    return fold((one.occurred_at, one.event) for one in store.load(current()).events)


def request(id_: UUID) -> Request:
    """One request. Raises `NoRequest`."""
    found = requests().get(str(id_))
    if found is None:
        raise NoRequest
    return found


def reason_of(ref: str) -> str:
    """The words of a reason, for who may read them; of one that was erased that it was."""
    return reasons.words(current(), [ref])[ref]


@transaction.atomic
def ask(*, post: Post, key_number: int, why: str, reason: str, actor: Actor, now: datetime) -> UUID:
    """Ask for a post's key that one should have and cannot open."""
    store.hold(current())
    mine = rotating.entitled(post.id, now).filter(
        membership_id=actor.membership_id, delegation_id__isnull=True
    )
    if not mine.exists() or not 1 <= key_number <= post.key_number:
        raise Refused(
            decide.NOT_ASKED,
            Text("U vervult deze functie niet zelf.", "You do not hold this post yourself."),
            Text("Vraag de beheerder om u aan te wijzen.", "Ask the administrator to appoint you."),
        )
    number = _vault_number(actor.membership_id)
    if number is None:
        raise Refused(
            decide.NOT_ASKED,
            Text("U hebt nog geen kluis.", "You have no vault yet."),
            Text("Kies eerst een wachtwoordzin voor uw kluis.", "Choose a passphrase for your vault first."),
        )
    known, id_ = requests(), uuid4()
    asked = RecoveryAsked(
        request=str(id_),
        post=str(post.id),
        key_number=key_number,
        membership=str(actor.membership_id),
        vault_number=number,
        why=why,
        reason="",
    )
    holders = set(recovering.holders(post.id, key_number)) - {actor.membership_id}
    decide.ask(known.values(), asked, holders=len(holders), now=now)
    told = vault.put(current(), VAULT_KIND, {"text": reason})
    events = decide.ask(known.values(), replace(asked, reason=told), holders=len(holders), now=now)
    postkeys.tell(events, by=actor.membership_id, now=now)
    forget_ended(now)
    return id_


@transaction.atomic
def give(*, id_: UUID, actor: Actor, secret: PostSecret, now: datetime) -> None:
    """Give one's share, closed for who asked alone."""
    store.hold(current())
    found = request(id_)
    post, number = UUID(found.post), found.key_number
    holders = {str(one) for one in recovering.holders(post, number)}
    events = decide.give(
        found,
        str(actor.membership_id),
        holders=holders,
        vault_number=_vault_number(UUID(found.by)) or 0,
        now=now,
    )
    try:
        recovering.give(
            id_,
            post_id=post,
            key_number=number,
            giver=actor.membership_id,
            own=secret.own,
            to=UUID(found.by),
            now=now,
        )
    except CannotOpen:
        raise Refused(
            decide.NOT_GIVEN,
            Text("Uw deel past niet bij deze sleutel.", "Your share does not fit this key."),
            Text("Meld dit aan uw functionaris gegevensbescherming.", "Tell your data protection officer."),
        ) from None
    postkeys.tell(events, by=actor.membership_id, now=now)


@transaction.atomic
def refuse(*, id_: UUID, reason: str, actor: Actor, now: datetime) -> None:
    """Refuse, which ends the request."""
    store.hold(current())
    found = request(id_)
    holders = {str(one) for one in recovering.holders(UUID(found.post), found.key_number)}
    me = str(actor.membership_id)
    decide.refuse(found, me, "", holders=holders, now=now)
    told = vault.put(current(), VAULT_KIND, {"text": reason})
    _end(decide.refuse(found, me, told, holders=holders, now=now), id_, actor, now)


@transaction.atomic
def withdraw(*, id_: UUID, actor: Actor, now: datetime) -> None:
    """Take back one's own request."""
    store.hold(current())
    _end(decide.withdraw(request(id_), str(actor.membership_id), now=now), id_, actor, now)


@transaction.atomic
def complete(*, id_: UUID, actor: Actor, secret: PostSecret, now: datetime) -> None:
    """Put the key together from two shares, look whether it is the key, and keep it in one's own vault."""
    store.hold(current())
    found = request(id_)
    me = actor.membership_id
    events = decide.complete(found, str(me), vault_number=_vault_number(me) or 0, now=now)
    post = Post.objects.select_for_update().get(organisation_id=current(), id=UUID(found.post))
    try:
        key = recovering.put_together(id_, post_id=post.id, key_number=found.key_number, own=secret.own)
        if not _is_the_key(post, found.key_number, key):
            raise CannotOpen("this is not the key that was made")
        _keep(post, found.key_number, key, actor, secret, now)
    except CannotOpen:
        raise Refused(
            decide.NOT_COMPLETED,
            Text("De delen vormen samen niet de sleutel.", "The shares together do not make the key."),
            Text(
                "Meld dit aan uw functionaris gegevensbescherming en vraag het opnieuw.",
                "Tell your data protection officer and ask again.",
            ),
        ) from None
    _end(events, id_, actor, now)


def forget_ended(now: datetime) -> int:
    """Throw away what was on its way for requests that ended or ran out."""
    return recovering.forget_halves(UUID(one.id) for one in requests().values() if not one.runs(now))


def _keep(post: Post, number: int, key: bytes, actor: Actor, secret: PostSecret, now: datetime) -> None:
    """A present key becomes one's own share; a former one is linked to the present key, for all who have that."""
    if number < post.key_number:
        rotating.link_former(secret, post, number, key, now=now)
        return
    mine = PostKey.objects.filter(
        organisation_id=current(),
        post_id=post.id,
        key_number=number,
        membership_id=actor.membership_id,
        delegation_id__isnull=True,
    )
    if not rotating.entitled(post.id, now).filter(id__in=mine.values("id")).exists():
        raise CannotOpen("who asked does not hold the post any more")
    mine.update(sealed=boxes.seal(boxes.public_of(secret.own), key), made_at=now)


def _is_the_key(post: Post, number: int, key: bytes) -> bool:
    made = postkeys.known().get((post.id, number))
    return made == hashlib.sha256(boxes.public_of(key)).hexdigest()


def _end(events: Sequence[Event], id_: UUID, actor: Actor, now: datetime) -> None:
    postkeys.tell(events, by=actor.membership_id, now=now)
    recovering.forget_halves([id_])


def _vault_number(membership_id: UUID) -> int | None:
    found = VaultKey.objects.filter(organisation_id=current(), membership_id=membership_id)
    return found.values_list("number", flat=True).first()
