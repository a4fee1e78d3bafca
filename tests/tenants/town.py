"""Two municipalities, a care organisation and outsiders: whoever tests a page invites them all.

`town` is new for each test. Log a visitor in with `town.visit(client, "focal_point")`; the visitors are
listed in VISITORS. Everything that the page under test shows belongs to Woerden.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.test import Client

from baken.account.sessionstore import SessionStore
from baken.clock import now as clock
from baken.core.vocabulary.moments import civil_date
from baken.tenancy import actions, keys, sessions
from baken.tenancy.actors import Actor, actor_for
from baken.tenancy.keys import PostSecret
from baken.tenancy.models import Membership, Organisation, Person, Post
from baken.tenancy.scope import scope
from tests.tenants.remembered import made_once

PASSWORD = "paarse fiets in de sloot"
PASSPHRASE = "zeven zwanen op het ijs"

# Who comes to every address, in the organisation where they belong and in the roles they have there.
VISITORS: dict[str, tuple[str, tuple[str, ...]]] = {
    "anonymous": ("", ()),
    "focal_point": ("woerden", ("focal_point",)),
    "lead": ("woerden", ("lead_focal_point", "policy_adviser")),
    "deputy": ("woerden", ("deputy",)),
    "expired_deputy": ("woerden", ("deputy",)),
    "coordinator": ("woerden", ("team_coordinator",)),
    "adviser": ("woerden", ("policy_adviser",)),
    "confirmer": ("woerden", ("policy_confirmer",)),
    "supervisor": ("woerden", ("data_protection_officer",)),
    "administrator": ("woerden", ("administrator",)),
    "privacy": ("woerden", ("privacy_officer",)),
    "ciso": ("woerden", ("security_officer",)),
    "archivist": ("woerden", ("archivist",)),
    "recovery": ("woerden", ("recovery_holder",)),
    "neighbour": ("montfoort", ("focal_point",)),
    "care": ("zorg", ("care_coordinator",)),
    "director": ("zorg", ("process_director",)),
    "outsider": ("elders", ("focal_point",)),
    "unattached": ("", ()),
}


@dataclass
class Town:
    """What the tests know of it.

    `secrets` are words that only Woerden's own people, and whom they hand it to, may see; `sealed` are words that
    nobody sees on any page they just open: who reported.
    """

    now: datetime
    organisations: dict[str, Organisation] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    members: dict[str, Membership] = field(default_factory=dict)
    posts: dict[str, Post] = field(default_factory=dict)
    secrets: list[str] = field(default_factory=list)
    sealed: list[str] = field(default_factory=list)

    @property
    def today(self) -> date:
        """The civil day of now in the Netherlands, which begins an hour or two before that of UTC."""
        return civil_date(self.now)

    @property
    def woerden(self) -> Organisation:
        """The municipality whose pages are visited."""
        return self.organisations["woerden"]

    @property
    def montfoort(self) -> Organisation:
        """The other municipality."""
        return self.organisations["montfoort"]

    @property
    def care(self) -> Organisation:
        """The care organisation."""
        return self.organisations["zorg"]

    def actor(self, visitor: str) -> Actor:
        """The visitor as an actor, for an action outside a request."""
        with scope(self.members[visitor].organisation_id):
            return actor_for(self.members[visitor], now=self.now)

    def visit(self, client: Client, visitor: str) -> Client:
        """Log the visitor in as the log-in page would, without spending time on a password."""
        if former := client.cookies.get(settings.SESSION_COOKIE_NAME):
            SessionStore(former.value).delete()
        client.cookies.clear()
        if visitor == "anonymous":
            return client
        person, session, at = self.people[visitor], SessionStore(), int(clock().timestamp())
        session[SESSION_KEY], session[BACKEND_SESSION_KEY] = (
            str(person.pk),
            settings.AUTHENTICATION_BACKENDS[0],
        )
        session[HASH_SESSION_KEY] = person.get_session_auth_hash()
        session[sessions.BEGUN] = session[sessions.SEEN] = session[sessions.PROVED] = at
        session[sessions.FACTOR] = "password+totp"
        if member := self.members.get(visitor):
            session[sessions.ORGANISATION] = str(member.organisation_id)
            session[sessions.MEMBERSHIP] = str(member.id)
        session.create()
        client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
        return client

    def open_vault(self, visitor: str) -> PostSecret:
        """What the visitor's passphrase opens."""
        with scope(self.members[visitor].organisation_id):
            return keys.unlock(self.members[visitor].id, PASSPHRASE, now=self.now)


def build(now: datetime | None = None) -> Town:
    """Make the town; one of now is made once in a while, and remembered."""
    if now is not None:
        return _build(now)
    made: Town = made_once(
        lambda: _build(datetime.now(UTC)), lambda town: [one.id for one in town.organisations.values()]
    )
    return made


def _build(now: datetime) -> Town:
    town = Town(now)
    long_ago = town.now - timedelta(days=90)
    for key, slug, name, kind in (
        ("woerden", "woerden", "Woerden", "municipality"),
        ("montfoort", "montfoort", "Montfoort", "municipality"),
        ("zorg", "moviera", "Zorg na Mensenhandel", "care"),  # the policies know it by this slug
        ("elders", "elders", "Elders", "municipality"),
    ):
        made = actions.create_organisation(slug=slug, name=name, kind=kind, now=long_ago)
        town.organisations[key] = made
    for visitor, (slug, roles) in VISITORS.items():
        if visitor != "anonymous":
            email = f"{visitor}@{slug or 'nergens'}.example"
            town.people[visitor] = actions.add_person(
                email=email, name=f"Persoon {visitor}", password=PASSWORD
            )
        if slug:
            with scope(town.organisations[slug].id):
                town.members[visitor] = actions.add_member(
                    person=town.people[visitor], roles=roles, now=long_ago
                )
    for slug, holder in (("woerden", "focal_point"), ("montfoort", "neighbour"), ("elders", "outsider")):
        _post(town, slug, holder, long_ago)
    _deputies(town, long_ago)
    return town


def _post(town: Town, slug: str, holder: str, at: datetime) -> None:
    with scope(town.organisations[slug].id):
        name = f"Aandachtsfunctionaris {town.organisations[slug].name}"
        post = actions.create_post(role="focal_point", name=name, holders=[_id(town, holder)], now=at)
        actions.set_vault_passphrase(membership_id=_id(town, holder), passphrase=PASSPHRASE, now=at)
        town.posts[slug] = Post.objects.get(id=post.id)


def _deputies(town: Town, at: datetime) -> None:
    """One stands in now; of the other the delegation has ended."""
    secret = town.open_vault("focal_point")
    until = {"deputy": town.now + timedelta(days=7), "expired_deputy": town.now - timedelta(days=1)}
    with scope(town.woerden.id):
        for visitor, end in until.items():
            actions.set_vault_passphrase(membership_id=_id(town, visitor), passphrase=PASSPHRASE, now=at)
            actions.delegate(
                post_id=town.posts["woerden"].id,
                membership_id=_id(town, visitor),
                since=at,
                until=end,
                now=at,
                secret=secret,
            )


def _id(town: Town, visitor: str) -> UUID:
    return town.members[visitor].id
