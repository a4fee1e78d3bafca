"""The discussion in the region: what each present member released of these years, who did not, and who left (REG-05).

It stays right when a member leaves midway: what that released then is read apart, and counts with nobody.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.http import Http404

from baken.core.policy.programme import TOPICS
from baken.core.vocabulary.text import Text
from baken.programme.evaluation import beside, releasing, topics
from baken.programme.evaluation.models import Evaluation
from baken.programme.evaluation.releasing import Evaluated
from baken.programme.region import queries, sharing
from baken.programme.region.kinds import Told
from baken.programme.region.queries import Seen
from baken.programme.region.sharing import Received
from baken.web.parts import Table


@dataclass(frozen=True, slots=True)
class Side:
    """One topic: what is beside each other, and which members released nothing of it."""

    id: str
    name: Text
    tables: Sequence[Table]
    silent: Sequence[str]


@dataclass(frozen=True, slots=True)
class Gone:
    """Who left the region, with the last day, and what it released before that."""

    name: str
    until: date
    release: Received | None


@dataclass(frozen=True, slots=True)
class Discussion:
    """A region about the evaluations of the same years. `other` are releases about other years."""

    region: Seen
    about: str
    received: Sequence[Received]
    sides: Sequence[Side]
    silent: Sequence[str]
    gone: Sequence[Gone]
    other: Sequence[Received]
    own_released: bool


def discussion(of: Evaluation, today: date) -> Discussion:
    """Return what stands beside each other; an evaluation that is discussed nowhere has no such page."""
    if not of.region:
        raise Http404
    seen = queries.seen(of.region, today)
    about = releasing.subject(of)
    every = sharing.received(seen.region, releasing.KIND, today=seen.day)
    here = [one for one in every if one.about == about]
    counting = [one for one in here if one.counts]
    told = [Told(one.name, Evaluated.model_validate(one.payload), one.at) for one in counting]
    senders = {one.sender for one in counting}
    return Discussion(
        region=seen,
        about=about,
        received=counting,
        sides=[_side(topic, told) for topic in topics.in_order(set(of.topics) | _topics(told))],
        silent=[one.member.name for one in seen.members if one.member.id not in senders],
        gone=[
            Gone(
                one.member.name,
                one.until,
                next((each for each in here if each.sender == one.member.id), None),
            )
            for one in seen.former
            if one.until is not None
        ],
        other=[one for one in every if one.counts and one.about != about],
        own_released=seen.own.member.id in senders,
    )


def _topics(told: Sequence[Told]) -> set[str]:
    return {part.topic for one in told for part in one.data.topics}


def _side(topic: str, told: Sequence[Told]) -> Side:
    gave = {one.name for one in told if releasing.topic_of(one.data, topic) is not None}
    silent = [one.name for one in told if one.name not in gave]
    return Side(topic, TOPICS[topic], beside.of_topic(told, topic), silent)
