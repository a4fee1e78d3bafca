"""Findings of another organisation, taken up in the own evaluation as that released them (MON-06, REG-05).

A care coordinator or chain director mostly works elsewhere, and nobody writes in the tables of another organisation. So
each writes in an evaluation of the own organisation and releases it to a region; what was received there, somebody who
keeps the programme here takes up, with who said it and when it was released.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from uuid import UUID, uuid5

from django.db import transaction

from baken.core.vocabulary.moments import civil_date
from baken.programme.evaluation import queries, releasing, topics
from baken.programme.evaluation.actions import hold
from baken.programme.evaluation.models import Evaluation, Finding
from baken.programme.evaluation.releasing import Both, Evaluated
from baken.programme.region import sharing
from baken.programme.region.sharing import Received
from baken.tenancy import kept, regions
from baken.tenancy.actors import Actor
from baken.tenancy.scope import current

ELSEWHERE = ("care_coordinator", "process_director", "chain_director")
"""Roles that mostly work in another organisation than the municipality that evaluates: chosen first."""


@dataclass(frozen=True, slots=True)
class Offered:
    """A finding that was received and can be taken up: whose role, of which organisation, and when it was released."""

    topic: str
    role: str
    on: date
    question: Both | None
    words: str
    by: str
    shared_on: date

    @property
    def key(self) -> str:
        """A short name to tick; it stays the same as long as the finding does."""
        told = "\n".join((self.by, self.role, self.on.isoformat(), self.topic, self.words))
        return sha256(told.encode()).hexdigest()[:16]


def offered(of: Evaluation, today: date) -> list[Offered]:
    """Return what others released about a period that this one touches, and that was not taken up yet.

    It may come from any region in which both take part; who left one counts no more there.
    """
    there = {_same(one) for one in queries.findings(of) if one.shared_on}
    found: dict[str, Offered] = {}
    for region in regions.regions_of(current(), today):
        for one in sharing.received(region, releasing.KIND, today=today):
            if one.counts and one.sender != current():
                for each in _of(one, of):
                    if (each.by, each.role, each.on, each.topic, each.words) not in there:
                        found.setdefault(each.key, each)
    place = {role: number for number, role in enumerate(topics.FINDERS)}
    return sorted(
        found.values(), key=lambda one: (one.role not in ELSEWHERE, place[one.role], one.by, one.on)
    )


def waiting(of: Evaluation, today: date) -> int:
    """Return how many there are of roles that have no other way into this report."""
    return sum(one.role in ELSEWHERE for one in offered(of, today))


@transaction.atomic
def take(of: Evaluation, keys: Collection[str], *, actor: Actor, now: datetime, command_id: UUID) -> None:
    """Take up what was chosen, each in answer to the same question where this evaluation asks it. Raises `Refused`."""
    there = hold(of)
    asked = {(one.topic, one.words): one.id for one in queries.questions(there)}
    for one in offered(there, civil_date(now)):
        if one.key in keys:
            row = {
                "evaluation_id": there.id,
                "topic": one.topic,
                "question_id": asked.get((one.topic, one.question.nl)) if one.question else None,
                "role": one.role,
                "on": one.on,
                "words": one.words,
                "shared_by": one.by,
                "shared_on": one.shared_on,
            }
            kept.add(Finding, row, actor=actor, now=now, command_id=uuid5(command_id, one.key))


def _of(one: Received, of: Evaluation) -> Iterator[Offered]:
    data = Evaluated.model_validate(one.payload)
    if data.first > of.until_date or data.last < of.from_date:
        return
    for part in data.topics:
        for found in part.findings or () if part.topic in of.topics else ():
            yield Offered(
                part.topic, found.role, found.on, found.question, found.words, one.name, civil_date(one.at)
            )


def _same(one: Finding) -> tuple[str, str, date, str, str]:
    return (one.shared_by, one.role, one.on, one.topic, one.words)
