"""Six municipalities in one region, an organisation beside it, and a kind of release to test with."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

from pydantic import BaseModel, ConfigDict

from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.text import Text
from baken.programme.region import kinds, sharing
from baken.programme.region.kinds import Kind, Offer, Told
from baken.tenancy import actions, regions
from baken.tenancy.actors import Actor
from baken.tenancy.models import Organisation
from baken.tenancy.models_regions import Region
from baken.tenancy.scope import scope
from baken.web.parts import Table
from tests.tenants.town import Town

NAMES = ("Woerden", "Montfoort", "Linden", "Eikendal", "Beukstad", "Esdoorn")


class Shape(BaseModel):
    """What the kind of these tests releases."""

    model_config = ConfigDict(extra="forbid")
    name: str
    done: bool


def offers(today: date) -> list[Offer]:
    """There is always one thing to release."""
    return [Offer("jaar", {"name": "kanarie-actie", "done": True})]


def show(data: Any) -> list[Table]:
    """All of it, in a table."""
    return [Table("Wat er gaat", ("Actie", "Klaar"), [(data.name, "ja" if data.done else "nee")])]


def compare(told: Any) -> list[Table]:
    """Side by side."""
    rows: list[Told] = list(told)
    return [Table("Naast elkaar", ("Wie", "Actie"), [(one.name, one.data.name) for one in rows])]


KIND = Kind(
    "proef",
    Text("Proefacties", "Trial actions"),
    Text("Wat de leden deden.", "What the members did."),
    Shape,
    offers,
    lambda data: f"Proef {data.name}",
    show,
    compare,
)


@contextmanager
def trial() -> Iterator[None]:
    """Let the kind of these tests exist for a while, alone."""
    there = dict(kinds._kinds)
    kinds._kinds.clear()
    kinds.add(KIND)
    try:
        yield
    finally:
        kinds._kinds.clear()
        kinds._kinds.update(there)


@dataclass
class Six:
    """The region, its members by slug, and the day."""

    town: Town
    region: Region
    members: dict[str, Organisation] = field(default_factory=dict)

    @property
    def today(self) -> date:
        """The day in the Netherlands."""
        return civil_date(self.town.now)

    def actor(self, slug: str) -> Actor:
        """Somebody of a member, who may release."""
        return Actor(uuid4(), uuid4(), self.members[slug].id, frozenset({"policy_adviser"}), frozenset())

    def release(
        self,
        slug: str,
        *,
        name: str = "actie",
        days: int = 0,
        command: UUID | None = None,
        about: str = "jaar",
    ) -> UUID:
        """Let a member release something, some days from now."""
        with scope(self.members[slug].id):
            return sharing.release(
                "proef",
                about,
                {"name": name, "done": True},
                self.region,
                actor=self.actor(slug),
                now=self.town.now + timedelta(days=days),
                command_id=command or uuid4(),
            )

    def received(self, slug: str, *, days: int = 0) -> list[sharing.Received]:
        """What a member received."""
        with scope(self.members[slug].id):
            return sharing.received(self.region, "proef", today=self.today + timedelta(days=days))


def six(town: Town) -> Six:
    """Make the region, with members for a year; `elders` of the town takes no part."""
    region = regions.create_region(
        slug="bomenstreek", name="Bomenstreek", kind="cooperation", now=town.now - timedelta(days=400)
    )
    found = Six(town, region)
    since = found.today - timedelta(days=365)
    for name in NAMES:
        slug = name.lower()
        there = town.organisations.get(slug) or actions.create_organisation(
            slug=slug, name=name, kind="municipality", now=town.now
        )
        regions.join(region, there, since=since)
        found.members[slug] = there
    found.members["elders"] = town.organisations["elders"]
    return found
