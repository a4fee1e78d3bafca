"""Who plays in the demonstration: four organisations and the people who log in. All of them are fictional."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import uuid4

from baken.core.policy.resolve import resolve
from baken.core.vocabulary.moments import civil_date
from baken.ledger import policies
from baken.ledger.store import new_stream
from baken.policy.sheet import contacts
from baken.project.policies import library
from baken.tenancy import actions
from baken.tenancy.actors import Actor
from baken.tenancy.models import Organisation, Person
from baken.tenancy.scope import scope
from baken.trust.accountability import actions as papers

PASSWORD = "baken-demonstratie"
PASSPHRASE = "zestien stille matrassen"
CARE = "moviera"
PAPERS = ("dpia", "fg_advice", "register")


@dataclass(frozen=True, slots=True)
class Player:
    """Somebody who logs in: their organisation, address, name and roles. The first holds the organisation's post."""

    at: str
    email: str
    name: str
    roles: tuple[str, ...]


PLAYERS = (
    Player("woerden", "aandachtsfunctionaris@woerden.invalid", "Marjolein van der Poel", ("focal_point",)),
    Player("woerden", "achtervang@woerden.invalid", "Robert van der Leijenhorst", ("deputy",)),
    Player("woerden", "teamcoordinator@woerden.invalid", "Fenna Oudekerk", ("team_coordinator",)),
    Player("woerden", "beleid@woerden.invalid", "Hillegonda Hoogenboezem", ("policy_adviser",)),
    Player("woerden", "beheer@woerden.invalid", "Willem Kierkegaard", ("administrator",)),
    Player("woerden", "fg@woerden.invalid", "Isabella Witteveen", ("data_protection_officer",)),
    Player("woerden", "privacy@woerden.invalid", "Thijmen Blauwhof", ("privacy_officer",)),
    Player("woerden", "ciso@woerden.invalid", "Roderick Zandstra", ("security_officer",)),
    Player("woerden", "archief@woerden.invalid", "Machteld Oosterwold", ("archivist",)),
    Player("woerden", "herstel@lopik.invalid", "Lambertus Ooievaar", ("recovery_holder",)),
    Player("woerden", "herstel@ijsselstein.invalid", "Gerlinde Notenboom", ("recovery_holder",)),
    Player(
        "montfoort",
        "aandachtsfunctionaris@montfoort.invalid",
        "Bernard Schoon",
        ("focal_point", "policy_adviser"),
    ),
    Player("hoorn", "aandachtsfunctionaris@hoorn.invalid", "Anita van Buren", ("focal_point",)),
    Player(CARE, "zorgcoordinator@moviera.invalid", "Eleonora de Crooy", ("care_coordinator",)),
    Player(CARE, "beleid@moviera.invalid", "Liesbeth Korenwolf", ("policy_adviser",)),
    Player(CARE, "procesregisseur@moviera.invalid", "Wolfert Zuiderduin", ("process_director",)),
    # Works for a neighbour, and is mandated in two municipalities with one adviser each (ROLE-12).
    Player("woerden", "medebeslisser@ijsselstein.invalid", "Cornelia Verduin", ("policy_confirmer",)),
    Player("montfoort", "medebeslisser@ijsselstein.invalid", "Cornelia Verduin", ("policy_confirmer",)),
)
CONTACTS = (
    ("riec", "Joris Wildervanck", "projectleider mensenhandel", "", "j.wildervanck@riec.invalid"),
    (
        "care_coordinator",
        "Eleonora de Crooy",
        "zorgcoördinator",
        "088-0000000",
        "zorgcoordinator@moviera.invalid",
    ),
    ("environment_service", "Meldkamer van de omgevingsdienst", "", "088-0000001", ""),
)
"""Whom Woerden calls at its partners: partner, name, position, number and address."""
ORGANISATIONS = {
    "woerden": ("Gemeente Woerden", "municipality"),
    "montfoort": ("Gemeente Montfoort", "municipality"),
    "hoorn": ("Gemeente Hoorn", "municipality"),
    CARE: ("Moviera", "care"),
}
POSTS = {
    "municipality": ("focal_point", "Aandachtsfunctionaris mensenhandel"),
    "care": ("care_coordinator", "Zorgcoördinator mensenhandel"),
}


@dataclass(frozen=True, slots=True)
class Cast:
    """The organisations by slug, and who acts in each."""

    organisations: dict[str, Organisation]
    actors: dict[str, Actor]


def cast(moment: datetime) -> Cast:
    """Make the organisations with their people, posts, keys and policies, as of two years before `moment`."""
    since = moment - timedelta(days=730)
    made, actors = {}, {}
    for slug, (name, kind) in ORGANISATIONS.items():
        organisation = actions.create_organisation(
            slug=slug, name=name, kind=kind, now=since, open_to_residents=kind == "municipality"
        )
        made[slug] = organisation
        with scope(organisation.id):
            actors[slug] = _people(slug, organisation, since)
            _adopt(slug, actors[slug], since)
            if kind == "municipality":
                _sign(since)
    with scope(made["woerden"].id):
        for told in CONTACTS:
            contacts.add(
                dict(zip(contacts.FIELDS, told, strict=True)), id_=uuid4(), actor=actors["woerden"], now=since
            )
    return Cast(made, actors)


def _people(slug: str, organisation: Organisation, since: datetime) -> Actor:
    role, title = POSTS[organisation.kind]
    first: Actor | None = None
    for player in (one for one in PLAYERS if one.at == slug):
        person = Person.objects.filter(email=player.email).first() or actions.add_person(
            email=player.email, name=player.name, password=PASSWORD
        )
        member = actions.add_member(person=person, roles=player.roles, now=since)
        if first is None:
            post = actions.create_post(role=role, name=title, holders=[member.id], now=since)
            actions.set_vault_passphrase(membership_id=member.id, passphrase=PASSPHRASE, now=since)
            first = Actor(
                person_id=person.id,
                membership_id=member.id,
                organisation_id=organisation.id,
                roles=frozenset(player.roles),
                post_ids=frozenset({post.id}),
            )
    assert first is not None
    return first


def _adopt(slug: str, actor: Actor, since: datetime) -> None:
    """Put the organisation's policy into use from before the first signal; the demonstration's day may precede it."""
    found = resolve(library(), slug, date.max)
    policies.adopt(
        found,
        from_date=since.date(),
        decision="fictief besluit voor de demonstratie",
        now=since,
        actor=actor,
        command=new_stream(),
    )


def _sign(since: datetime) -> None:
    """Record the papers without which nobody goes live; of the others some lack, as they do."""
    signed = civil_date(since)
    for kind in PAPERS:
        papers.record(
            kind=kind,
            partner="",
            reference=f"fictief kenmerk {kind}",
            version="1.0",
            signed_on=signed,
            review_on=signed + timedelta(days=3 * 365),
            by=None,
            now=since,
        )


def people_lines() -> list[str]:
    """Return one line for each who can log in."""
    lines = (f"  {player.email}  ({player.name}, {', '.join(player.roles)})" for player in PLAYERS)
    return list(dict.fromkeys(lines))
