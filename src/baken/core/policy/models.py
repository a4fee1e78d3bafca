"""The parts of a policy as frozen types. docs/reference/policy-format.md says what each key means."""

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, PlainValidator, model_validator

from baken.core.policy import written
from baken.core.policy.base import Day, Element, Filled, Model, Words, YesNo
from baken.core.policy.conditions import ALWAYS, Condition, as_data
from baken.core.policy.mistake import mistake, not_listed
from baken.core.vocabulary.actors import ACTORS
from baken.core.vocabulary.facts import FACTS
from baken.core.vocabulary.happenings import EVENT_NAMES
from baken.core.vocabulary.moments import UNITS, Duration
from baken.core.vocabulary.partners import LEVELS, PARTNER_IDS, PARTNER_TYPES, TABLE_IDS
from baken.core.vocabulary.pieces import PIECES
from baken.core.vocabulary.sources import SOURCE_IDS
from baken.core.vocabulary.text import Text


def listed(known: Any, name: Text) -> AfterValidator:
    """Return the check that a word is on a closed list."""

    def check(value: str) -> str:
        if value not in known:
            raise not_listed(value, known, name)
        return value

    return AfterValidator(check)


PartnerId = Annotated[str, listed(PARTNER_IDS, Text("partner", "partner"))]
TableId = Annotated[str, listed(TABLE_IDS, Text("overleg", "table"))]
SourceId = Annotated[str, listed(SOURCE_IDS, Text("bron", "source"))]
EventName = Annotated[str, listed(EVENT_NAMES, Text("gebeurtenis", "event"))]
FactName = Annotated[str, listed(FACTS, Text("feit", "fact"))]
ActorName = Annotated[str, listed(ACTORS, Text("rol", "actor"))]
Level = Annotated[str, listed(LEVELS, Text("niveau", "level"))]
PieceId = Annotated[str, listed(PIECES, Text("onderdeel van een signaal", "piece of a signal"))]
When = Annotated[
    Condition, PlainValidator(written.condition), PlainSerializer(as_data, return_type=dict[str, Any])
]


def _duration(raw: Any) -> Duration:
    if isinstance(raw, Duration):
        return raw
    if isinstance(raw, dict) and len(raw) == 1:
        unit, amount = next(iter(raw.items()))
        if unit not in UNITS:
            raise not_listed(unit, UNITS, Text("eenheid van tijd", "unit of time"))
        if isinstance(amount, int) and 1 <= amount <= 3660:
            return Duration(amount, unit)
    raise mistake(
        Text("Dit is geen termijn.", "This is not a term."),
        Text(
            "Een termijn is een aantal uren, dagen of werkdagen.",
            "A term is a number of hours, days or working days.",
        ),
        Text("Schrijf bijvoorbeeld `{working_days: 5}`.", "Write for example `{working_days: 5}`."),
    )


Term = Annotated[
    Duration,
    PlainValidator(_duration),
    PlainSerializer(lambda term: {term.unit: term.amount}, return_type=dict[str, int]),
]


class EventMatch(Model):
    """One kind of event, perhaps about one partner, table, source or fact."""

    event: EventName
    partner: PartnerId | None = None
    table: TableId | None = None
    source: SourceId | None = None
    fact: FactName | None = None
    each: Literal["required_referral", "referral"] | None = None
    after_last: tuple[EventName, ...] = ()


class AfterStep(Model):
    """A step that comes first, perhaps with one outcome."""

    step: str
    outcome: str | None = None


def _matches(raw: Any) -> Any:
    many = raw if isinstance(raw, list | tuple) else [raw]
    return [{"event": one} if isinstance(one, str) else one for one in many]


def _after(raw: Any) -> Any:
    many = raw if isinstance(raw, list | tuple) else [raw]
    return [{"step": one} if isinstance(one, str) else one for one in many]


def _one_match(raw: Any) -> Any:
    return {"event": raw} if isinstance(raw, str) else raw


Matches = Annotated[tuple[EventMatch, ...], BeforeValidator(_matches)]
OneMatch = Annotated[EventMatch, BeforeValidator(_one_match)]


class Step(Element):
    """Something somebody does; completed by an event."""

    actor: ActorName
    completes: Matches
    when: When = ALWAYS
    after: Annotated[tuple[AfterStep, ...], BeforeValidator(_after)] = ()
    once: EventName | None = None
    within: Term | None = None
    strength: Literal["required", "optional"] = "required"
    with_table: TableId | None = None
    without_table: TableId | None = None
    text: str
    before: str | None = None
    behind: str | None = None


class Advice(Element):
    """Something to do at once, also when only the reporter thinks so; it obliges nobody."""

    actor: ActorName
    when: When
    done_by: Matches = ()
    text: str
    before: str | None = None
    behind: str | None = None


class Question(Element):
    """A fact that must not stay unknown."""

    fact: FactName
    actor: ActorName
    when: When = ALWAYS
    within: Term | None = None
    text: str
    before: str | None = None
    behind: str | None = None


class ReferralRule(Element):
    """Who must or may be told, and when."""

    to: PartnerId
    when: When = ALWAYS
    strength: Literal["required", "suggested"]
    nameless: YesNo = False
    met_also_by: Matches = ()
    within: Term | None = None
    with_table: TableId | None = None
    without_table: TableId | None = None
    ask_feedback: YesNo = True
    text: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _named_after_its_target(cls, raw: Any) -> Any:
        return {"id": raw["to"], **raw} if isinstance(raw, dict) and isinstance(raw.get("to"), str) else raw


class TablesWith(Model):
    """Every table that this partner attends."""

    with_: PartnerId = Field(alias="with")


class Before(Model):
    """What a hold stands before."""

    partners: tuple[PartnerId, ...] = ()
    tables: TablesWith | tuple[TableId, ...] = ()


class Override(Model):
    """When a hold may be passed, with a recorded reason."""

    when: When
    needs: Literal["reason"]


class Hold(Element):
    """What must have happened before a partner or a table is brought in."""

    until: OneMatch
    when: When = ALWAYS
    before: Before
    override: Override | None = None
    text: str | None = None


class Destination(Element):
    """Where a signal goes that turns out to be another phenomenon."""

    id: PartnerId
    words: Words


class Contact(Model):
    """How a partner is reached."""

    phone: str | None = None
    email: str | None = None
    web: str | None = None
    note: Words | None = None


class Partner(Element):
    """A body that can receive a signal or help."""

    id: PartnerId
    name: Words
    type: Annotated[str, listed(PARTNER_TYPES, Text("soort partner", "type of partner"))]
    level: Level
    task: Words
    target_group: Words | None = None
    region: str | None = None
    contact: Contact = Contact()
    organisation: str | None = None
    feedback_expected: YesNo = True
    exchange: Words | None = None
    valid_to: Day | None = None


class Table(Element):
    """A meeting where a signal can be discussed; `with_` are the partners that sit there."""

    id: TableId
    name: Words
    level: Level
    with_: tuple[PartnerId, ...] = Field(default=(), alias="with")
    exists: YesNo = True
    words: Words | None = None


class EnrichmentSource(Element):
    """A source that may be consulted by hand, one decision at a time."""

    id: SourceId
    name: Words
    grounds: tuple[str, ...]


class Purpose(Element):
    """What the processing is for."""

    name: Words


class Ground(Element):
    """The legal ground on which it rests; `unverified` until a lawyer of the municipality confirmed it."""

    name: Words
    article: Filled
    unverified: YesNo = False


class Use(Element):
    """Which purposes, grounds and pieces go with intake or with one partner; the id says with whom."""

    id: Annotated[str, listed(("intake", *PARTNER_IDS), Text("partner", "partner"))]
    purposes: Annotated[tuple[str, ...], Field(min_length=1)]
    grounds: Annotated[tuple[str, ...], Field(min_length=1)]
    pieces: tuple[PieceId, ...] = ()
