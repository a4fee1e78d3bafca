"""What happens to a session: it is planned, given, moved or dropped, and put right; how it stood stays."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypedDict
from uuid import UUID

from baken.core.decide.refusal import Refused
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.text import Text
from baken.programme.common.nameless import about_no_case
from baken.programme.training.lists import Group, Offered
from baken.programme.training.models import DROPPED, GIVEN, PLANNED, Session
from baken.tenancy import kept, regions
from baken.tenancy.actors import Actor
from baken.tenancy.scope import current

COPIED = ("title", "provider", "layer", "form")


class Reached(TypedDict):
    """One group of a session; the last two are None until it was given."""

    key: str
    name: str
    sort: str
    reached: int | None
    people: int | None


@dataclass(frozen=True, slots=True)
class Counted:
    """What was told of a session once it was given: how many of each group, how long it took each, cost and words."""

    numbers: Mapping[str, int]
    minutes: int | None
    cost: int | None
    words: str


def told(asked: Mapping[str, Any], courses: Iterable[Offered], groups: Iterable[Group]) -> dict[str, Any]:
    """Return a session as it was asked for; what was left empty is as in its course. Raises `Refused`."""
    about_no_case(title=asked["title"] or "")
    chosen = next((one for one in courses if one.key == asked["course"]), None)
    like = {"title": "", "provider": "", "layer": "", "form": ""}
    if chosen:
        like = {
            "title": chosen.name.nl,
            "provider": chosen.provider.nl,
            "layer": chosen.layer,
            "form": chosen.form,
        }
    return {
        "course": asked["course"],
        "on": asked["on"],
        "together": list(asked["together"]),
        **{name: asked[name] or like[name] for name in COPIED},
        "reach": [reached(one) for one in groups if one.key in asked["audiences"]],
    }


def reached(group: Group) -> Reached:
    """Return a group as a session keeps it, before anybody came."""
    return {"key": group.key, "name": group.dutch, "sort": group.sort, "reached": None, "people": None}


def change(found: Session, asked: Mapping[str, Any], looked_at: int, *, actor: Actor, now: datetime) -> None:
    """Change what was planned. Groups that stay keep the numbers that were told of them."""
    before = {one["key"]: one for one in found.reach}
    reach = [before.get(one["key"], one) for one in asked["reach"]]
    if found.state == GIVEN and asked["on"] > civil_date(now):
        raise not_yet(field="on")
    kept.change(found, {**asked, "reach": reach}, looked_at, actor=actor, now=now)


def give(
    found: Session,
    counted: Counted,
    groups: Iterable[Group],
    looked_at: int,
    *,
    actor: Actor,
    now: datetime,
) -> None:
    """Write down, or put right, that a session was given and how many came. Raises `Refused`."""
    may_be_given(found, civil_date(now))
    about_no_case(words=counted.words)
    known = {one.key: one for one in groups}
    reach = []
    for part in found.reach:
        group, came = known.get(part["key"]), counted.numbers[part["key"]]
        people = most(part, group)
        if people is not None and came > people:
            name = group.name if group else part["name"]
            raise too_many(name, came, people, field=field_of(part["key"]))
        there = group.people if group and group.people is not None else part.get("people")
        reach.append({**part, "reached": came, "people": there})
    row = {"reach": reach, "minutes": counted.minutes, "cost": counted.cost, "words": counted.words}
    kept.change(found, {**row, "state": GIVEN, "dropped_why": ""}, looked_at, actor=actor, now=now)


def move(found: Session, on: date, looked_at: int, *, actor: Actor, now: datetime) -> None:
    """Plan a session on another day. Raises `Refused` where it was given."""
    may_be_moved(found)
    kept.change(found, {"on": on, "state": PLANNED, "dropped_why": ""}, looked_at, actor=actor, now=now)


def drop(found: Session, why: str, looked_at: int, *, actor: Actor, now: datetime) -> None:
    """Say that a session is not, or was not, given. What was told of it stays in its history."""
    about_no_case(why=why)
    reach = [{**part, "reached": None, "people": None} for part in found.reach]
    row = {"state": DROPPED, "dropped_why": why, "reach": reach, "minutes": None}
    kept.change(found, row, looked_at, actor=actor, now=now)


def may_be_given(found: Session, today: date) -> None:
    """Raise `Refused` where the day of a session is still to come."""
    if found.on > today:
        raise not_yet()


def may_be_moved(found: Session) -> None:
    """Raise `Refused` where a session was given."""
    if found.state == GIVEN:
        raise Refused(
            Text("Deze training is al gegeven.", "This session has been given."),
            Text("Wat gegeven is, verzet u niet meer.", "What was given cannot be moved."),
            Text(
                "Klopt de dag niet? Wijzig dan de training. Is zij toch niet gegeven? Kies dan vervallen.",
                "Is the day wrong? Then change the session. Was it not given after all? Then choose dropped.",
            ),
        )


def most(part: Mapping[str, Any], group: Group | None) -> int | None:
    """Return how many can have come: the group as it is, or as it was when this was told; None where nobody counted."""
    known = [one for one in (part.get("people"), group.people if group else None) if one is not None]
    return max(known) if known else None


def field_of(key: str) -> str:
    """Return the field in which the number of a group is asked."""
    return f"reached_{key}"


def asks(today: date) -> list[Session]:
    """Return what was planned for a day that has passed: given, moved or dropped?"""
    return list(kept.kept(Session).filter(state=PLANNED, on__lt=today).order_by("on"))


def hours(session: Session) -> float | None:
    """Return the hours of the own staff who came, together; None where nobody told how long it took (TRAIN-12)."""
    if session.state != GIVEN or session.minutes is None:
        return None
    return session.minutes * people(session.reach, "internal") / 60


def people(reach: Sequence[Mapping[str, Any]], sort: str = "") -> int:
    """Return how many came, of one sort of group or of all."""
    return sum(one.get("reached") or 0 for one in reach if not sort or one.get("sort") == sort)


def neighbours(today: date) -> list[str]:
    """Return the other members of the regions that this organisation belongs to today, each once (TRAIN-14)."""
    others = {
        one.name
        for region in regions.regions_of(current(), today)
        for one in regions.members(region, today)
        if one.id != current()
    }
    return sorted(others)


def not_yet(*, field: str = "") -> Refused:
    """A session whose day is to come was not given."""
    return Refused(
        Text("Deze training is nog niet geweest.", "This session has not been yet."),
        Text("Haar dag komt nog.", "Its day is still to come."),
        Text(
            "Leg na die dag vast hoeveel mensen er waren, of wijzig de dag.",
            "Write down after that day how many came, or change the day.",
        ),
        field=field,
    )


def too_many(name: str, came: int, people: int, *, field: str) -> Refused:
    """More came than there are."""
    return Refused(
        Text(
            "{name}: u vult {came} in, maar de groep telt {people}.",
            "{name}: you fill in {came}, but the group holds {people}.",
        ).format(name=name, came=came, people=people),
        Text("Er kunnen niet meer mensen komen dan er zijn.", "No more people can come than there are."),
        Text(
            "Kijk of het aantal klopt. Is de groep gegroeid? Wijzig dan eerst hoeveel mensen zij telt.",
            "See whether the number is right. Did the group grow? Then first change how many it holds.",
        ),
        field=field,
    )


def plan(asked: Mapping[str, Any], *, actor: Actor, now: datetime, command_id: UUID) -> Session:
    """Write down a session on a day that is to come or that was; once it was, its numbers are asked next."""
    return kept.add(Session, {**asked, "state": PLANNED}, actor=actor, now=now, command_id=command_id)
