"""What a policy promises for every signal there can be, as it is written; `core/prove` tries each promise."""

from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, PlainSerializer, PlainValidator, WithJsonSchema, model_validator

from baken.core.policy.base import Element, Model, Words, YesNo
from baken.core.policy.conditions import ALWAYS
from baken.core.policy.kinds import EventName, PartnerId, When
from baken.core.policy.mistake import mistake, not_listed
from baken.core.policy.models import OneMatch
from baken.core.vocabulary.facts import FACTS
from baken.core.vocabulary.text import Text

Receivers = Annotated[tuple[PartnerId, ...], Field(min_length=1)]


class Told(Model):
    """One of these partners must or may be told; `at_once`: as soon as received, and nothing stands before it."""

    partners: Receivers
    """One of these is enough."""
    when: When = ALWAYS
    """For which signals; absent: for every signal."""
    strength: Literal["required", "suggested"] = "required"
    """Whether it is owed or offered."""
    at_once: YesNo = False
    """As soon as the signal is received, and with nothing before it."""


def _once(raw: Any) -> Any:
    return {"event": raw} if isinstance(raw, str) else raw


class Spared(Model):
    """Somebody need not be told, so that no more is shared than was decided."""

    partners: tuple[PartnerId, ...] = ()
    """These need not be told; absent: nobody needs to."""
    besides: tuple[PartnerId, ...] = ()
    """But for these partners."""
    when: When = ALWAYS
    """For which signals; absent: for every signal."""


class Once(Model):
    """Something that happened, perhaps with one outcome."""

    event: EventName
    """What happened."""
    outcome: str | None = None
    """How it ended the last time; absent: however it ended."""


class Owed(Model):
    """Something stays to be done until it is done; with `since`, until it is done after the last of these."""

    event: OneMatch
    """What ends it."""
    when: When = ALWAYS
    """For which signals; absent: for every signal."""
    once: Annotated[Once | None, BeforeValidator(_once), WithJsonSchema({"x-baken": "OnceMatch"})] = None
    """Owed only once this happened: an event, or `{event: ..., outcome: ...}`."""
    since: tuple[EventName, ...] = ()
    """It is owed anew after the last of these."""
    or_told: tuple[PartnerId, ...] = ()
    """Where the route has no such step, one of these partners must be told instead."""
    while_open: YesNo = False
    """Closing the signal ends it."""


class BeforeThese(Model):
    """Whom or what something comes before."""

    partners: tuple[PartnerId, ...] = ()
    """These partners are brought in."""
    tables_with: tuple[PartnerId, ...] = ()
    """The signal comes to a table that one of these attends."""
    events: tuple[EventName, ...] = ()
    """The route lets this be done."""


class First(Model):
    """This happens first; where partners and tables wait, a recorded reason may be enough under `passable`."""

    event: OneMatch
    """What happens first."""
    before: BeforeThese
    """Before whom or what."""
    when: When = ALWAYS
    """For which signals; absent: for every signal."""
    passable: When | None = None
    """For which signals a recorded reason is enough."""


def _one_fact(raw: Any) -> dict[str, str]:
    if isinstance(raw, dict) and len(raw) == 1:
        fact, value = next(iter(raw.items()))
        if fact not in FACTS:
            raise not_listed(fact, FACTS, Text("feit", "fact"))
        if value not in FACTS[fact].values:
            raise not_listed(value, FACTS[fact].values, Text(f"waarde van `{fact}`", f"value of `{fact}`"))
        return {fact: value}
    raise mistake(
        Text("Dit is geen feit met één waarde.", "This is not one fact with one value."),
        Text("De belofte gaat over één verandering.", "The promise is about one change."),
        Text("Schrijf bijvoorbeeld `{related: smuggling}`.", "Write for example `{related: smuggling}`."),
    )


OneFact = Annotated[
    dict[str, str],
    PlainValidator(_one_fact),
    PlainSerializer(dict, return_type=dict[str, str]),
    WithJsonSchema({"x-baken": "OneFact"}),
]


class Adding(Model):
    """What one change to a signal never does: a fact, a claim about any fact, or an event that comes after the rest."""

    fact: OneFact | None = None
    """One fact with one value, such as `{related: smuggling}`."""
    claims: Literal["any"] | None = None
    """A claim of the reporter about any fact."""
    event: EventName | None = None
    """An event that comes after the rest."""
    when: When = ALWAYS
    """For which signals; absent: for every signal."""
    never: Literal["obliges", "releases"]
    """That it asks nothing more of anybody, or takes nothing away."""
    besides: tuple[PartnerId, ...] = ()
    """But for these partners."""

    @model_validator(mode="after")
    def _one_change(self) -> Self:
        if sum(change is not None for change in (self.fact, self.claims, self.event)) != 1:
            raise _exactly_one(("fact", "claims", "event"))
        return self


class HandedOver(Model):
    """What no hand-over holds: the reporter, or anything that points to somebody. Without `to`: to anybody."""

    never: Literal["reporter", "identifying"]
    """What is never in it."""
    to: tuple[PartnerId, ...] = ()
    """To whom; absent: to anybody."""


KINDS = ("told", "spared", "owed", "first", "adding", "closable", "handed_over", "card")


class Property(Element):
    """One promise. Exactly one of the keys after `sentence` says what is promised."""

    sentence: Words
    """The promise as people read it."""
    told: Told | None = None
    """Somebody must or may be told."""
    spared: Spared | None = None
    """Somebody need not be told."""
    owed: Owed | None = None
    """Something stays to be done until it is done."""
    first: First | None = None
    """Something happens before somebody is brought in."""
    adding: Adding | None = None
    """What a change to the signal never does."""
    closable: Literal["always"] | None = None
    """The signal can always be closed properly."""
    handed_over: HandedOver | None = None
    """What no hand-over holds."""
    card: Literal["changes_nothing"] | None = None
    """Ticking the card changes nothing."""

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if sum(getattr(self, kind) is not None for kind in KINDS) != 1:
            raise _exactly_one(KINDS)
        return self

    @property
    def kind(self) -> str:
        """Which of the kinds of promise this is."""
        return next(kind for kind in KINDS if getattr(self, kind) is not None)


def _exactly_one(keys: tuple[str, ...]) -> Exception:
    listed_keys = ", ".join(keys)
    return mistake(
        Text("Hier hoort precies één van deze sleutels.", "Exactly one of these keys belongs here."),
        Text(
            "Een belofte gaat over één ding, zodat zij kan worden nagerekend.",
            "A promise is about one thing, so that it can be worked out.",
        ),
        Text(f"Kies er één: {listed_keys}.", f"Choose one: {listed_keys}."),
    )
