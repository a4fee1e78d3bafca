"""The programme of three municipalities in the demonstration, under way: begun from their policy, and kept since.

What is late, done, shown, or not shown yet follows from what was written down; nothing is filled in beside the actions.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from django.utils import translation

from baken.core.vocabulary.moments import civil_date
from baken.programme.common import policy
from baken.programme.plan import actions, queries, seeding
from baken.programme.plan.models import Action, Edition
from baken.programme.plan.moving import after
from baken.project.demo.cast import Cast
from baken.tenancy.actors import Actor
from baken.tenancy.scope import scope


@dataclass(frozen=True, slots=True)
class Own:
    """An action that a municipality added itself: when, and by when it is ready, in days before and after today."""

    under: str
    title: str
    owner: str
    added: int
    ready: int
    what: str = ""
    partners: tuple[str, ...] = ()
    budget: int | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """What was done about an action, so many days ago; without evidence it is not shown yet."""

    label: str
    ago: int
    what: str
    evidence: str = ""
    done: bool = True


@dataclass(frozen=True, slots=True)
class Story:
    """A programme that began so many months ago and lasts so many; what was added, done, and stopped."""

    began: int
    months: int
    decision: str
    own: tuple[Own, ...] = ()
    steps: tuple[Step, ...] = ()
    stopped: tuple[tuple[str, int, str], ...] = ()


STORIES: Mapping[str, Story] = MappingProxyType(
    {
        "woerden": Story(
            14,
            24,
            "college van Woerden (fictief)",
            own=(
                Own("2", "De signalenkaart bij elk loket leggen", "Klant Contact Centrum", 300, -40),
                Own(
                    "1",
                    "Boa's en toezichthouders verdiepend trainen",
                    "team Handhaving",
                    200,
                    40,
                    "Een dagdeel met het RIEC, over controles in panden.",
                    ("RIEC Midden-Nederland",),
                    2500,
                ),
                Own("4", "Afspraken met Veilig Thuis vastleggen", "beleidsadviseur OOV", 150, 150),
                Own("1", "Een bijeenkomst voor uitzendbureaus", "team Economie", 260, 90),
            ),
            steps=(
                Step("1.1", 250, "Training voor het Sociaal Team", "presentielijst, zaak 2026-014"),
                Step("1.1", 70, "Werkoverleg van het Klant Contact Centrum"),
                Step("1.3", 38, "Lokale pagina's en een kraam op de markt", "bericht op de website"),
                Step("2.2", 120, "Meldroute op het intranet gezet", "intranet, meldroute mensenhandel"),
                Step("3.1", 30, "Zorgaanbod besproken in het wijkteam", done=False),
                Step("4.2", 160, "Overleg in het Copen-gebied", "verslag van het overleg"),
                Step("4.3", 300, "Jaarlijkse terugblik met de buurgemeenten", "notitie aan de burgemeester"),
            ),
            stopped=(("1.6", 60, "Gaat op in de regionale aanpak van werkgevers."),),
        ),
        "montfoort": Story(
            22,
            24,
            "college van Montfoort (fictief)",
            own=(Own("2", "De meldroute in het introductieboek zetten", "Personeelszaken", 220, -45),),
            steps=(
                Step("1.1", 190, "Kort verhaal in het werkoverleg van Burgerzaken"),
                Step("4.2", 200, "Overleg met de politie en de buurgemeenten", "verslag van het overleg"),
                Step("4.2", 20, "Overleg met de politie en de buurgemeenten", "verslag van het overleg"),
            ),
        ),
        "hoorn": Story(
            16,
            28,
            "raad van Hoorn (fictief)",
            steps=(
                Step("1.1", 430, "Beleid en programma vastgesteld", "raadsbesluit"),
                Step("3.2", 240, "Meldpunt ingericht en bekendgemaakt", "bericht op het intranet"),
                Step("3.1", 100, "Bewustwordingstraining voor medewerkers"),
                Step("3.3", 90, "Lokale organisaties bezocht", "lijst van organisaties"),
            ),
        ),
    }
)


def tell(cast: Cast, today: datetime) -> None:
    """Let the three municipalities begin their programme, add to it, and write down what they did."""
    with translation.override("nl"):
        for slug, story in STORIES.items():
            with scope(cast.organisations[slug].id):
                _tell(slug, story, cast.actors[slug], today)


def _tell(slug: str, story: Story, actor: Actor, today: datetime) -> None:
    edition = _begin(slug, story, actor, today)
    for own in story.own:
        at = today - timedelta(days=own.added)
        told = {
            "under": own.under,
            "title": own.title,
            "owner": own.owner,
            "what": own.what,
            "partners": own.partners,
            "budget": own.budget,
            "ready": "month",
            "ready_on": civil_date(today) + timedelta(days=own.ready),
        }
        actions.add_action(edition, told, actor=actor, now=at, command_id=_name(slug, own.title))
    for number, step in enumerate(story.steps):
        at = today - timedelta(days=step.ago)
        row = {"on": civil_date(at), "what": step.what, "done": step.done, "evidence": step.evidence}
        actions.add_progress(
            _action(edition, step.label), row, actor=actor, now=at, command_id=_name(slug, f"step {number}")
        )
    for label, ago, why in story.stopped:
        at = today - timedelta(days=ago)
        found = _action(edition, label)
        actions.stop_action(found, civil_date(at), why, found.number, actor=actor, now=at)


def _begin(slug: str, story: Story, actor: Actor, today: datetime) -> Edition:
    found = policy.in_force(today)
    assert found is not None
    assert found.programme is not None
    first = after(civil_date(today).replace(day=1), -story.began)
    last = after(first, story.months) - timedelta(days=1)
    told: dict[str, Any] = {
        **seeding.first_words(found, civil_date(today)),
        **seeding.origin(found),
        "from_date": first,
        "until_date": last,
        "decision": story.decision,
    }
    rows = seeding.rows(found, first, last)
    at = max(_moment(first, today), today - timedelta(days=720))
    return actions.start_edition(told, rows, actor=actor, now=at, command_id=_name(slug, "programme"))


def _moment(day: date, today: datetime) -> datetime:
    return today - (civil_date(today) - day)


def _action(edition: Edition, label: str) -> Action:
    return next(one for one in queries.actions_of(edition) if one.label == label)


def _name(slug: str, what: str) -> UUID:
    return uuid5(NAMESPACE_URL, f"demonstration/programme/{slug}/{what}")
