"""What of an evaluation goes to a region: its closed form, what would go now, and what members gave side by side."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from baken.core.vocabulary.text import Text
from baken.programme.evaluation import frozen_data, queries, topics
from baken.programme.evaluation.frozen_data import DataSet
from baken.programme.evaluation.models import Evaluation
from baken.programme.evaluation.queries import Topic
from baken.programme.region import sharing
from baken.programme.region.kinds import Offer
from baken.programme.region.sharing import Received
from baken.tenancy import regions
from baken.tenancy.scope import current

KIND = "evaluatie"


class _Closed(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Both(_Closed):
    """Words in two languages."""

    nl: str
    en: str


class FigurePart(_Closed):
    """One figure, as it was frozen."""

    name: Both
    value: Both | int | None
    note: Both | None


class BlockPart(_Closed):
    """The figures of one part of the programme."""

    title: Both
    figures: list[FigurePart]


class FindingPart(_Closed):
    """What a role found; without a question of its own accord."""

    role: Literal["focal_point", "care_coordinator", "process_director", "chain_director", "policy_adviser"]
    on: date
    question: Both | None
    words: str


class ConclusionPart(_Closed):
    """What was decided, and what it changes."""

    words: str
    outcome: Literal["none", "action", "policy"]
    changes: Both | None


class TopicPart(_Closed):
    """What goes of one topic; None: this was not released."""

    topic: Literal["policy", "execution", "casework", "cooperation", "finance"]
    figures: list[BlockPart] | None
    findings: list[FindingPart] | None
    conclusions: list[ConclusionPart] | None


class Evaluated(_Closed):
    """What one member releases of its evaluation. Words about nobody; figures as they were frozen on a day."""

    title: str
    first: date
    last: date
    frozen_on: date
    topics: list[TopicPart]


def subject(of: Evaluation) -> str:
    """Return under what an evaluation stands beside those of others: the years of its period."""
    return f"{of.from_date.year}-{of.until_date.year}"


def offers(today: date) -> Sequence[Offer]:
    """Return the evaluations of which something was chosen to go."""
    return [
        Offer(subject(one), payload(one))
        for one in queries.evaluations()
        if one.shared and one.frozen_on is not None
    ]


def payload(of: Evaluation) -> dict[str, Any]:
    """Return exactly what would go of an evaluation now: what was chosen, and no more."""
    data = frozen_data.read(of)
    if data is None:
        raise ValueError("an evaluation goes to the region once its figures are frozen")
    chosen = {one.id: one for one in queries.by_topic(of)}
    ids = topics.in_order({one.partition(".")[0] for one in of.shared})
    return {
        "title": of.title,
        "first": of.from_date.isoformat(),
        "last": of.until_date.isoformat(),
        "frozen_on": data.on.isoformat(),
        "topics": [_topic(id_, chosen.get(id_), data, set(of.shared)) for id_ in ids],
    }


def received(of: Evaluation, today: date) -> Received | None:
    """Return what of an evaluation stands with its region now, released by the own organisation."""
    region = regions.find(of.region)
    every = sharing.received(region, KIND, subject(of), today=today) if region else []
    return next((one for one in every if one.sender == current()), None)


def outdated(of: Evaluation, today: date) -> bool:
    """Whether the region has something of an evaluation that stands otherwise here by now."""
    there = received(of, today) if of.shared else None
    return there is not None and there.payload != Evaluated.model_validate(payload(of)).model_dump(
        mode="json"
    )


def _topic(id_: str, found: Topic | None, data: DataSet, shared: set[str]) -> dict[str, Any]:
    def going(part: str, rows: list[Any]) -> list[Any] | None:
        return rows if f"{id_}.{part}" in shared else None

    return {
        "topic": id_,
        "figures": going("figures", _figures(data, id_)),
        "findings": going("findings", _findings(found) if found else []),
        "conclusions": going("conclusions", _conclusions(found) if found else []),
    }


def _figures(data: DataSet, topic: str) -> list[dict[str, Any]]:
    both = frozen_data.both
    return [
        {
            "title": both(block.title),
            "figures": [
                {"name": both(one.name), "value": both(one.value), "note": both(one.note)}
                for one in block.figures
            ],
        }
        for block in data.of(topic)
    ]


def _findings(found: Topic) -> list[dict[str, Any]]:
    return [
        {
            "role": one.role,
            "on": one.on.isoformat(),
            "question": frozen_data.both(queries.words(answered.question)) if answered.question else None,
            "words": one.words,
        }
        for answered in found.answered
        for one in answered.findings
        if not one.shared_on  # whose they are released them already
    ]


def _conclusions(found: Topic) -> list[dict[str, Any]]:
    return [
        {
            "words": one.words,
            "outcome": one.outcome,
            "changes": one.called.get("name") if one.outcome == "policy" else None,
        }
        for one in found.conclusions
    ]


def titled(data: Evaluated) -> Text:
    """Return what a release is called where several stand side by side."""
    years = {"first": data.first.year, "last": data.last.year}
    if data.first.year == data.last.year:
        return Text("Evaluatie over {first}", "Evaluation of {first}").format(**years)
    return Text("Evaluatie over {first} tot en met {last}", "Evaluation of {first} to {last}").format(**years)


def topic_of(data: Evaluated, topic: str) -> TopicPart | None:
    """Return what one member released of a topic."""
    return next((one for one in data.topics if one.topic == topic), None)


def text(words: Both) -> Text:
    """Return words in two languages as the pages take them."""
    return Text(words.nl, words.en)
