"""The parts of a route and its directory as frozen types; the reference page is made from what stands here."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from baken.core.policy.base import Day, Element, Filled, Model, Words, YesNo
from baken.core.policy.conditions import ALWAYS
from baken.core.policy.kinds import (
    ActorName,
    EventName,
    FactName,
    Level,
    PartnerId,
    PartnerType,
    PieceId,
    SourceId,
    TableId,
    Term,
    UseId,
    When,
)


class EventMatch(Model):
    """One kind of event, perhaps about one partner, table, source or fact."""

    event: EventName
    """What must have happened."""
    partner: PartnerId | None = None
    """Only when it was about this partner."""
    table: TableId | None = None
    """Only when it was about this table."""
    source: SourceId | None = None
    """Only when it was about this source."""
    fact: FactName | None = None
    """Only when it was about this fact."""
    each: Literal["required_referral", "referral"] | None = None
    """For every required referral, or for every hand-over that was made; what is missing is owed per partner."""
    after_last: tuple[EventName, ...] = ()
    """Only when it came after the last of the first of these that ever happened."""


class AfterStep(Model):
    """A step that comes first, perhaps with one outcome."""

    step: str
    """The id of a step of this policy."""
    outcome: str | None = None
    """Not needed when that step ended otherwise."""


def _matches(raw: Any) -> Any:
    many = raw if isinstance(raw, list | tuple) else [raw]
    return [{"event": one} if isinstance(one, str) else one for one in many]


def _after(raw: Any) -> Any:
    many = raw if isinstance(raw, list | tuple) else [raw]
    return [{"step": one} if isinstance(one, str) else one for one in many]


def _one_match(raw: Any) -> Any:
    return {"event": raw} if isinstance(raw, str) else raw


Matches = Annotated[tuple[EventMatch, ...], BeforeValidator(_matches), WithJsonSchema({"x-baken": "Matches"})]
OneMatch = Annotated[EventMatch, BeforeValidator(_one_match), WithJsonSchema({"x-baken": "OneMatch"})]
After = Annotated[tuple[AfterStep, ...], BeforeValidator(_after), WithJsonSchema({"x-baken": "After"})]


class Step(Element):
    """Something somebody does; completed by an event. The policy's order is the order on the page."""

    actor: ActorName
    """Who does it."""
    completes: Matches
    """The event that completes it, or a list of events of which one is enough."""
    when: When = ALWAYS
    """For which signals; absent: for every signal."""
    after: After = ()
    """Steps that come first: it waits until they are done, or not needed."""
    once: EventName | None = None
    """Not needed until this event happened."""
    within: Term | None = None
    """How long it may take, counted from when it became due."""
    strength: Literal["required", "optional"] = "required"
    """Whether it is owed, or may be left out."""
    with_table: TableId | None = None
    """Exists only where the municipality has this table."""
    without_table: TableId | None = None
    """Exists only where the municipality lacks this table."""
    text: str
    """The id of the sentence that says what to do."""
    before: str | None = None
    """Stands before this element of the parent, and not at the end."""
    behind: str | None = None
    """Stands behind this element of the parent, and not at the end."""


class Advice(Element):
    """Something to do at once, also when only the reporter thinks so; it obliges nobody."""

    actor: ActorName
    """Who may do it."""
    when: When
    """For which signals; a claim counts here too, and an established fact goes before it."""
    done_by: Matches = ()
    """The event, or one of the events, after which it is done; absent: it stays advice."""
    text: str
    """The id of the sentence that says what to do."""
    before: str | None = None
    """Stands before this element of the parent, and not at the end."""
    behind: str | None = None
    """Stands behind this element of the parent, and not at the end."""


class Question(Element):
    """A fact that must not stay unknown: owed until it is established."""

    fact: FactName
    """The fact to establish."""
    actor: ActorName
    """Who finds out."""
    when: When = ALWAYS
    """For which signals; absent: for every signal."""
    within: Term | None = None
    """How long it may take, counted from when it became due."""
    text: str
    """The id of the sentence that asks it."""
    before: str | None = None
    """Stands before this element of the parent, and not at the end."""
    behind: str | None = None
    """Stands behind this element of the parent, and not at the end."""


class ReferralRule(Element):
    """Who must or may be told, and when. All rules count, never only the first."""

    to: PartnerId
    """The partner of `partners.yaml`, or the table of `tables.yaml`. Without `id` the rule is called after it."""
    when: When = ALWAYS
    """For which signals; absent: for every signal. Only established facts oblige."""
    strength: Literal["required", "suggested"]
    """Whether it is owed, or offered to a person to decide."""
    nameless: YesNo = False
    """Whether a notification without a name is enough."""
    met_also_by: Matches = ()
    """Events that meet it too, such as the signal being discussed at a table."""
    within: Term | None = None
    """How long it may take, counted from when it became due."""
    with_table: TableId | None = None
    """Counts only where the municipality has this table."""
    without_table: TableId | None = None
    """Counts only where the municipality lacks this table."""
    ask_feedback: YesNo = True
    """Whether the partner is asked to answer."""
    text: str | None = None
    """The id of one more sentence that says why."""

    @model_validator(mode="before")
    @classmethod
    def _named_after_its_target(cls, raw: Any) -> Any:
        return {"id": raw["to"], **raw} if isinstance(raw, dict) and isinstance(raw.get("to"), str) else raw


class TablesWith(Model):
    """Every table that this partner attends."""

    with_: PartnerId = Field(alias="with")
    """A partner that sits at tables."""


class Before(Model):
    """What a hold stands before."""

    partners: tuple[PartnerId, ...] = ()
    """These partners are not brought in yet."""
    tables: TablesWith | tuple[TableId, ...] = ()
    """The signal is not discussed there yet: `{with: police}`, or a list of tables."""


class Override(Model):
    """When a hold may be passed, with a recorded reason."""

    when: When
    """For which signals."""
    needs: Literal["reason"]
    """What is recorded then."""


class Hold(Element):
    """What must have happened before a partner or a table is brought in."""

    until: OneMatch
    """The event that lifts it."""
    when: When = ALWAYS
    """For which signals; absent: for every signal."""
    before: Before
    """What it stands before."""
    override: Override | None = None
    """When it may be passed all the same; absent: never."""
    text: str | None = None
    """The id of the sentence that says why to wait."""


class Destination(Element):
    """Where a signal goes that turns out to be another phenomenon."""

    id: PartnerId
    """A partner of `partners.yaml`."""
    words: Words
    """For what it goes there."""


class Contact(Model):
    """How a partner is reached."""

    phone: str | None = None
    """A number, in quotes."""
    email: str | None = None
    """An address of the organisation, never of a person."""
    web: str | None = None
    """A page of the organisation."""
    note: Words | None = None
    """What to know before calling."""


class Partner(Element):
    """A body that can receive a signal or help."""

    id: PartnerId
    """One of the partners that Baken knows."""
    name: Words
    """What it is called here."""
    type: PartnerType
    """What kind of body it is."""
    level: Level
    """Whether it is of the municipality, the region or the country."""
    task: Words
    """What it does."""
    target_group: Words | None = None
    """For whom it is there."""
    region: str | None = None
    """Where it works."""
    contact: Contact = Contact()
    """How it is reached; empty is better than invented."""
    organisation: str | None = None
    """Its own organisation in Baken, by the name in its address; then it is told inside Baken."""
    feedback_expected: YesNo = True
    """Whether an answer is expected of it."""
    exchange: Words | None = None
    """The agreement or law under which information is exchanged."""
    valid_to: Day | None = None
    """The last day on which this counts."""


class Table(Element):
    """A meeting where a signal can be discussed."""

    id: TableId
    """One of the tables that Baken knows."""
    name: Words
    """What it is called here."""
    level: Level
    """Whether it is of the municipality, the region or the country."""
    with_: tuple[PartnerId, ...] = Field(default=(), alias="with")
    """The partners that sit there."""
    exists: YesNo = True
    """Whether this municipality has it."""
    words: Words | None = None
    """What happens there."""


class EnrichmentSource(Element):
    """A source that may be consulted by hand, one decision at a time."""

    id: SourceId
    """One of the sources that Baken knows."""
    name: Words
    """What it is called here."""
    grounds: tuple[str, ...]
    """The grounds of `processing.yaml` under which it may be consulted."""


class Purpose(Element):
    """What the processing is for."""

    name: Words
    """The purpose in words."""


class Ground(Element):
    """The legal ground on which it rests."""

    name: Words
    """The ground in words."""
    article: Filled
    """The articles of law."""
    unverified: YesNo = False
    """`yes` until a lawyer of the municipality confirmed it."""


class Use(Element):
    """Which purposes, grounds and pieces go with intake or with one partner."""

    id: UseId
    """`intake`, or the partner or table that receives."""
    purposes: Annotated[tuple[str, ...], Field(min_length=1)]
    """Purposes of `processing.yaml`; the first of `intake` is stamped on every report."""
    grounds: Annotated[tuple[str, ...], Field(min_length=1)]
    """Grounds of `processing.yaml`; the first of `intake` is stamped on every report."""
    pieces: tuple[PieceId, ...] = ()
    """What of a signal may go there; the reporter is not on that list."""
