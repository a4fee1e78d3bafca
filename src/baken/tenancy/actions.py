"""What can be done to organisations, people, posts and keys. Pages, the demonstration and tests use these alike.

All but `create_organisation` and `add_person` work in the organisation in scope.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from baken.core.decide.refusal import Refused
from baken.core.derive.access import ALONE, GIVEN, ROLES, conflict
from baken.core.events import people as past
from baken.core.vocabulary.text import Text
from baken.tenancy import emergencies, exposures, invitations, keys, locator, recovering
from baken.tenancy.happenings import rights
from baken.tenancy.keys import PostSecret
from baken.tenancy.models import (
    Delegation,
    FormerShare,
    Membership,
    Organisation,
    Person,
    Post,
    PostKey,
    VaultKey,
)
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
def add_member(*, person: Person, roles: Iterable[str], now: datetime, by: UUID | None = None) -> Membership:
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
    rights.send(Membership, event=past.MemberAdded(str(member.id), tuple(member.roles)), by=by, now=now)
    return member


@transaction.atomic
def change_roles(*, membership_id: UUID, roles: Iterable[str], by: UUID | None, now: datetime) -> Membership:
    """Give a member other roles. Nobody changes their own (V7); `by` is empty where claims of a provider did it.

    Shares in keys of posts follow the roles, as when someone leaves; a role that stands alone ends delegations too.
    """
    _not_oneself(membership_id, by)
    member = _held(membership_id)
    had = tuple(member.roles)
    member.roles = _checked(roles)
    if had == tuple(member.roles):
        return member
    member.save(update_fields=["roles"])
    lost = set(had) - set(member.roles)
    gone = Post.objects.filter(organisation_id=current(), role__in=lost).values("id")
    _drop_shares(membership_id, Q(post_id__in=gone, delegation_id__isnull=True), "role_taken", now)
    if recovering.ROLE in lost:
        recovering.forget_holder(membership_id)
    if set(member.roles) & ALONE or "deputy" in lost:
        _end_delegations(membership_id, now, "role_taken")
    if not {"deputy", "team_coordinator"} & set(member.roles):
        emergencies.end(membership_id=membership_id, why="role_taken", by=by, now=now)
    changed = past.MemberRolesChanged(str(member.id), had, tuple(member.roles))
    rights.send(Membership, event=changed, by=by, now=now)
    return member


@transaction.atomic
def end_membership(*, membership_id: UUID, now: datetime, by: UUID | None = None) -> None:
    """Someone leaves: from the next request on nothing is left to them. Nobody ends their own membership.

    Their shares in keys go, except in a post that nobody else can open: then a share that nobody can use any more is
    better than envelopes lost for good. Whoever gets the role of that post back can hand its key on.
    """
    _not_oneself(membership_id, by)
    member = _held(membership_id)
    posts = tuple(str(post) for post in _posts_of(member))
    member.active = False
    member.save(update_fields=["active"])
    emergencies.end(membership_id=membership_id, why="left", by=by, now=now)
    _drop_shares(membership_id, Q(), "left", now)
    _end_delegations(membership_id, now, "left")
    recovering.forget_holder(membership_id)
    FormerShare.objects.filter(organisation_id=current(), membership_id=membership_id).delete()
    locator.forget_login(member.person_id, current())
    if not locator.logins(member.person_id):
        invitations.forget(member.person_id)
    left = past.MemberLeft(str(member.id), tuple(member.roles), posts)
    rights.send(Membership, event=left, by=by, now=now)


@transaction.atomic
def create_post(
    *, role: str, name: str, holders: Sequence[UUID], now: datetime, by: UUID | None = None
) -> Post:
    """Make a post with its holders. Its key comes as soon as one of them has a vault passphrase."""
    post = Post.objects.create(organisation_id=current(), role=role, name=name, made_at=now)
    for holder in holders:
        appoint(post_id=post.id, membership_id=holder, now=now, by=by)
    return post


@transaction.atomic
def appoint(*, post_id: UUID, membership_id: UUID, now: datetime, by: UUID | None = None) -> PostKey:
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
    rights.send(Post, event=past.PostAppointed(str(post.id), str(member.id)), by=by, now=now)
    return _share(post, membership_id, None, now)


@transaction.atomic
def set_vault_passphrase(*, membership_id: UUID, passphrase: str, now: datetime) -> PostSecret:
    """Choose a vault passphrase, once; posts of this member that nobody has a key for get one now."""
    member = _member(membership_id)
    _check_first_passphrase(member, passphrase)
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
    by: UUID | None = None,
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
    appointed = past.DeputyAppointed(
        str(made.id), str(post.id), str(member.id), since.isoformat(), until.isoformat()
    )
    rights.send(Delegation, event=appointed, by=by or (secret.membership_id if secret else None), now=now)
    share = _share(post, member.id, made.id, now)
    if secret is not None and VaultKey.objects.filter(membership_id=member.id).exists():
        keys.hand_on(secret, share.id, now=now)
    return made


@transaction.atomic
def end_delegation(*, delegation_id: UUID, now: datetime, by: UUID | None = None) -> None:
    """End a delegation before its time; the deputy's share in the key goes."""
    _end(Delegation.objects.filter(organisation_id=current(), id=delegation_id), now, "delegation_ended", by)


@transaction.atomic
def forget_ended_shares(*, now: datetime) -> None:
    """Throw away the shares of delegations that ended, which nobody may use any more."""
    ended = Delegation.objects.filter(organisation_id=current(), until__lte=now)
    shares = PostKey.objects.filter(organisation_id=current(), delegation_id__in=ended.values("id"))
    exposures.note(shares, "delegation_ended", now)
    shares.delete()


def _drop_shares(membership_id: UUID, which: Q, why: str, now: datetime) -> None:
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
    exposures.note(shares.filter(which), why, now)
    shares.filter(which).filter(spare).delete()


def _end_delegations(membership_id: UUID, now: datetime, why: str) -> None:
    """End what somebody stands in for; whoever loses a right is told so once, by the event that took it."""
    _end(Delegation.objects.filter(organisation_id=current(), membership_id=membership_id), now, why, None)


def _end(mine: QuerySet[Delegation], now: datetime, why: str, by: UUID | None) -> None:
    shares = PostKey.objects.filter(organisation_id=current(), delegation_id__in=mine.values("id"))
    exposures.note(shares, why, now)
    shares.delete()
    for one in mine.filter(until__gt=now):
        rights.send(Delegation, event=past.DeputyEnded(str(one.id)), by=by, now=now)
    mine.filter(since__gte=now).delete()
    mine.filter(until__gt=now).update(until=now)


def _posts_of(member: Membership) -> Iterable[UUID]:
    """The posts that this member holds of their own."""
    held = PostKey.objects.filter(
        organisation_id=current(), membership_id=member.id, delegation_id__isnull=True
    )
    posts = Post.objects.filter(organisation_id=current(), role__in=member.roles)
    return posts.filter(id__in=held.values("post_id")).order_by("name").values_list("id", flat=True)


def _not_oneself(membership_id: UUID, by: UUID | None) -> None:
    if by == membership_id:
        why = Text("Niemand verandert de eigen rollen.", "Nobody changes their own roles.")
        raise Refused(NOT_DONE, why, Text("Vraag een andere beheerder.", "Ask another administrator."))


def _checked(roles: Iterable[str]) -> list[str]:
    asked = sorted(set(roles))
    do = Text("Kies andere rollen.", "Choose other roles.")
    if unknown := [role for role in asked if role not in GIVEN]:
        why = Text("De rol {role} bestaat niet.", "There is no role {role}.").format(role=unknown[0])
        raise Refused(NOT_DONE, why, do)
    if why_not := conflict(asked):
        raise Refused(NOT_DONE, why_not, do)
    return asked


def check_new_passphrase(member: Membership, passphrase: str) -> None:
    """Refuse a passphrase that is weak, or the same as what one logs in with."""
    do = Text("Kies een andere wachtwoordzin.", "Choose another passphrase.")
    if weak := weakness(passphrase):
        raise Refused(NOT_DONE, weak, do)
    if member.person.check_password(passphrase):
        why = Text(
            "De wachtwoordzin is dezelfde als uw wachtwoord om in te loggen.",
            "The passphrase is the same as the password you log in with.",
        )
        raise Refused(NOT_DONE, why, do)


def _check_first_passphrase(member: Membership, passphrase: str) -> None:
    check_new_passphrase(member, passphrase)
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


def _held(membership_id: UUID) -> Membership:
    """The member, held until this transaction ends: two who change the same roles see each other's change."""
    return Membership.objects.select_for_update().get(
        organisation_id=current(), id=membership_id, active=True
    )


def _member(membership_id: UUID) -> Membership:
    return Membership.objects.get(organisation_id=current(), id=membership_id, active=True)


def _post(post_id: UUID) -> Post:
    return Post.objects.get(organisation_id=current(), id=post_id)
