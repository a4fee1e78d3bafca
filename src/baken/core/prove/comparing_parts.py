"""A part of a policy's behaviour that can differ: what is seen of it for one signal, and how a difference is told."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator
from dataclasses import asdict, dataclass, field
from typing import Any

from baken.core.derive.compiled import Match, RoutePolicy
from baken.core.policy import said
from baken.core.policy.bundle import Bundle
from baken.core.policy.conditions import Condition
from baken.core.policy.models import EventMatch
from baken.core.prove import comparing_care, comparing_programme
from baken.core.prove.comparing_words import EVERY_SIGNAL, condition, opening
from baken.core.prove.comparing_worlds import Point, Space, World, said_of, size
from baken.core.prove.differences import Difference, Group
from baken.core.vocabulary.actors import ACTORS
from baken.core.vocabulary.clauses import OR, joined
from baken.core.vocabulary.text import Text

Seen = Hashable
CANNOT_TELL = ("cannot_tell", "perhaps_required", "perhaps_suggested")
"""What is seen where an unknown fact decides; told only where nothing more definite differs."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two policies, and what it is called."""

    bundle: Bundle
    route: RoutePolicy
    label: Text


@dataclass(frozen=True, slots=True)
class Part:
    """Something that each policy does in its own way for a signal.

    `see` returns what a policy does, `source` says who decided that, `tell` says a difference after an opening such as
    "Als het acuut is,". `matters` is False where what is seen makes no difference. `unless` names keys that, when told
    already, make this one superfluous. `always` opens what counts for every signal.
    """

    key: str
    group: Group
    see: Callable[[Side, World], Seen]
    source: Callable[[Side, World], Text | None]
    tell: Callable[[Text, Side, Seen, Side, Seen], Text]
    conditions: tuple[Condition, ...] = ()
    also: tuple[str, ...] = ()
    matters: Callable[[Seen, Seen, World], bool] = field(default=lambda old, new, world: True)
    unless: str | None = None
    always: Text = EVERY_SIGNAL


def differing(part: Part, old: Side, new: Side, counted: Counter[str]) -> Iterator[Difference]:
    """Yield the differences in one part: one for each pair of things done, with the signals for which it is so."""
    space = Space(part.conditions, part.also)
    counted["tried"] += len(space)
    pairs: dict[tuple[Seen, Seen], set[Point]] = {}
    free: set[Point] = set()
    for point in space.points():
        world = space.world(point)
        seen = part.see(old, world), part.see(new, world)
        if not part.matters(*seen, world):
            free.add(point)
        elif seen[0] != seen[1]:
            pairs.setdefault(seen, set()).add(point)
    definite = {pair for pair in pairs if not all(one in (*CANNOT_TELL, "no") for one in pair)}
    for (before, after), points in pairs.items():
        if definite and (before, after) not in definite:
            continue
        boxes = space.boxes(points, free.__contains__)
        when = condition(boxes, space.axes)
        world = min((space.world(point) for point in points), key=lambda one: (size(one), str(said_of(one))))
        yield Difference(
            key=part.key,
            group=part.group,
            sentence=part.tell(opening(when, part.always), old, before, new, after),
            old=before,
            new=after,
            old_source=part.source(old, world),
            new_source=part.source(new, world),
            condition=when,
            example=said_of(world),
            weight=(size(world), sum(len(box) for box in boxes)),
        )


def plain(name: Text) -> Text:
    """Return a name that can stand among others: "Politie, basisteam Oost" becomes "Politie (basisteam Oost)"."""
    return Text(_bracketed(name.nl), _bracketed(name.en))


def _bracketed(name: str) -> str:
    head, comma, tail = name.partition(", ")
    return name if not comma else f"{head} {tail}" if "(" in name else f"{head} ({tail})"


def named(target: str, *sides: Side) -> Text:
    """Return what a partner or table is called, on the first side that knows it."""
    for side in sides:
        if target in side.bundle.partners or target in side.bundle.tables:
            return plain(side.bundle.name_of(target))
    return Text(target, target)


def whole(text: Text) -> Text:
    """Return a text without its last full stop, to stand between quotes."""
    return Text(text.nl.removesuffix("."), text.en.removesuffix("."))


def brief(text: Text) -> Text:
    """Return the first sentence of a text, without its full stop."""
    return Text(_first(text.nl), _first(text.en))


def _first(words: str) -> str:
    cuts = [at for mark in (". ", "? ", "! ") if (at := words.find(mark)) >= 0]
    head = words[: min(cuts) + 1] if cuts else words
    return head.removesuffix(".")


def actor_words(actor: str) -> Text:
    """Return who acts, with the article."""
    name = ACTORS[actor]
    return Text(f"{'het' if actor == 'table' else 'de'} {name.nl}", f"the {name.en}")


def match_words(match: Match, *sides: Side) -> Text:
    """Return what happened, as a clause: "het signaal is overgedragen: AVIM"."""
    return said.happened(EventMatch.model_validate(asdict(match)), sides[0].bundle)


def finished(when: frozenset[Match], *sides: Side) -> Text:
    """Return when something is done."""
    if not when:
        return Text("dat nergens blijkt", "nothing shows it")
    return joined([match_words(match, *sides) for match in sorted(when, key=str)], OR)


_THING = {
    "steps": Text("De stap “{name}”", "The step “{name}”"),
    "questions": Text("De vraag “{name}”", "The question “{name}”"),
    "advice": Text("Het advies “{name}”", "The advice “{name}”"),
    "referrals": Text("Wat geldt voor {name}", "What counts for {name}"),
    "holds": Text("Wat eerst moet, “{name}”,", "What comes first, “{name}”,"),
    "destinations": Text("De bestemming {name}", "The destination {name}"),
    "properties": Text("De belofte “{name}”", "The promise “{name}”"),
    "partners": Text("De partner {name}", "The partner {name}"),
    "tables": Text("Het overleg {name}", "The table {name}"),
    "sources": Text("De bron “{name}”", "The source “{name}”"),
    "purposes": Text("Het doel “{name}”", "The purpose “{name}”"),
    "grounds": Text("De grondslag “{name}”", "The ground “{name}”"),
    "uses": Text("Wat mag naar {name}", "What may go to {name}"),
    "activities": Text("De verwerking “{name}”", "The activity “{name}”"),
    "retention": Text("De bewaartermijn “{name}”", "The retention term “{name}”"),
    "emergency_numbers": Text("Het nummer “{name}”", "The number “{name}”"),
    "reporting_points": Text("Het meldpunt “{name}”", "The reporting point “{name}”"),
    "card": Text("De kaart “{name}”", "The card “{name}”"),
    "groups": Text("De groep “{name}” op de kaart", "The group “{name}” on the card"),
    "items": Text("Het signaal “{name}” op de kaart", "The sign “{name}” on the card"),
    "vulnerability": Text("De kwetsbaarheid “{name}”", "The vulnerability “{name}”"),
    "handling": Text("Het handelingsadvies “{name}”", "The handling advice “{name}”"),
    "tools": Text("Het hulpmiddel “{name}”", "The tool “{name}”"),
    **comparing_care.THINGS,
    **comparing_programme.THINGS,
}


def thing(section: str, element: Any, side: Side) -> Text:
    """Return what an element is called at the beginning of a sentence: "De stap “Neem het signaal in ontvangst”"."""
    return _THING[section].format(name=_name(section, element, side))


def _name(section: str, element: Any, side: Side) -> Text:
    if section in ("referrals", "destinations", "uses"):
        target = element.to if section == "referrals" else element.id
        return Text("de intake", "the intake") if target == "intake" else named(target, side)
    if section in ("partners", "tables"):
        return plain(element.name)
    if section == "properties":
        return brief(element.sentence)
    if section in comparing_programme.FIELDS:
        return brief(comparing_programme.name(element))
    text_id = getattr(element, "text", None)
    words: Text | None = side.bundle.texts[text_id] if text_id else getattr(element, "name", None)
    return brief(words or getattr(element, "words", None) or Text(element.id, element.id))
