"""Who comes in, and in which roles: from who the provider says somebody is to a person that Baken knows.

An address counts once, at the first arrival, to find who it is; from then on somebody is known by the provider's own
name for the account, so that an address that goes to a newcomer opens nothing.
"""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.crypto import salted_hmac

from baken.account import factors
from baken.account.single_sign_on.entries import Roles
from baken.account.single_sign_on.exchange import Identity
from baken.account.single_sign_on.models import Link
from baken.account.single_sign_on.refusals import NoEntry
from baken.account.single_sign_on.settings_file import Provider
from baken.core.decide.refusal import Refused
from baken.core.derive.access import conflict
from baken.ledger import people
from baken.tenancy import actions, invitations, locator, log_in_notes
from baken.tenancy.models import Membership, Organisation, Person
from baken.tenancy.scope import scope


def enter(provider: Provider, who: Identity, *, now: datetime) -> Person:
    """Return the person who may come in, with the roles of the organisation in line with the claims.

    Raises `NoEntry`. What was taken away until then stays taken away.
    """
    try:
        return _enter(provider, who, now=now)
    except NoEntry as refused:
        refused.account = (who.issuer, who.subject)
        raise


def note_refusal(slug: str, refused: NoEntry, *, now: datetime) -> None:
    """Note for the log of the organisation that its provider let nobody in, and who it was where that is known."""
    organisation = Organisation.objects.filter(slug=slug).first()
    if organisation is not None:
        person = _linked(*refused.account) if refused.account else None
        log_in_notes.refused_for(
            organisation.id, f"sso:{refused.word}", person=person.id if person else None, at=now
        )


def _enter(provider: Provider, who: Identity, *, now: datetime) -> Person:
    organisation = Organisation.objects.filter(slug=provider.slug).first()
    if organisation is None:
        raise NoEntry("not_set_up")
    rules = provider.entry.roles
    roles = _given(rules, who) if rules else frozenset()
    person = _linked(who.issuer, who.subject) or _first_time(provider, who, bool(roles), now=now)
    if not person.is_active:
        raise NoEntry("closed")
    if rules:
        with scope(organisation.id):
            _bring_in_line(person, rules, roles, now=now)
    if not locator.logins(person.id):
        raise NoEntry("no_role" if rules else "unknown")
    return person


def _given(rules: Roles, who: Identity) -> frozenset[str]:
    """The roles that the values of the claim give."""
    roles = frozenset(role for value in who.values for role in rules.give.get(value, ()))
    if conflict(roles):
        raise NoEntry("conflict")
    return roles


def _linked(issuer: str, subject: str) -> Person | None:
    found = Link.objects.filter(subject=_hash(issuer, subject)).select_related("person").first()
    return found.person if found else None


@transaction.atomic
def _first_time(provider: Provider, who: Identity, has_role: bool, *, now: datetime) -> Person:
    """Link an account to a person: one who is a member somewhere, or anybody to whom the claims give a role."""
    if not who.email:
        raise NoEntry("no_email")
    person = Person.objects.select_for_update().filter(email=who.email).first()
    member = person is not None and bool(locator.logins(person.id))
    if provider.entry.roles and not has_role and not member:
        raise NoEntry("no_role")
    if not provider.entry.roles and not member:
        raise NoEntry("unknown")
    if person is None:
        person = actions.add_person(email=who.email, name=who.name or who.email)
    if Link.objects.filter(person=person, issuer=who.issuer).exists():
        raise NoEntry("other_account")
    Link.objects.create(issuer=who.issuer, subject=_hash(who.issuer, who.subject), person=person, made_at=now)
    factors.end_for_provider(person, now=now)
    invitations.forget(person.id)
    return person


def _bring_in_line(person: Person, rules: Roles, roles: frozenset[str], *, now: datetime) -> None:
    """Give and take the roles that claims speak of, in the organisation in scope; each change is an event there.

    Roles of which the rules say nothing were given by hand and stay, as long as any claim fits.
    """
    member = Membership.objects.filter(person=person).first()
    if not roles:
        if member is not None and member.active:
            actions.end_membership(membership_id=member.id, now=now)
        return
    if member is None or not member.active:
        if member is not None and _ended_by_hand(member.id):
            raise NoEntry("closed")
        actions.add_member(person=person, roles=roles, now=now)
        return
    spoken_of = {role for given in rules.give.values() for role in given}
    wanted = roles | (set(member.roles) - spoken_of)
    if wanted != set(member.roles):
        try:
            actions.change_roles(membership_id=member.id, roles=wanted, by=None, now=now)
        except Refused:
            raise NoEntry("conflict") from None


def _ended_by_hand(membership_id: UUID) -> bool:
    """Whether a person manager ended this membership: then no claim brings it back, until a person does."""
    last = people.rights().now_of(str(membership_id))
    return last is not None and not last.roles and last.by is not None


def _hash(issuer: str, subject: str) -> bytes:
    """The provider's name for an account, kept as a keyed hash: it says nothing to who finds it."""
    named = f"{len(issuer)}|{issuer}|{subject}"
    return salted_hmac("baken.account.single_sign_on", named, algorithm="sha256").digest()
