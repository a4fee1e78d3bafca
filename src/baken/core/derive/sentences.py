"""The sentences with which the route explains itself, made once and kept."""

from collections.abc import Mapping
from functools import lru_cache

from baken.core.derive.compiled import When
from baken.core.vocabulary.facts import Value
from baken.core.vocabulary.text import Text
from baken.core.vocabulary.wording import FACT, said

ALWAYS = Text("Dit geldt voor elk signaal.", "This goes for every signal.")
NO_TABLE = Text("Dit overleg is er niet.", "There is no such table.")
WEIGHING_SAID_STOP = Text(
    "Er worden geen (verdere) bronnen geraadpleegd: de weging of een bron zonder treffer zei stop.",
    "No (further) sources are consulted: the weighing, or a source without a hit, said stop.",
)
WAITS_FOR_ASSESSMENT = Text("Dit hangt af van de beoordeling.", "This depends on the assessment.")
NOTHING_HANDED_OVER = Text("Er is nog niets overgedragen.", "Nothing was handed over yet.")
NOTHING_REQUIRED = Text("Er hoeft niets te worden overgedragen.", "Nothing needs to be handed over.")
PASS_WITH_REASON = Text(
    "Dit hoeft nu niet te wachten; leg de reden vast.", "This need not wait now; record the reason."
)
ANSWER_IS_OWED = Text(
    "De melder heeft recht op antwoord, ook zonder naam.",
    "The reporter is owed an answer, also without a name.",
)
ESTABLISH_FIRST = Text(
    "Alleen de melder zegt dit; stel het eerst vast.", "Only the reporter says so; establish it first."
)
IS_CLOSED = Text("Het signaal is afgesloten.", "The signal is closed.")
IS_ADVICE = Text("Dit is een advies en verplicht niemand.", "This is advice and obliges nobody.")
_ALWAYS = (ALWAYS,)
_READ = Text("{fact}: {value} ({how}).", "{fact}: {value} ({how}).")
_ESTABLISHED = Text("vastgesteld", "established")
_CLAIMED = Text("volgens de melder", "according to the reporter")
_NOTHING: tuple[Value, ...] = ("open", "unknown", frozenset())
_UNSAID = Text("nog niets vastgesteld", "nothing established yet")


@lru_cache(maxsize=4096)
def reading(fact: str, value: Value, how: Text) -> Text:
    """Return what is known of a fact, and how it is known."""
    text = _READ.format(fact=FACT[fact], value=said(fact, value), how=how)
    return Text(text.nl[0].upper() + text.nl[1:], text.en[0].upper() + text.en[1:])


def because(
    when: When, facts: Mapping[str, Value], claims: Mapping[str, Value] | None = None
) -> tuple[Text, ...]:
    """Return why a condition holds or not: the facts it reads. With `claims`, what the reporter said counts too."""
    if when.always:
        return _ALWAYS
    seen = []
    for fact in when.facts:
        value = facts[fact]
        if claims is not None and claims[fact] != value:
            seen.append(reading(fact, claims[fact], _CLAIMED))
        else:
            seen.append(reading(fact, value, _UNSAID if value in _NOTHING else _ESTABLISHED))
    return tuple(seen)


@lru_cache(maxsize=256)
def unknown(fact: str) -> Text:
    """Return that a fact is missing."""
    return Text("Nog niet bekend: {fact}.", "Not known yet: {fact}.").format(fact=FACT[fact])


@lru_cache(maxsize=1024)
def cannot_tell_for(name: Text, facts: tuple[str, ...]) -> Text:
    """Return that it cannot be said whether a partner must be told, and which facts are missing."""
    listed = Text(", ".join(FACT[fact].nl for fact in facts), ", ".join(FACT[fact].en for fact in facts))
    return Text(
        "Of {name} het moet weten is nog niet te zeggen; niet bekend: {facts}.",
        "Whether {name} must be told cannot be said yet; not known: {facts}.",
    ).format(name=name, facts=listed)


@lru_cache(maxsize=256)
def waits_for(text: Text) -> Text:
    """Return that another step comes first."""
    return Text("Wacht op: {what}", "Waits for: {what}").format(what=text)


@lru_cache(maxsize=256)
def must_tell(name: Text) -> Text:
    """Return that a partner must still be told."""
    return Text("Geef het signaal door aan {name}.", "Pass the signal to {name}.").format(name=name)


@lru_cache(maxsize=256)
def about_partner(text: Text, name: Text) -> Text:
    """Return a step's sentence with the partner it is about."""
    return Text("{text} ({name})", "{text} ({name})").format(text=text, name=name)
