"""What somebody may count on, by law and by purchase, as `care.yaml` says; with terms, next steps and areas of help."""

from typing import Annotated, Any

from pydantic import Field, PlainSerializer, PlainValidator, WithJsonSchema

from baken.core.policy import written
from baken.core.policy.base import Day, Element, Model, Words, YesNo
from baken.core.policy.conditions import ALWAYS, Condition, as_data
from baken.core.policy.kinds import HowLong, Listed
from baken.core.vocabulary.care import CARE_FACTS, HINDRANCES, MOMENTS, STATEMENTS
from baken.core.vocabulary.text import Text

MomentId = Annotated[str, Listed(tuple(MOMENTS), Text("moment", "moment"))]
StatementId = Annotated[str, Listed(tuple(STATEMENTS), Text("verklaring", "statement"))]
HindranceId = Annotated[
    str, Listed(tuple(HINDRANCES), Text("reden om niet mee te werken", "reason not to cooperate"))
]


def _when(raw: Any) -> Condition:
    return written.condition(raw, CARE_FACTS)


CareWhen = Annotated[
    Condition,
    PlainValidator(_when),
    PlainSerializer(as_data, return_type=dict[str, Any]),
    WithJsonSchema({"x-baken": "CareCondition"}),
]


class Room(Model):
    """That a care organisation keeps its client files in Baken. Without this there are none."""

    because: Words
    """Why it does so here, and not in a system of its own."""


class Provider(Element):
    """Who gives help or decides: a body, or a kind of body."""

    name: Words
    """What it is called here."""
    contact: Words | None = None
    """How it is reached, or through whom."""


class CareRule(Element):
    """What every rule of care has: for whom it counts, and how sure it is."""

    name: Words
    """What it is, in a few words."""
    when: CareWhen = ALWAYS
    """For whom; absent: for everybody."""
    because: Words
    """Why it counts, in a sentence for the client's coordinator."""
    confirmed: YesNo
    """Whether the source was read. `no`: general knowledge that a lawyer has yet to confirm; pages say so."""
    review_on: Day
    """When somebody must look whether this is still so."""


class Entitlement(CareRule):
    """Something a person may count on."""

    area: str
    """The area of help it belongs to."""
    provider: str
    """From whom: the id of a provider."""
    from_: tuple[MomentId, ...] = Field(default=(), alias="from")
    """Since when: the first of these moments that is known."""
    until: tuple[str, ...] = ()
    """Until when: moments and deadlines; the first of them that comes ends it."""


class Deadline(CareRule):
    """The last day of something. Of somebody with unknown facts every deadline that may count is shown."""

    starts: MomentId
    """The moment from which it runs."""
    lasts: HowLong | None = None
    """How long; absent: the moment itself is the last day."""
    started_after: Day | None = None
    """Only when it started after this day."""
    started_by: Day | None = None
    """Only when it started on or before this day."""
    warn: Annotated[tuple[int, ...], Field(min_length=1)]
    """How many days before it the coordinator is warned, each time."""
    unless: tuple[MomentId, ...] = ()
    """Not where one of these moments is known."""
    handled_by: tuple[MomentId, ...] = ()
    """The moments after which it needs no more warning."""
    handled_when: CareWhen = ALWAYS
    """Only of whom this is known: what happened to an earlier permit says nothing of another one."""


class CareStep(CareRule):
    """What must be done next; it shows until one of its moments happened."""

    who: str
    """Who does it: the id of a provider."""
    starts: MomentId | None = None
    """The moment from which its term runs."""
    within: HowLong | None = None
    """How long it may take from that moment."""
    missed: tuple[str, ...] = ()
    """Only after the last day of one of these deadlines passed, and nothing handled it."""
    until: tuple[str, ...] = ()
    """The moments after which it is done, and the deadlines after which it makes no sense."""


class Area(Element):
    """One area of help: who does what by when (CARE-02)."""

    name: Words
    """What it is called on the client's page."""
    provider: str | None = None
    """Who usually helps: the id of a provider."""


class Statement(Element):
    """A statement with which the B8 scheme counts without cooperation (RES-05)."""

    kind: StatementId
    """Which statement."""
    supports: Annotated[tuple[HindranceId, ...], Field(min_length=1)]
    """Which reasons it can support."""
    confirmed: YesNo
    """Whether the source was read."""
    review_on: Day
    """When somebody must look whether this is still so."""
