"""What a policy promises for every signal there can be, as it is written; `core/prove` tries each promise."""

from typing import Annotated, Any, Literal, Self

from pydantic import Field, PlainSerializer, PlainValidator, model_validator

from baken.core.policy.base import Element, Model, Words, YesNo
from baken.core.policy.conditions import ALWAYS
from baken.core.policy.mistake import mistake, not_listed
from baken.core.policy.models import EventName, OneMatch, PartnerId, When
from baken.core.vocabulary.facts import FACTS
from baken.core.vocabulary.text import Text

Receivers = Annotated[tuple[PartnerId, ...], Field(min_length=1)]


class Told(Model):
    """One of these partners must or may be told; `at_once`: as soon as received, and nothing stands before it."""

    partners: Receivers
    when: When = ALWAYS
    strength: Literal["required", "suggested"] = "required"
    at_once: YesNo = False


class Owed(Model):
    """Something stays to be done until it is done; with `since`, until it is done after the last of these."""

    event: OneMatch
    when: When = ALWAYS
    since: tuple[EventName, ...] = ()


class BeforeThese(Model):
    """Partners, and every table of the municipality that one of `tables_with` attends."""

    partners: tuple[PartnerId, ...] = ()
    tables_with: tuple[PartnerId, ...] = ()


class First(Model):
    """This happens before some partners or tables; under `passable` a recorded reason is enough."""

    event: OneMatch
    before: BeforeThese
    when: When = ALWAYS
    passable: When | None = None


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
    dict[str, str], PlainValidator(_one_fact), PlainSerializer(dict, return_type=dict[str, str])
]


class Adding(Model):
    """What one change to a signal never does: a fact, a claim about any fact, or an event that comes after the rest.

    `obliges`: asks nothing more of anybody, but for the partners in `besides`; `releases`: takes nothing away.
    """

    fact: OneFact | None = None
    claims: Literal["any"] | None = None
    event: EventName | None = None
    when: When = ALWAYS
    never: Literal["obliges", "releases"]
    besides: tuple[PartnerId, ...] = ()

    @model_validator(mode="after")
    def _one_change(self) -> Self:
        if sum(change is not None for change in (self.fact, self.claims, self.event)) != 1:
            raise _exactly_one(("fact", "claims", "event"))
        return self


class HandedOver(Model):
    """What no hand-over holds: the reporter, or anything that points to somebody. Without `to`: to anybody."""

    never: Literal["reporter", "identifying"]
    to: tuple[PartnerId, ...] = ()


KINDS = ("told", "owed", "first", "adding", "closable", "handed_over", "card")


class Property(Element):
    """One promise. Exactly one of the keys after `sentence` says what is promised."""

    sentence: Words
    told: Told | None = None
    owed: Owed | None = None
    first: First | None = None
    adding: Adding | None = None
    closable: Literal["always"] | None = None
    handed_over: HandedOver | None = None
    card: Literal["changes_nothing"] | None = None

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
