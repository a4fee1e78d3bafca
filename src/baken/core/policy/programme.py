"""The execution programme and what stands around it, as `programme.yaml` says: nothing in it is about a person."""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, WithJsonSchema

from baken.core.policy.base import Day, Element, Filled, Model, Words, YesNo
from baken.core.policy.kinds import Euros, Listed, MonthNumber, TimesAYear, Whole, YearNumber
from baken.core.policy.mistake import mistake
from baken.core.policy.ready import EveryYears, Ready
from baken.core.vocabulary.text import Text

_LABEL = re.compile(r"^[1-9][0-9]?(\.[1-9][0-9]?){0,2}$")
TOPICS: dict[str, Text] = {
    "policy": Text("het beleid", "the policy"),
    "execution": Text("de uitvoering", "the execution"),
    "casework": Text("de aanpak van casuïstiek", "the handling of cases"),
    "cooperation": Text("de samenwerking in de keten", "the cooperation in the chain"),
    "finance": Text("het geld", "the money"),
}
"""What an evaluation is about (EVAL-01, EVAL-02)."""
SORTS: dict[str, Text] = {
    "demand": Text("eis", "demand"),
    "objective": Text("doelstelling", "objective"),
    "goal": Text("vervolgdoel", "follow-up goal"),
    "action": Text("actie", "action"),
    "role": Text("rol", "role"),
}
"""What a criterion of the basic level is (BASE-01 to BASE-04)."""
TopicId = Annotated[str, Listed(tuple(TOPICS), Text("onderwerp van de evaluatie", "topic of the evaluation"))]
SortId = Annotated[str, Listed(tuple(SORTS), Text("soort eis", "sort of criterion"))]


def _label(value: str) -> str:
    if not _LABEL.match(value):
        raise mistake(
            Text(f"`{value}` is geen nummer van een actie.", f"`{value}` is no number of an action."),
            Text("Een nummer is bijvoorbeeld 3 of 3.1.", "A number is for example 3 or 3.1."),
            Text("Schrijf het tussen aanhalingstekens.", "Write it in quotes."),
        )
    return value


Label = Annotated[str, AfterValidator(_label), WithJsonSchema({"type": "string", "pattern": _LABEL.pattern})]


class Theme(Element):
    """A theme of safety that has a programme, here or beside this one (PROG-06)."""

    name: Words
    """What it is called."""
    beside: YesNo = False
    """That its programme stands beside this one, elsewhere: it has no actions here."""


class Programme(Element):
    """The programme as a whole. There is one at most, and its id is `programme`."""

    title: Words
    """What stands on it."""
    goal: Words
    """What it is for."""
    from_: Day = Field(alias="from")
    """Its first day."""
    until: Day
    """Its last day."""
    theme: str
    """The theme it is about."""


class ProgrammeAction(Element):
    """One numbered row of the programme (PROG-01). A number without a dot is a goal that the others hang under."""

    label: Label
    """Its number, in quotes, such as "1.1"."""
    title: Words
    """What is to be reached."""
    what: Words
    """What is done for it."""
    ready: Ready
    """When it is ready."""
    owner: Words
    """Who sees to it: a post, team or organisation, never a person."""
    partners: tuple[Words, ...] = ()
    """Who takes part."""
    barrier: str | None = None
    """The barrier it raises for whoever exploits people: the id of a barrier."""
    budget: Euros | None = None
    """Whole euros for it."""


class Barrier(Element):
    """Something that an exploiter needs, and that can be made harder (INT-13)."""

    name: Words
    """What is made harder."""
    what: Words | None = None
    """With which means a municipality can do so."""


class MeetingRhythm(Element):
    """A meeting that comes back, about the approach and never about one case (MEET-05 to MEET-08)."""

    name: Words
    """What it is called."""
    with_: Annotated[tuple[Words, ...], Field(min_length=1, alias="with")]
    """Who takes part: posts, teams or organisations."""
    times: TimesAYear | None = None
    """How many times a year; absent: the documents name no number."""
    months: tuple[MonthNumber, ...] = ()
    """In which months, from 1 to 12; absent: whenever it suits."""
    regional: YesNo = False
    """That municipalities hold it together."""


class Hours(Element):
    """The hours reserved for the focal point (FIN-01). There is one at most, and its id is `hours`."""

    per_year: Annotated[int, Whole(1, 2000)] | None = None
    """So many hours a year. This or `per_week`."""
    per_week: Annotated[int, Whole(1, 40)] | None = None
    """So many hours a week. This or `per_year`."""
    note: Words
    """What more is said about it."""


class HourKind(Element):
    """A kind of work for which hours are booked, never for one victim (FIN-05)."""

    name: Words
    """What the work is."""
    signal: YesNo = False
    """That it is work on a signal: the work list offers to book it."""


class BudgetLine(Element):
    """A source or use of money (FIN-02 to FIN-04)."""

    name: Words
    """What it is."""
    kind: Literal["source", "use"]
    """Where money comes from, or what it goes to."""
    amount: Euros | None = None
    """Whole euros a year; absent: the documents name no amount."""
    who: Words
    """Who pays or spends it."""
    regional: YesNo = False
    """That the amount is of a whole region: it does not count in the totals of one municipality."""
    note: Words | None = None
    """What more is said about it."""


class FlankingDomain(Element):
    """A field of policy that can help or hinder (PROG-08)."""

    name: Words
    """What it is called."""
    examples: Words
    """What such policy may hold that matters here."""
    barriers: tuple[str, ...] = ()
    """Which barriers it can raise: ids of barriers."""


class PolicyPaper(Element):
    """A document of policy in one of those fields, or above them (PROG-09)."""

    title: Filled
    """What stands on it."""
    domain: str | None = None
    """The field it belongs to: the id of a flanking domain; absent: it is about safety as a whole."""
    owner: Words
    """Who keeps it up to date: a post, team or organisation."""
    from_year: YearNumber | None = None
    """The first year it counts for."""
    until_year: YearNumber | None = None
    """The last year it counts for; absent: it has no end."""
    adapted: Day | None = None
    """The last day on which it was adapted; the last day of the month where only that is known."""
    region: YesNo = False
    """That it is of a region or of the whole country."""


class EvaluationRhythm(Element):
    """How often the approach is evaluated (EVAL-01 to EVAL-03). There is one at most, and its id is `evaluation`."""

    every_years: EveryYears
    """How many years lie between."""
    month: MonthNumber
    """In which month, from 1 to 12."""
    topics: Annotated[tuple[TopicId, ...], Field(min_length=1)]
    """What it is about."""
    who: Annotated[tuple[Words, ...], Field(min_length=1)]
    """Who does it: posts, teams or organisations."""
    regional: YesNo = False
    """That municipalities do it together."""


class EvaluationQuestion(Element):
    """A question that an evaluation answers."""

    topic: TopicId
    """What it is about."""
    question: Words
    """The question."""


class LevelTheme(Element):
    """A theme of the national framework for municipalities, under which the basic level is laid."""

    name: Words
    """What it is called."""


class Criterion(Element):
    """One criterion of the basic level (BASE-01 to BASE-04)."""

    sort: SortId
    """What it is: a demand, objective, goal, action or role."""
    name: Words
    """What it is called."""
    asks: Words
    """What a municipality shows to meet it."""
    theme: str
    """The theme of the national framework it belongs to."""


class OutreachRhythm(Element):
    """Telling organisations outside about the approach, with a rhythm (COMM-02, COMM-03)."""

    name: Words
    """What is told."""
    times: TimesAYear
    """How many times a year at least."""
    to: Annotated[tuple[Words, ...], Field(min_length=1)]
    """Whom it is told."""
    channels: tuple[Words, ...] = ()
    """Through what."""


class KitStep(Model):
    """Something to do before a campaign begins."""

    days_before: Annotated[int, Whole(0, 400)]
    """How many days before it begins; 0: on the first day."""
    what: Words
    """What is done."""


class CampaignKind(Element):
    """A campaign: each year in a month, or only when a person says that its condition is met (COMM-01 to COMM-08)."""

    name: Words
    """What it is called."""
    message: Words
    """What it says."""
    audience: Annotated[tuple[str, ...], Field(min_length=1)]
    """For whom: ids of audiences."""
    month: MonthNumber | None = None
    """The month in which it comes back each year."""
    when: Words | None = None
    """The condition, in words. Baken never decides that it is met; a person does."""
    kit: tuple[KitStep, ...] = ()
    """What is done before it begins, the earliest first."""


def label_order(label: str) -> tuple[int, ...]:
    """Return what sorts the numbers of actions as people count: 2 before 10, and 3 before 3.1."""
    return tuple(int(part) for part in label.split("."))
