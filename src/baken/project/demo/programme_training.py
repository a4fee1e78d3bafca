"""Training in the demonstration: Woerden has trained, Montfoort will (TRAIN-07), and Hoorn is due again in part."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from django.utils import translation

from baken.core.vocabulary.moments import civil_date
from baken.programme.common import policy
from baken.programme.training import lists, sessions
from baken.programme.training.models import Audience, Check
from baken.project.demo.cast import Cast
from baken.tenancy import kept
from baken.tenancy.actors import Actor
from baken.tenancy.scope import scope

BEFORE = 30
"""How many days before its day a session was planned."""


@dataclass(frozen=True, slots=True)
class Held:
    """A session so many days ago (below nought: to come), for these groups; how many came, where that was told."""

    ago: int
    course: str
    groups: Mapping[str, int | None]
    minutes: int = 60
    words: str = ""
    form: str = ""
    title: str = ""
    layer: str = ""
    together: tuple[str, ...] = ()
    cost: int | None = 0
    dropped: str = ""


@dataclass(frozen=True, slots=True)
class Looked:
    """What was looked at with others, so many days ago, and in how many days it is looked at again."""

    ago: int
    what: str
    whose: str
    found: str
    evidence: str = ""
    again: int = 365


@dataclass(frozen=True, slots=True)
class Story:
    """How many people the groups hold, which are not here, what was given and is to come, and what was looked at."""

    people: Mapping[str, int]
    left: tuple[str, ...] = ()
    own: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    held: tuple[Held, ...] = ()
    looked: tuple[Looked, ...] = ()


STORIES: Mapping[str, Story] = MappingProxyType(
    {
        "woerden": Story(
            people={"front_desk": 16, "boas": 9, "inspectors": 11, "social_team": 24, "all_staff": 410},
            left=("gps",),
            own={"own-marktmeesters": ("marktmeesters", 3)},
            held=(
                Held(520, "ccv_e_learning", {"front_desk": 13, "boas": 8}, 45),
                Held(250, "comensha_social", {"social_team": 19}, 120, "Meer over tolken en vertrouwen."),
                Held(190, "riec_joint", {"boas": 7, "inspectors": 6}, 90, together=("Gemeente Montfoort",)),
                Held(70, "work_meeting", {"front_desk": 14}, 15, "Het geval aan de balie maakte veel los."),
                Held(66, "work_meeting", {"own-marktmeesters": 3}, 15),
                Held(20, "fairwork_labour", {"inspectors": None}, dropped="te weinig aanmeldingen"),
                Held(6, "work_meeting", {"inspectors": None}),
                Held(-40, "riec_teams", {"boas": None, "inspectors": None}, together=("Gemeente Montfoort",)),
            ),
            looked=(
                Looked(
                    140, "reporting_code", "het opleidingshuis van de wijkteams", "partly", "lesplan 2026", 60
                ),
            ),
        ),
        "montfoort": Story(
            people={"front_desk": 5, "boas": 2, "social_team": 8},
            held=(
                Held(190, "work_meeting", {"front_desk": 4}, 10),
                Held(-40, "riec_teams", {"boas": None, "social_team": None}, together=("Gemeente Woerden",)),
                Held(-75, "comensha_awareness", {"teachers": None, "gps": None}),
            ),
        ),
        "hoorn": Story(
            people={"front_desk": 38, "attendance_officers": 7, "district_team": 52, "focal_points": 2},
            held=(
                Held(800, "riec_teams", {"front_desk": 30, "district_team": 41}, 120, cost=900),
                Held(660, "siam_focal_points", {"focal_points": 2}, 360, cost=700),
                Held(100, "comensha_awareness", {"all_staff": 160, "front_desk": 22}, 60),
                Held(
                    45, "", {"attendance_officers": 6}, 20, title="Brochure voor leerplicht", form="brochure"
                ),
                Held(-25, "schools_and_attendance", {"attendance_officers": None, "teachers": None}),
            ),
            looked=(
                Looked(
                    380,
                    "safe_home",
                    "Veilig Thuis Noord-Holland Noord",
                    "yes",
                    "afspraken met Veilig Thuis, artikel 6",
                ),
                Looked(30, "reporting_code", "trainers van de meldcode in de regio", "no"),
            ),
        ),
    }
)


def tell(cast: Cast, today: datetime) -> None:
    """Let the three municipalities count their groups, train them, and look at what others train."""
    with translation.override("nl"):
        for slug, story in STORIES.items():
            with scope(cast.organisations[slug].id):
                _tell(slug, story, cast.actors[slug], today)


def _tell(slug: str, story: Story, actor: Actor, today: datetime) -> None:
    _groups(slug, story, actor, today)
    for number, one in enumerate(story.held):
        _held(one, _name(slug, f"session {number}"), actor, today)
    for number, seen in enumerate(story.looked):
        at = today - timedelta(days=seen.ago)
        told = {
            "what": seen.what,
            "whose": seen.whose,
            "found": seen.found,
            "evidence": seen.evidence,
            "on": civil_date(at),
            "again_on": civil_date(at) + timedelta(days=seen.again),
        }
        kept.add(Check, told, actor=actor, now=at, command_id=_name(slug, f"check {number}"))


def _groups(slug: str, story: Story, actor: Actor, today: datetime) -> None:
    known = {one.key: one for one in lists.groups(policy.in_force(today))}
    at = today - timedelta(days=540)
    for key, people in story.people.items():
        group = known[key]
        told = {"key": key, "name": group.dutch, "sort": group.sort, "layers": list(group.layers)}
        _count(slug, {**told, "people": people}, actor, at)
    for key, (name, people) in story.own.items():
        told = {"key": key, "name": name, "sort": "internal", "layers": ["awareness"]}
        _count(slug, {**told, "people": people}, actor, at)
    for key in story.left:
        group = known[key]
        told = {"key": key, "name": group.dutch, "sort": group.sort, "layers": list(group.layers)}
        row = kept.add(Audience, told, actor=actor, now=at, command_id=_name(slug, key))
        kept.withdraw(row, actor=actor, now=at)


def _count(slug: str, told: Mapping[str, Any], actor: Actor, at: datetime) -> None:
    row = {**told, "counted_on": civil_date(at)}
    kept.add(Audience, row, actor=actor, now=at, command_id=_name(slug, str(told["key"])))


def _held(one: Held, name: UUID, actor: Actor, today: datetime) -> None:
    at = today - timedelta(days=one.ago)
    planned = min(at, today) - timedelta(days=BEFORE)
    bundle = policy.in_force(today)
    groups = lists.groups(bundle)
    asked = {
        "course": one.course,
        "on": civil_date(at),
        "together": one.together,
        "audiences": list(one.groups),
        "title": one.title,
        "provider": "",
        "layer": one.layer,
        "form": one.form or ("team_meeting" if one.course == "work_meeting" else ""),
    }
    told = sessions.told(asked, lists.courses(bundle), groups)
    made = sessions.plan(told, actor=actor, now=planned, command_id=name)
    if one.dropped:
        sessions.drop(made, one.dropped, made.number, actor=actor, now=at - timedelta(days=3))
        return
    numbers = {key: came for key, came in one.groups.items() if came is not None}
    if one.ago > 0 and numbers:
        counted = sessions.Counted(numbers, one.minutes, one.cost, one.words)
        sessions.give(made, counted, groups, made.number, actor=actor, now=at + timedelta(hours=3))


def _name(slug: str, what: str) -> UUID:
    return uuid5(NAMESPACE_URL, f"demonstration/training/{slug}/{what}")
