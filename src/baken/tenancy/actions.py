"""What can be done to organisations, people, posts and keys. Pages, the demonstration and tests use these alike.

All but `create_organisation` and `add_person` work in the organisation in scope.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from baken.core.decide.refusal import Refused
from baken.core.derive.access import ALONE, ROLES, conflict
from baken.core.vocabulary.text import Text
from baken.tenancy import keys, locator
from baken.tenancy.keys import PostSecret
from baken.tenancy.models import Delegation, Membership, Organisation, Person, Post, PostKey, VaultKey
from baken.tenancy.passphrases import weakness
from baken.tenancy.scope import current

NOT_DONE = Text("Dit is niet gebeurd.", "This was not done.")


@transaction.atomic
def create_organisation(
    *, slug: str, name: str, kind: str, now: datetime, open_to_residents: bool = False
) -> Organisation:
    """Add an organisation to the directory."""
    return Organisation.objects.create(
        slug=slug, name=name, kind=kind, open_to_residents=open_to_residents, made_at=now
    )


@transaction.atomic
def add_person(*, email: str, name: str, password: str | None = None) -> Person:
    """Let someone log in. What they may do comes with a membership."""
    return Person.objects.create_user(email=email, name=name, password=password)


@transaction.atomic
def add_member(*, person: Person, roles: Iterable[str], now: datetime) -> Membership:
    """Make someone a member of the organisation, in these roles.

    Whoever was a member before gets that membership back, with these roles alone: one person is one membership,
    and what they did keeps its name. Keys come anew, but for the last share of a post (see `end_membership`).
    """
    mine = Membership.objects.filter(organisation_id=current(), person=person)
    member = mine.filter(active=False).select_for_update().first()
    if member is None:
        member = Membership.objects.create(
            organisation_id=current(), person=person, roles=_checked(roles), active=True, made_at=now
        )
    else:
        member.roles, member.active = _checked(roles), True
        member.save(update_fields=["roles", "active"])
    locator.register_login(person.id, current(), member.id)
    return member


@transaction.atomic
def change_roles(*, membership_id: UUID, roles: Iterable[str], by: UUID, now: datetime) -> Membership:
    """Give a member other roles. Nobody changes their own (V7).

    Shares in keys of posts follow the roles, as when someone leaves; a role that stands alone ends delegations too.
    """
    if by == membership_id:
        why = Text("Niemand verandert de eigen rollen.", "Nobody changes their own roles.")
        raise Refused(NOT_DONE, why, Text("Vraag een andere beheerder.", "Ask another administrator."))
    member = _member(membership_id)
    lost = set(member.roles)
    member.roles = _checked(roles)
    member.save(update_fields=["roles"])
    lost -= set(member.roles)
    gone = Post.objects.filter(organisation_id=current(), role__in=lost).values("id")
    _drop_shares(membership_id, Q(post_id__in=gone, delegation_id__isnull=True))
    if set(member.roles) & ALONE:
        _end_delegations(membership_id, now)
    return member


@transaction.atomic
def end_membership(*, membership_id: UUID, now: datetime) -> None:
    """Someone leaves: from the next request on nothing is left to them.

    Their shares in keys go, except in a post that nobody else can open: then a share that nobody can use any more is
    better than envelopes lost for good. Whoever gets the role of that post back can hand its key on.
    """
    member = _member(membership_id)
    member.active = False
    member.save(update_fields=["active"])
    _drop_shares(membership_id, Q())
    _end_delegations(membership_id, now)
    locator.forget_login(member.person_id, current())


@transaction.atomic
def create_post(*, role: str, name: str, holders: Sequence[UUID], now: datetime) -> Post:
    """Make a post with its holders. Its key comes as soon as one of them has a vault passphrase."""
    post = Post.objects.create(organisation_id=current(), role=role, name=name, made_at=now)
    for holder in holders:
        appoint(post_id=post.id, membership_id=holder, now=now)
    return post


@transaction.atomic
def appoint(*, post_id: UUID, membership_id: UUID, now: datetime) -> PostKey:
    """Make a member a holder of a post. It opens nothing until a holder hands the key on."""
    post, member = _post(post_id), _member(membership_id)
    if post.role not in member.roles:
        raise Refused(
            NOT_DONE,
            Text(
                "Dit lid heeft niet de rol van deze functie.",
                "This member does not have the role of this post.",
            ),
            Text("Geef eerst de rol {role}.", "Give the role {role} first.").format(
                role=ROLES[post.role].name
            ),
        )
    return _share(post, membership_id, None, now)


@transaction.atomic
def set_vault_passphrase(*, membership_id: UUID, passphrase: str, now: datetime) -> PostSecret:
    """Choose a vault passphrase, once; posts of this member that nobody has a key for get one now."""
    member = _member(membership_id)
    _check_passphrase(member, passphrase)
    own = keys.wrap_for(membership_id, passphrase, now=now)
    held = PostKey.objects.filter(
        organisation_id=current(), membership_id=membership_id, delegation_id__isnull=True
    ).values("post_id")
    keyless = Post.objects.select_for_update().filter(
        organisation_id=current(), id__in=held, role__in=member.roles, public_key__isnull=True
    )
    for post in keyless:
        keys.make_pair(post, membership_id, own, now=now)
    return keys.secret_of(membership_id, own, now=now)


@transaction.atomic
def delegate(
    *,
    post_id: UUID,
    membership_id: UUID,
    since: datetime,
    until: datetime,
    now: datetime,
    secret: PostSecret | None = None,
) -> Delegation:
    """Let a member stand in for a post between two moments (ROLE-17).

    With the `secret` of somebody who holds the post, and a deputy who has a passphrase, the key is handed on at once;
    otherwise the deputy waits until a holder does so.
    """
    post, member = _post(post_id), _member(membership_id)
    if set(member.roles) & ALONE:
        why = Text(
            "Een beheerder of functionaris gegevensbescherming kan nergens achtervang zijn.",
            "An administrator or data protection officer cannot be a deputy anywhere.",
        )
        raise Refused(NOT_DONE, why, Text("Kies iemand anders.", "Choose somebody else."))
    if until <= since:
        why = Text("De aanwijzing eindigt voordat zij begint.", "The delegation ends before it begins.")
        raise Refused(NOT_DONE, why, Text("Kies een latere einddatum.", "Choose a later end date."))
    made = Delegation.objects.create(
        organisation_id=current(),
        post_id=post.id,
        membership_id=member.id,
        since=since,
        until=until,
        made_at=now,
    )
    share = _share(post, member.id, made.id, now)
    if secret is not None and VaultKey.objects.filter(membership_id=member.id).exists():
        keys.hand_on(secret, share.id, now=now)
    return made


@transaction.atomic
def end_delegation(*, delegation_id: UUID, now: datetime) -> None:
    """End a delegation before its time; the deputy's share in the key goes."""
    PostKey.objects.filter(organisation_id=current(), delegation_id=delegation_id).delete()
    mine = Delegation.objects.filter(organisation_id=current(), id=delegation_id)
    mine.filter(since__gte=now).delete()
    mine.filter(until__gt=now).update(until=now)


@transaction.atomic
def forget_ended_shares(*, now: datetime) -> None:
    """Throw away the shares of delegations that ended, which nobody may use any more."""
    ended = Delegation.objects.filter(organisation_id=current(), until__lte=now)
    PostKey.objects.filter(organisation_id=current(), delegation_id__in=ended.values("id")).delete()


def _drop_shares(membership_id: UUID, which: Q) -> None:
    """Let shares go, but never the last of a post's key: nobody could open those envelopes again."""
    shares = PostKey.objects.filter(organisation_id=current(), membership_id=membership_id)
    others = PostKey.objects.filter(
        organisation_id=current(),
        post_id=OuterRef("post_id"),
        key_number=OuterRef("key_number"),
        delegation_id__isnull=True,
        sealed__isnull=False,
    ).exclude(membership_id=membership_id)
    spare = Q(delegation_id__isnull=False) | Q(sealed__isnull=True) | Exists(others)
    shares.filter(which).filter(spare).delete()


def _end_delegations(membership_id: UUID, now: datetime) -> None:
    mine = Delegation.objects.filter(organisation_id=current(), membership_id=membership_id)
    PostKey.objects.filter(organisation_id=current(), delegation_id__in=mine.values("id")).delete()
    mine.filter(since__gte=now).delete()
    mine.filter(until__gt=now).update(until=now)


def _checked(roles: Iterable[str]) -> list[str]:
    asked = sorted(set(roles))
    do = Text("Kies andere rollen.", "Choose other roles.")
    if unknown := [role for role in asked if role not in ROLES]:
        why = Text("De rol {role} bestaat niet.", "There is no role {role}.").format(role=unknown[0])
        raise Refused(NOT_DONE, why, do)
    if why_not := conflict(asked):
        raise Refused(NOT_DONE, why_not, do)
    return asked


def _check_passphrase(member: Membership, passphrase: str) -> None:
    do = Text("Kies een andere wachtwoordzin.", "Choose another passphrase.")
    if weak := weakness(passphrase):
        raise Refused(NOT_DONE, weak, do)
    if member.person.check_password(passphrase):
        why = Text(
            "De wachtwoordzin is dezelfde als uw wachtwoord om in te loggen.",
            "The passphrase is the same as the password you log in with.",
        )
        raise Refused(NOT_DONE, why, do)
    if VaultKey.objects.filter(organisation_id=current(), membership_id=member.id).exists():
        why = Text("Er is al een wachtwoordzin gekozen.", "A passphrase was chosen already.")
        raise Refused(NOT_DONE, why, Text("Open de kluis daarmee.", "Open the vault with it."))


def _share(post: Post, membership_id: UUID, delegation_id: UUID | None, now: datetime) -> PostKey:
    return PostKey.objects.create(
        organisation_id=current(),
        post_id=post.id,
        key_number=post.key_number,
        membership_id=membership_id,
        delegation_id=delegation_id,
        made_at=now,
    )


def _member(membership_id: UUID) -> Membership:
    return Membership.objects.get(organisation_id=current(), id=membership_id, active=True)


def _post(post_id: UUID) -> Post:
    return Post.objects.get(organisation_id=current(), id=post_id)
