"""What is written down about an evaluation. After it is closed nothing is added; figures are frozen once (EVAL-05)."""

from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta
from typing import Any, TypeVar
from uuid import UUID, uuid5

from django.db import transaction

from baken.core.policy.programme import TOPICS
from baken.core.vocabulary.moments import civil_date
from baken.programme.common import policy
from baken.programme.common.nameless import about_no_case
from baken.programme.evaluation import frozen_data, queries, refusals, topics
from baken.programme.evaluation.models import Evaluation, Finding, Question
from baken.tenancy import kept
from baken.tenancy.actors import Actor
from baken.tenancy.models_kept import Kept

TOLD = ("title", "from_date", "until_date", "topics", "region", "due_on")
Row = TypeVar("Row", bound=Kept)


@transaction.atomic
def start(told: Mapping[str, Any], *, actor: Actor, now: datetime, command_id: UUID) -> Evaluation:
    """Begin an evaluation, with the questions that the policy has for its topics. Raises `Refused`."""
    if earlier := kept.made(Evaluation, command_id):
        return earlier
    row = {name: told[name] for name in TOLD}
    _checked(row, civil_date(now))
    made = kept.add(Evaluation, row, actor=actor, now=now, command_id=command_id)
    _ask(made, row["topics"], actor=actor, now=now, command_id=command_id)
    return made


@transaction.atomic
def change(
    found: Evaluation, told: Mapping[str, Any], looked_at: int, *, actor: Actor, now: datetime
) -> None:
    """Change what an evaluation is about; a topic that comes along brings the questions of the policy."""
    there = hold(found)
    row = {name: told[name] for name in TOLD}
    _checked(row, civil_date(now))
    if there.frozen_on and (row["from_date"], row["until_date"]) != (there.from_date, there.until_date):
        raise refusals.frozen_period()
    gone = set(there.topics) - set(row["topics"])
    used = {one.id for one in queries.by_topic(there) if one.findings or one.conclusions}
    if gone & used:
        raise refusals.topic_in_use([TOPICS[topic] for topic in topics.in_order(gone & used)])
    row["shared"] = [one for one in there.shared if one.partition(".")[0] in row["topics"]]
    kept.change(found, row, looked_at, actor=actor, now=now)
    for question in queries.questions(there):
        if question.topic in gone:
            kept.withdraw(question, actor=actor, now=now)
    new = set(row["topics"]) - set(there.topics)
    _ask(there, new, actor=actor, now=now, command_id=uuid5(there.id, f"{looked_at}"))


@transaction.atomic
def add_question(
    of: Evaluation, told: Mapping[str, Any], *, actor: Actor, now: datetime, command_id: UUID
) -> Question:
    """Ask a question of one's own. Raises `Refused`."""
    there = hold(of)
    if told["topic"] not in there.topics:
        raise refusals.other_topic()
    about_no_case(words=told["words"])
    row = {"evaluation_id": of.id, "topic": told["topic"], "words": told["words"]}
    return kept.add(Question, row, actor=actor, now=now, command_id=command_id)


@transaction.atomic
def freeze(of: Evaluation, *, actor: Actor, now: datetime) -> None:
    """Keep the figures of the period as they are now, once. Raises `Refused`."""
    there = hold(of)
    if there.frozen_on:
        raise refusals.frozen_already(shown(there.frozen_on))
    today = civil_date(now)
    if there.until_date > today:
        raise refusals.not_over()
    found = frozen_data.gathered(there.from_date, there.until_date)
    data = frozen_data.packed(found, there.from_date, there.until_date, today)
    told = {"data": data, "frozen_on": today, "digest": frozen_data.digest(data)}
    kept.change(there, told, there.number, actor=actor, now=now)


@transaction.atomic
def add_finding(
    of: Evaluation,
    told: Mapping[str, Any],
    *,
    keeps: bool,
    actor: Actor,
    now: datetime,
    command_id: UUID,
) -> Finding:
    """Write down what a role found, on a day. Raises `Refused`."""
    row = {**_found(hold(of), told, keeps=keeps, actor=actor), "evaluation_id": of.id}
    return kept.add(Finding, row, actor=actor, now=now, command_id=command_id)


@transaction.atomic
def change_finding(
    found: Finding, told: Mapping[str, Any], looked_at: int, *, keeps: bool, actor: Actor, now: datetime
) -> None:
    """Change a finding of one's own role. Raises `Refused`."""
    there = hold(kept.one(Evaluation, found.evaluation_id))
    if found.shared_on:
        raise refusals.somebody_elses()
    check_role(found.role, keeps=keeps, actor=actor)
    kept.change(found, _found(there, told, keeps=keeps, actor=actor), looked_at, actor=actor, now=now)


@transaction.atomic
def share(of: Evaluation, parts: Collection[str], looked_at: int, *, actor: Actor, now: datetime) -> None:
    """Choose what of an evaluation can go to the region: topics, and what of each. Nothing goes by this alone."""
    there = kept.hold(Evaluation, of.id)
    if parts and there.frozen_on is None:
        raise refusals.not_frozen()
    if parts:
        for other in queries.evaluations():
            same = (other.from_date.year, other.until_date.year) == (
                there.from_date.year,
                there.until_date.year,
            )
            if other.id != there.id and other.shared and same:
                raise refusals.shared_elsewhere(other.title)
    kept.change(there, {"shared": sorted(parts)}, looked_at, actor=actor, now=now)


@transaction.atomic
def close(of: Evaluation, *, actor: Actor, now: datetime) -> None:
    """Close an evaluation: nothing is added any more. Raises `Refused`, with everything that lacks."""
    there = hold(of)
    if lacks := queries.missing(there):
        raise refusals.not_ready(lacks)
    kept.change(there, {"closed_on": civil_date(now)}, there.number, actor=actor, now=now)


@transaction.atomic
def withdraw(found: Kept, *, keeps: bool, actor: Actor, now: datetime) -> None:
    """Take back a question, finding, conclusion or evaluation. Raises `Refused` once the evaluation is closed."""
    if isinstance(found, Evaluation):
        found = hold(found)
    else:
        hold(kept.one(Evaluation, found.evaluation_id))  # type: ignore[attr-defined]
    if isinstance(found, Finding):
        check_role(found.role if not found.shared_on else "", keeps=keeps, actor=actor)
    kept.withdraw(found, actor=actor, now=now)


def hold(of: Evaluation) -> Evaluation:
    """Return an evaluation that is not closed, and let whoever else writes in it wait. Raises `Refused`."""
    there = kept.hold(Evaluation, of.id)
    if there.closed_on:
        raise refusals.closed(shown(there.closed_on))
    return there


def check_role(role: str, *, keeps: bool, actor: Actor) -> None:
    """Refuse to speak for a role that one has not, unless one keeps the programme."""
    if not keeps and role not in topics.own_roles(actor.roles):
        raise refusals.somebody_elses()


def shown(day: date) -> str:
    """Return a day as it is written in a sentence of two languages."""
    return f"{day:%d-%m-%Y}"


def _found(there: Evaluation, told: Mapping[str, Any], *, keeps: bool, actor: Actor) -> dict[str, Any]:
    check_role(told["role"], keeps=keeps, actor=actor)
    about_no_case(words=told["words"])
    question = kept.one(Question, told["question_id"]) if told.get("question_id") else None
    topic = question.topic if question else told["topic"]
    if topic not in there.topics or (question and question.evaluation_id != there.id):
        raise refusals.other_topic()
    return {
        "topic": topic,
        "question_id": question.id if question else None,
        "role": told["role"],
        "on": told["on"],
        "words": told["words"],
        "regional": bool(told.get("regional")),
    }


def _checked(row: Mapping[str, Any], today: date) -> None:
    about_no_case(title=row["title"])
    if not row["topics"]:
        raise refusals.no_topic()
    if row["until_date"] < row["from_date"]:
        raise refusals.over_before_it_begins()
    if row["until_date"] > today:
        raise refusals.not_over()
    if row["due_on"] and row["due_on"] < row["until_date"]:
        raise refusals.due_too_early()


def _ask(of: Evaluation, about: Collection[str], *, actor: Actor, now: datetime, command_id: UUID) -> None:
    """Take the questions of the policy along, each a little later than the one before: so they keep their order."""
    bundle = policy.in_force(now)
    for place, one in enumerate(bundle.evaluation_questions if bundle else ()):
        if one.topic in about:
            row = {
                "evaluation_id": of.id,
                "topic": one.topic,
                "words": one.question.nl,
                "words_en": one.question.en,
                "from_policy": one.id,
            }
            at = now + timedelta(microseconds=place)
            kept.add(Question, row, actor=actor, now=at, command_id=uuid5(command_id, one.id))
