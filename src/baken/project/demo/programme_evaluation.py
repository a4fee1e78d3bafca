"""Evaluations of the demonstration: one closed and released, one frozen and being discussed, one just begun.

The care organisation released what it found, so that a municipality can take it up.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from django.utils import translation

from baken.core.policy.programme import TOPICS
from baken.core.vocabulary.moments import civil_date
from baken.programme.common import policy
from baken.programme.evaluation import actions, concluding, queries, releasing, rhythm
from baken.programme.evaluation.models import Evaluation
from baken.programme.region import sharing
from baken.project.demo.cast import CARE, Cast
from baken.tenancy import kept, regions
from baken.tenancy.actors import Actor
from baken.tenancy.scope import scope


@dataclass(frozen=True, slots=True)
class Found:
    """What a role found: under which topic, about which of its questions, or of its own accord (None)."""

    topic: str
    role: str
    words: str
    question: int | None = 0


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided: the owner of its action and in how many days that is ready, or an element of the policy."""

    topic: str
    words: str
    owner: str = ""
    ready: int = 0
    element: str = ""
    regional: bool = False


@dataclass(frozen=True, slots=True)
class Story:
    """An evaluation: its days are so many days ago; `frozen`, `closed` and `released` are None where not yet."""

    title: str
    region: str
    first: int
    last: int
    begun: int
    found: tuple[Found, ...]
    decided: tuple[Decided, ...] = ()
    frozen: int | None = None
    closed: int | None = None
    released: int | None = None
    shared: tuple[str, ...] = ()


STORIES: Mapping[str, Story] = MappingProxyType(
    {
        "montfoort": Story(
            "Terugblik op het eerste jaar",
            "copen",
            500,
            135,
            120,
            (
                Found(
                    "policy", "policy_adviser", "De route is bekend bij de teams die vaak aan de balie staan."
                ),
                Found("execution", "focal_point", "Van de trainingen zijn er minder gegeven dan gepland."),
                Found("casework", "focal_point", "Twijfel wordt vaker vooraf besproken dan in het begin."),
                Found("cooperation", "focal_point", "Het overleg met de buurgemeenten levert kennis op.", 1),
                Found("finance", "policy_adviser", "Een uur per week is krap in een maand met een actie."),
            ),
            (
                Decided("execution", "De trainingen alsnog geven.", "Personeelszaken", 20),
                Decided(
                    "cooperation", "Vaker met de buurgemeenten afstemmen.", element="meetings.focal_points"
                ),
                Decided("casework", "De werkwijze blijft zoals zij is."),
            ),
            frozen=100,
            closed=60,
            released=50,
            shared=(
                "execution.figures",
                "execution.findings",
                "cooperation.findings",
                "cooperation.conclusions",
            ),
        ),
        "hoorn": Story(
            "Evaluatie van het Westfriese beleid",
            "west-friesland",
            480,
            20,
            18,
            (
                Found("policy", "focal_point", "Het beleid past nog; de wet over sekswerk vraagt aandacht."),
                Found(
                    "casework",
                    "care_coordinator",
                    "Meldingen komen op tijd binnen, met wat wij nodig hebben.",
                ),
                Found(
                    "cooperation", "process_director", "Afspraken worden nagekomen, verslagen komen laat.", 1
                ),
                Found("cooperation", "chain_director", "Gemeenten werken meer op dezelfde manier.", None),
            ),
            (
                Decided("cooperation", "Verslagen binnen een week delen.", "team OOV", 120, regional=True),
                Decided("policy", "Nagaan wat de wet van ons vraagt.", element="evaluation.evaluation"),
            ),
            frozen=10,
        ),
        "woerden": Story(
            "Evaluatie van de aanpak",
            "copen",
            400,
            8,
            5,
            (Found("execution", "focal_point", "Het Klant Contact Centrum weet ons nu te vinden.", 1),),
        ),
        CARE: Story(
            "Terugblik van de zorgcoördinatie",
            "zvh-utrecht",
            380,
            15,
            14,
            (
                Found(
                    "casework", "care_coordinator", "Overdrachten komen sneller, en met minder namen erin."
                ),
                Found(
                    "cooperation",
                    "process_director",
                    "Bij ingewikkelde casussen zit de gemeente op tijd aan tafel.",
                ),
            ),
            frozen=12,
            released=9,
            shared=("casework.findings", "cooperation.findings"),
        ),
    }
)


def tell(cast: Cast, today: datetime) -> None:
    """Let three municipalities and the care organisation evaluate. Their programmes and regions are there already."""
    with translation.override("nl"):
        for slug, story in STORIES.items():
            with scope(cast.organisations[slug].id):
                _tell(slug, story, cast.actors[slug], today)


def _tell(slug: str, story: Story, actor: Actor, today: datetime) -> None:
    day, begun = civil_date(today), today - timedelta(days=story.begun)
    told = {
        "title": story.title,
        "from_date": day - timedelta(days=story.first),
        "until_date": day - timedelta(days=story.last),
        "topics": list(TOPICS),
        "region": story.region,
        "due_on": rhythm.expected(policy.in_force(today), [], day)
        or day - timedelta(days=(story.closed or 0) - 30),
    }
    made = actions.start(told, actor=actor, now=begun, command_id=_name(slug, "evaluation"))
    for number, one in enumerate(story.found):
        at = begun + timedelta(days=1)
        row = {"topic": one.topic, "role": one.role, "on": civil_date(at), "words": one.words}
        asked = [each for each in queries.questions(made) if each.topic == one.topic]
        row["question_id"] = (
            asked[one.question].id if one.question is not None and len(asked) > one.question else None
        )
        name = _name(slug, f"finding {number}")
        actions.add_finding(made, row, keeps=True, actor=actor, now=at, command_id=name)
    if story.frozen is not None:
        actions.freeze(made, actor=actor, now=today - timedelta(days=story.frozen))
        _decide(slug, story, made, actor, today)
    if story.closed is not None:
        actions.close(made, actor=actor, now=today - timedelta(days=story.closed))
    if story.released is not None:
        _release(slug, story, made, actor, today - timedelta(days=story.released))


def _decide(slug: str, story: Story, made: Evaluation, actor: Actor, today: datetime) -> None:
    at = today - timedelta(days=(story.frozen or 0) - 2)
    for number, one in enumerate(story.decided):
        told: dict[str, Any] = {
            "topic": one.topic,
            "words": one.words,
            "outcome": "action" if one.owner else "policy" if one.element else "none",
            "element": one.element,
            "regional": one.regional,
        }
        name = _name(slug, f"conclusion {number}")
        row = concluding.add(made, told, actor=actor, now=at, command_id=name)
        if one.owner:
            day = civil_date(today) + timedelta(days=one.ready)
            action = {"title": one.words.rstrip("."), "owner": one.owner, "ready_on": day}
            concluding.make_action(row, action, actor=actor, now=at, command_id=name)


def _release(slug: str, story: Story, made: Evaluation, actor: Actor, at: datetime) -> None:
    region = regions.find(story.region)
    assert region is not None
    there = kept.one(Evaluation, made.id)
    actions.share(there, story.shared, there.number, actor=actor, now=at)
    payload = releasing.payload(kept.one(Evaluation, made.id))
    name = _name(slug, "release")
    sharing.release(
        releasing.KIND, releasing.subject(made), payload, region, actor=actor, now=at, command_id=name
    )


def _name(slug: str, what: str) -> UUID:
    return uuid5(NAMESPACE_URL, f"demonstration/programme/evaluation/{slug}/{what}")
