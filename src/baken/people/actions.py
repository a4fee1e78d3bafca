"""What is done to the people of an organisation. Every change of a right is an event (see `ledger/people.py`)."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from baken.core.decide.refusal import Refused
from baken.core.events.people import MemberInvited, RightsReviewed
from baken.core.vocabulary.text import Text
from baken.tenancy import actions, factors, invitations, joining, locator
from baken.tenancy.actors import Actor
from baken.tenancy.happenings import rights
from baken.tenancy.models import Membership, Person
from baken.tenancy.people import address
from baken.tenancy.scope import current

NOT_DONE = Text("Dit is niet gebeurd.", "This was not done.")


class Changed(Exception):
    """Somebody else changed the roles meanwhile: look again, decide again."""


@dataclass(frozen=True, slots=True)
class Added:
    """A new member, and the code with which they come in; empty where their own organisation's log-in suffices."""

    member: Membership
    code: str


@transaction.atomic
def add(*, name: str, email: str, roles: Iterable[str], actor: Actor, now: datetime) -> Added:
    """Make somebody a member, and invite whoever is new."""
    person = Person.objects.filter(email=address(email)).first()
    if person is None:
        person = _new(name, email)
    elif Membership.objects.filter(organisation_id=current(), person=person, active=True).exists():
        raise Refused(
            NOT_DONE,
            Text("Wie dit adres heeft, werkt hier al.", "Who has this address works here already."),
            Text(
                "Zoek diegene in de lijst en wijzig daar de rollen.", "Change the roles in the list instead."
            ),
        )
    member = actions.add_member(person=person, roles=roles, now=now, by=actor.membership_id)
    return Added(member, _code(member, now=now))


@transaction.atomic
def invite_again(*, membership_id: UUID, actor: Actor, now: datetime, lost: bool = False) -> str:
    """Return a new code for a member; the former one no longer counts.

    `lost`: nothing with which this member logs in counts any more either. Whoever holds the code comes in as that
    member, so it is an event, and supervision is told (V7).
    """
    member = Membership.objects.get(organisation_id=current(), id=membership_id, active=True)
    if lost:
        factors.end_all(member.person, by=actor, now=now)
    if joining.waiting(member):
        code = _code(member, now=now)
    else:
        code = invitations.invite(member.person, now=now)
    event = MemberInvited(str(member.id), "lost" if lost else "again")
    rights.send(Membership, event=event, by=actor.membership_id, now=now)
    return code


@transaction.atomic
def change(
    *, membership_id: UUID, roles: Iterable[str], seen: Iterable[str], actor: Actor, now: datetime
) -> Membership:
    """Give a member other roles than were `seen`. Raises `Changed` where these are no longer theirs."""
    member = Membership.objects.select_for_update().get(
        organisation_id=current(), id=membership_id, active=True
    )
    if set(member.roles) != set(seen):
        raise Changed
    return actions.change_roles(membership_id=membership_id, roles=roles, by=actor.membership_id, now=now)


def seat(*, membership_id: UUID, post_id: UUID, actor: Actor, now: datetime) -> None:
    """Let a member hold a post. It opens nothing by itself: a holder hands the key on, or it is recovered by shares."""
    actions.appoint(post_id=post_id, membership_id=membership_id, by=actor.membership_id, now=now)


def end(*, membership_id: UUID, actor: Actor, now: datetime) -> None:
    """End a membership: from the next request on nothing is left to them."""
    actions.end_membership(membership_id=membership_id, by=actor.membership_id, now=now)


def digest(roles: Mapping[UUID, Iterable[str]]) -> str:
    """Return what tells whether the rights are still as somebody saw them."""
    plain = json.dumps({str(who): sorted(held) for who, held in roles.items()}, sort_keys=True)
    return hashlib.sha256(plain.encode()).hexdigest()


@transaction.atomic
def review(*, seen: str, confirmed: Iterable[UUID], actor: Actor, now: datetime) -> None:
    """Sign for the rights of everybody but oneself. Raises `Changed` where they are no longer as `seen`."""
    held = {
        one.id: tuple(one.roles)
        for one in Membership.objects.select_for_update().filter(organisation_id=current(), active=True)
    }
    if digest(held) != seen:
        raise Changed
    own = actor.membership_id
    if missing := set(held) - set(confirmed) - {own}:
        raise Refused(
            NOT_DONE,
            Text(
                "Nog niet bevestigd: {count}.",
                "Not confirmed yet: {count}.",
            ).format(count=str(len(missing))),
            Text(
                "Bevestig elke regel, of wijzig eerst de rollen van wie niet klopt.",
                "Confirm every line, or first change the roles that are not right.",
            ),
        )
    event = RightsReviewed({str(who): roles for who, roles in held.items() if who != own}, str(own))
    rights.send(Membership, event=event, by=own, now=now)


def _code(member: Membership, *, now: datetime) -> str:
    """A code to come in with at all, or to come in here with, for whom somebody else may have let in."""
    if joining.needed(member.person):
        return joining.ask(member, now=now)
    locator.register_login(member.person_id, current(), member.id)
    return invitations.invite(member.person, now=now) if invitations.open_to(member.person) else ""


def _new(name: str, email: str) -> Person:
    try:
        with transaction.atomic():
            return actions.add_person(email=email, name=name)
    except IntegrityError:  # a colleague was just before
        return Person.objects.get(email=address(email))
