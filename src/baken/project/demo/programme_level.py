"""Where the three municipalities of the demonstration stand on the basic level, and what they do about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType
from uuid import NAMESPACE_URL, UUID, uuid5

from django.utils import translation

from baken.core.vocabulary.moments import civil_date
from baken.programme.level import actions, queries
from baken.project.demo.cast import Cast
from baken.tenancy.actors import Actor
from baken.tenancy.scope import scope


@dataclass(frozen=True, slots=True)
class Found:
    """What was found of a criterion, so many days ago."""

    criterion: str
    state: str
    ago: int
    evidence: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Todo:
    """An action that a criterion led to, ready in so many days."""

    criterion: str
    title: str
    owner: str
    ready: int


@dataclass(frozen=True, slots=True)
class Story:
    """Who looked, what was found, the oldest first, and what is done about it."""

    by: str
    found: tuple[Found, ...]
    todo: tuple[Todo, ...] = ()


STORIES: Mapping[str, Story] = MappingProxyType(
    {
        "woerden": Story(
            "beleidsadviseur OOV",
            (
                Found("objective_partners", "met", 715, "lijst van partners, bijlage bij het beleid"),
                Found("demand_focal_point", "not", 400, note="Er is nog geen vervanging."),
                Found("demand_policy", "met", 95, "collegebesluit (fictief), zaak 2024-031"),
                Found("demand_focal_point", "met", 95, "aanstelling met 60 uur per jaar en een achtervang"),
                Found("demand_signalling", "partly", 95, note="Trainingen zijn gegeven. Controles nog niet."),
                Found("objective_policy_basis", "met", 95, "beleid en uitvoeringsprogramma"),
                Found("objective_contact", "met", 95),
                Found("objective_reporting_point", "met", 95, "meldroute op het intranet"),
                Found(
                    "objective_knowledge", "partly", 95, note="Twee teams zijn nog niet aan de beurt geweest."
                ),
                Found("objective_care", "met", 95, "afspraken met de zorgcoördinator"),
                Found("goal_insight", "not", 95, note="Er is geen recent omgevingsbeeld."),
                Found("goal_intervene", "met", 95, "jaarlijkse terugblik"),
                Found("role_policymaker", "met", 95, "uitvoeringsprogramma"),
                Found("role_director", "partly", 95),
            ),
            (
                Todo("goal_insight", "Een omgevingsbeeld laten maken", "beleidsadviseur OOV", 160),
                Todo("objective_knowledge", "De laatste twee teams trainen", "Personeelszaken", 90),
            ),
        ),
        "montfoort": Story(
            "aandachtsfunctionaris",
            (
                Found("demand_policy", "met", 60, "raadsbesluit (fictief)"),
                Found("demand_focal_point", "met", 60, "functieomschrijving, een uur per week"),
                Found("demand_signalling", "not", 60, note="Begint na de eerste training."),
                Found("objective_policy_basis", "met", 60),
                Found("objective_reporting_point", "partly", 60),
                Found("objective_partners", "met", 60, "adreslijst"),
                Found("objective_care", "met", 60, "regionale afspraken"),
                Found("role_signaller", "not", 60),
            ),
        ),
        "hoorn": Story(
            "team OOV",
            (
                Found("demand_policy", "met", 210, "regionaal beleid, raadsbesluit (fictief)"),
                Found("demand_focal_point", "met", 210, "aanwijzing door het college"),
                Found("demand_signalling", "partly", 210),
                Found("objective_reporting_point", "met", 210, "bericht op het intranet"),
                Found("action_awareness", "partly", 210),
            ),
        ),
    }
)


def tell(cast: Cast, today: datetime) -> None:
    """Let the three municipalities look at their basic level. Their programme has begun already."""
    with translation.override("nl"):
        for slug, story in STORIES.items():
            with scope(cast.organisations[slug].id):
                _tell(slug, story, cast.actors[slug], today)


def _tell(slug: str, story: Story, actor: Actor, today: datetime) -> None:
    for number, one in enumerate(story.found):
        at = today - timedelta(days=one.ago)
        before = actions.of(one.criterion)
        told = {
            "state": one.state,
            "on": civil_date(at),
            "by": story.by,
            "evidence": one.evidence,
            "note": one.note,
        }
        actions.assess(
            _asked(one.criterion, today).criterion,
            told,
            before.number if before else 0,
            actor=actor,
            now=at,
            command_id=_name(slug, str(number)),
        )
    for todo in story.todo:
        asked = _asked(todo.criterion, today)
        told = {
            "title": todo.title,
            "owner": todo.owner,
            "ready": "month",
            "ready_on": civil_date(today) + timedelta(days=todo.ready),
            "because": f"Basisniveau: {asked.criterion.name.nl}",
        }
        actions.follow_up(asked.criterion, told, actor=actor, now=today, command_id=_name(slug, todo.title))


def _asked(criterion: str, today: datetime) -> queries.Asked:
    found = queries.asked(criterion, today)
    assert found is not None, f"no policy of the demonstration has {criterion}"
    return found


def _name(slug: str, what: str) -> UUID:
    return uuid5(NAMESPACE_URL, f"demonstration/level/{slug}/{what}")
