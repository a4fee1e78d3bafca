"""The papers and the budget of the demonstration's three municipalities: taken from their policy, and kept since."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from django.utils import translation

from baken.core.vocabulary.moments import civil_date
from baken.programme.papers import actions, seeding
from baken.programme.papers.models import Line
from baken.project.demo.cast import Cast
from baken.tenancy import kept
from baken.tenancy.actors import Actor
from baken.tenancy.scope import scope


@dataclass(frozen=True, slots=True)
class Own:
    """A paper that a municipality added itself: it began and ends so many days before or after today."""

    title: str
    domain: str
    owner: str
    began: int
    ends: int | None = None
    updating: bool = False
    barriers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Spent:
    """A line of this year's budget: one of the policy by its id, or a new one by its name."""

    name: str
    planned: int | None
    spent: int | None = None
    of_policy: bool = False
    kind: str = "use"
    who: str = "team Veiligheid"


@dataclass(frozen=True, slots=True)
class Story:
    """What a municipality did with its papers and its money."""

    own: tuple[Own, ...] = ()
    unneeded: tuple[tuple[str, str], ...] = ()
    money: tuple[Spent, ...] = ()


STORIES: Mapping[str, Story] = MappingProxyType(
    {
        "woerden": Story(
            own=(
                Own(
                    "Inkoopbeleid (fictief)",
                    "procurement",
                    "team Inkoop",
                    900,
                    130,
                    barriers=("public_money",),
                ),
                Own("Plan leerplicht (fictief)", "education", "team Leerplicht", 500, updating=True),
                Own("Beleidsplan sociaal domein (fictief)", "care", "sociaal domein", 600),
            ),
            unneeded=(("prostitution_exit", "De regio heeft een uitstapprogramma."),),
            money=(
                Spent("Bijdrage uit het budget voor ondermijning", 6000, 6000, kind="source"),
                Spent("Training van boa's en toezichthouders", 2500, 2900),
                Spent("Drukwerk voor de week tegen mensenhandel", 800, 640),
                Spent("Omgevingsbeeld", 2500),
            ),
        ),
        "montfoort": Story(
            own=(Own("Prestatieafspraken wonen (fictief)", "housing", "team Wonen", 300, 430),),
            money=(
                Spent("safety_budget", 1500, 900, of_policy=True),
                Spent("Zaalhuur en sprekers", 1500, 900),
            ),
        ),
        "hoorn": Story(
            own=(
                Own("Huisvestingsbeleid (fictief)", "housing", "team Wonen", 700, 60, barriers=("housing",)),
            ),
            money=(
                Spent("Eigen bijdrage zorgcoördinatie", 9000, 9000),
                Spent("own_means", 9000, of_policy=True),
            ),
        ),
    }
)


def tell(cast: Cast, today: datetime) -> None:
    """Let the three municipalities take over the papers and money of their policy, and add their own."""
    with translation.override("nl"):
        for slug, story in STORIES.items():
            with scope(cast.organisations[slug].id):
                _tell(slug, story, cast.actors[slug], today)


def _tell(slug: str, story: Story, actor: Actor, today: datetime) -> None:
    at = today - timedelta(days=200)
    wanted = [id_ for id_, _told in seeding.papers(at)]
    seeding.adopt_papers(wanted, actor=actor, now=at, command_id=_id(slug, "papers"))
    for own in story.own:
        actions.add_paper(
            _paper(own, civil_date(today)), actor=actor, now=at, command_id=_id(slug, own.title)
        )
    for domain, note in story.unneeded:
        told = {"verdict": "unneeded", "on": civil_date(at), "by": "beleidsadviseur OOV", "note": note}
        actions.note(domain, told, 0, actor=actor, now=at, command_id=_id(slug, domain))
    _budget(slug, story, actor, at, civil_date(today).year)


def _paper(own: Own, today: date) -> dict[str, Any]:
    return {
        "title": own.title,
        "domain": own.domain,
        "owner": own.owner,
        "from_date": today - timedelta(days=own.began),
        "until_date": today + timedelta(days=own.ends) if own.ends is not None else None,
        "adapted_on": None,
        "updating": own.updating,
        "barriers": list(own.barriers),
        "regional": False,
        "where": "",
    }


def _budget(slug: str, story: Story, actor: Actor, at: datetime, year: int) -> None:
    wanted = [id_ for id_, _told in seeding.lines(year, at)]
    seeding.adopt_lines(year, wanted, actor=actor, now=at, command_id=_id(slug, "budget"))
    for one in story.money:
        if one.of_policy:
            found = kept.kept(Line).get(year=year, from_policy=one.name)
            kept.change(
                found, {"planned": one.planned, "spent": one.spent}, found.number, actor=actor, now=at
            )
        else:
            told = {
                "year": year,
                "name": one.name,
                "kind": one.kind,
                "who": one.who,
                "planned": one.planned,
                "spent": one.spent,
                "regional": False,
                "note": "",
            }
            actions.add_line(told, actor=actor, now=at, command_id=_id(slug, one.name))


def _id(*parts: str) -> UUID:
    return uuid5(NAMESPACE_URL, f"demo-papers:{':'.join(parts)}")
