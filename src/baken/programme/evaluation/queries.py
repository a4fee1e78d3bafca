"""Reading evaluations: all of them, and one with its questions, findings and conclusions under their topics."""

from collections.abc import Sequence
from dataclasses import dataclass

from baken.core.policy.programme import TOPICS
from baken.core.vocabulary.text import Text
from baken.programme.evaluation import topics
from baken.programme.evaluation.models import Conclusion, Evaluation, Finding, Question
from baken.programme.plan.models import Action
from baken.tenancy import kept


@dataclass(frozen=True, slots=True)
class Answered:
    """A question, and what was found in answer to it; without a question: what was found of its own accord."""

    question: Question | None
    findings: Sequence[Finding]


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic of an evaluation."""

    id: str
    name: Text
    answered: Sequence[Answered]
    conclusions: Sequence[Conclusion]

    @property
    def questions(self) -> int:
        """How many questions there are."""
        return sum(one.question is not None for one in self.answered)

    @property
    def findings(self) -> list[Finding]:
        """Every finding."""
        return [finding for one in self.answered for finding in one.findings]


def evaluations() -> list[Evaluation]:
    """Return every evaluation, the newest first."""
    return list(kept.kept(Evaluation).order_by("-until_date", "-from_date", "title"))


def questions(of: Evaluation) -> list[Question]:
    """Return the questions of an evaluation, those of the policy first."""
    found = list(kept.kept(Question).filter(evaluation_id=of.id).order_by("changed_at", "words"))
    return sorted(found, key=lambda one: not one.from_policy)


def findings(of: Evaluation) -> list[Finding]:
    """Return what was found, by role and day."""
    found = kept.as_written(kept.kept(Finding).filter(evaluation_id=of.id))
    place = {role: number for number, role in enumerate(topics.FINDERS)}
    return sorted(found, key=lambda one: (place.get(one.role, len(place)), one.on))


def conclusions(of: Evaluation) -> list[Conclusion]:
    """Return what was decided, in the order in which it was written down."""
    return kept.as_written(kept.kept(Conclusion).filter(evaluation_id=of.id))


def by_topic(of: Evaluation) -> list[Topic]:
    """Return everything of an evaluation under its topics; a question that was withdrawn leaves its findings."""
    asked, found, decided = questions(of), findings(of), conclusions(of)
    used = {*of.topics, *(one.topic for one in found), *(one.topic for one in decided)}
    return [_topic(topic, asked, found, decided) for topic in topics.in_order(used)]


def words(of: Question) -> Text:
    """Return a question in both languages."""
    return Text(of.words, of.words_en or of.words)


def actions_of(decided: Sequence[Conclusion]) -> dict[object, Action]:
    """Return the actions that came of conclusions, by id."""
    ids = [one.action_id for one in decided if one.action_id]
    return {one.id: one for one in kept.kept(Action).filter(id__in=ids)} if ids else {}


def missing(of: Evaluation) -> list[Text]:
    """Return what lacks before an evaluation can be closed."""
    decided = conclusions(of)
    asked = {one.topic for one in questions(of)}
    lacks = [
        Text("bij ‘{topic}’ staat geen vraag", "there is no question under ‘{topic}’").format(
            topic=TOPICS[topic]
        )
        for topic in topics.in_order(of.topics)
        if topic not in asked
    ]
    if of.frozen_on is None:
        lacks.append(Text("de cijfers staan nog niet vast", "the figures are not frozen yet"))
    if not decided:
        lacks.append(Text("er is nog geen besluit", "there is no decision yet"))
    for one in decided:
        if one.outcome == "action" and one.action_id is None:
            lacks.append(
                Text(
                    "de actie bij ‘{words}’ is nog niet gemaakt",
                    "the action for ‘{words}’ was not made yet",
                ).format(words=shortened(one.words))
            )
    return lacks


def shortened(text: str, most: int = 60) -> str:
    """Return the first words of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def _topic(
    topic: str, asked: Sequence[Question], found: Sequence[Finding], decided: Sequence[Conclusion]
) -> Topic:
    here = [one for one in asked if one.topic == topic]
    ids = {one.id for one in here}
    said = [one for one in found if one.topic == topic]
    answered = [Answered(one, [each for each in said if each.question_id == one.id]) for one in here]
    loose = [one for one in said if one.question_id not in ids]
    if loose:
        answered.append(Answered(None, loose))
    return Topic(topic, TOPICS[topic], answered, [one for one in decided if one.topic == topic])
