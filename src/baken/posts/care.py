"""The care of a post's key: renewing it, splitting it for recovery, beginning afresh, and a lost passphrase."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction

from baken.core.decide.refusal import Refused
from baken.core.events.keys import RecoveryPrepared
from baken.core.vocabulary.text import Text
from baken.ledger import postkeys, store
from baken.posts.deputies import holds
from baken.tenancy import keys, recovering, renewing, rotating
from baken.tenancy.actions import check_new_passphrase
from baken.tenancy.actors import Actor
from baken.tenancy.keys import CannotOpen, PostSecret
from baken.tenancy.models import Membership, Post
from baken.tenancy.scope import current

NOT_RENEWED = Text("De sleutel is niet vernieuwd.", "The key was not renewed.")
NOT_SPLIT = Text("Er zijn geen hersteldelen gemaakt.", "No recovery shares were made.")
NOT_BEGUN = Text("Er is geen nieuwe sleutel.", "There is no new key.")
NOT_TAKEN_BACK = Text("Er is niets teruggevonden.", "Nothing was found again.")


@transaction.atomic
def rotate(*, post: Post, seen: int, why: str, actor: Actor, secret: PostSecret, now: datetime) -> None:
    """Renew the key that was looked at; who holds shares for recovery gets new ones."""
    store.hold(current())
    _holder(actor, post, now, NOT_RENEWED)
    if post.key_number != seen:
        raise Refused(
            NOT_RENEWED,
            Text("De sleutel is intussen al vernieuwd.", "The key was renewed meanwhile."),
            Text(
                "Kijk op de pagina van uw functie of dat genoeg is.",
                "See on your post's page whether that will do.",
            ),
        )
    try:
        fresh = rotating.rotate(secret, post.id, why=why, now=now)
    except CannotOpen:
        raise _no_key(NOT_RENEWED) from None
    shared = recovering.holders(fresh.id, fresh.key_number)
    if shared:
        _tell_prepared(fresh, shared, actor, now)


@transaction.atomic
def prepare_recovery(
    *, post: Post, chosen: Collection[UUID], actor: Actor, secret: PostSecret, now: datetime
) -> None:
    """Split the present key among these members, any two of whom can recover it."""
    _holder(actor, post, now, NOT_SPLIT)
    key = secret.posts.get((post.id, post.key_number))
    if key is None:
        raise _no_key(NOT_SPLIT)
    people = set(chosen) & {one.id for one in recovering.candidates()} - {actor.membership_id}
    if len(people) < recovering.LEAST:
        raise Refused(
            NOT_SPLIT,
            Text("Er zijn minstens twee bewaarders nodig.", "It takes at least two holders."),
            Text("Kies er twee of meer.", "Choose two or more."),
        )
    _tell_prepared(post, recovering.share_out(post, key, people, now=now), actor, now)


@transaction.atomic
def start_fresh(*, post: Post, seen: int, actor: Actor, secret: PostSecret, now: datetime) -> None:
    """Begin with a new key where nobody has the present one; what came before stays closed."""
    store.hold(current())
    _holder(actor, post, now, NOT_BEGUN)
    if post.key_number != seen:
        raise Refused(
            NOT_BEGUN,
            Text("Er is intussen al een nieuwe sleutel.", "There is a new key already."),
            Text(
                "Kijk op de pagina van uw functie wat u kunt doen.",
                "See on your post's page what you can do.",
            ),
        )
    try:
        rotating.start_fresh(post.id, actor.membership_id, secret.own, now=now)
    except CannotOpen:
        raise Refused(
            NOT_BEGUN,
            Text("Een collega heeft de sleutel nog.", "A colleague still has the key."),
            Text("Vraag die collega om u de sleutel te geven.", "Ask that colleague to give you the key."),
        ) from None


@transaction.atomic
def begin_anew(*, passphrase: str, actor: Actor, now: datetime) -> PostSecret:
    """Choose another passphrase, because the first was lost; it opens nothing of before by itself."""
    member = Membership.objects.select_related("person").get(
        organisation_id=current(), id=actor.membership_id, active=True
    )
    check_new_passphrase(member, passphrase)
    return renewing.begin_anew(actor.membership_id, passphrase, now=now)


@transaction.atomic
def remember(*, passphrase: str, actor: Actor, now: datetime) -> int:
    """Take back with a former passphrase what it opened."""
    try:
        return renewing.remember(actor.membership_id, passphrase, now=now)
    except CannotOpen:
        raise Refused(
            NOT_TAKEN_BACK,
            Text("Deze zin opent uw vorige kluis niet.", "This passphrase does not open your former vault."),
            Text("Kijk na wat u typte en probeer het opnieuw.", "Check what you typed and try again."),
        ) from None


def hand_on(*, share: UUID, secret: PostSecret, now: datetime) -> None:
    """Give a colleague who waits a share. Raises `CannotOpen` or `NoKeyYet`."""
    keys.hand_on(secret, share, now=now)


def _tell_prepared(post: Post, holders: Collection[UUID], actor: Actor, now: datetime) -> None:
    told = RecoveryPrepared(str(post.id), post.key_number, tuple(sorted(str(one) for one in holders)))
    postkeys.tell([told], by=actor.membership_id, now=now)


def _holder(actor: Actor, post: Post, now: datetime, what: Text) -> None:
    if not holds(actor, post.id, now):
        raise Refused(
            what,
            Text("U vervult deze functie niet zelf.", "You do not hold this post yourself."),
            Text("Vraag wie de functie vervult.", "Ask who holds the post."),
        )


def _no_key(what: Text) -> Refused:
    return Refused(
        what,
        Text(
            "Uw kluis heeft de sleutel van deze functie niet.",
            "Your vault does not have the key of this post.",
        ),
        Text(
            "Vraag een collega om de sleutel, of herstel hem.", "Ask a colleague for the key, or recover it."
        ),
    )
