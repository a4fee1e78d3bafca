"""Partners: who must be told, how, within what term, and where another problem goes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from baken.core.derive.compiled import Match, ReferralRule
from baken.core.policy.said import term
from baken.core.prove.comparing_parts import (
    Part,
    Seen,
    Side,
    finished,
    named,
)
from baken.core.prove.comparing_words import listed
from baken.core.prove.comparing_worlds import World
from baken.core.vocabulary.moments import Duration
from baken.core.vocabulary.text import Text

_RANK = ("required", "suggested", "perhaps_required", "perhaps_suggested", "no")
_FIRST = {
    "required": Text("moet {a} het signaal doorgeven aan {p}{more}", "{a} must pass the signal to {p}{more}"),
    "suggested": Text(
        "raadt {a} aan het signaal door te geven aan {p}{more}",
        "{a} suggests passing the signal to {p}{more}",
    ),
    "perhaps_required": Text(
        "is in {a} nog niet te zeggen of {p} het signaal moet krijgen",
        "it cannot be said yet in {a} whether {p} must get the signal",
    ),
    "perhaps_suggested": Text(
        "is in {a} nog niet te zeggen of {p} een voorstel is",
        "it cannot be said yet in {a} whether {p} is suggested",
    ),
}
_SECOND = {
    "suggested": Text("in {b} is het alleen een voorstel", "in {b} it is only suggested"),
    "perhaps_required": Text(
        "in {b} is nog niet te zeggen of dat moet", "in {b} it cannot be said yet whether that is required"
    ),
    "perhaps_suggested": Text("in {b} is dat nog niet te zeggen", "in {b} that cannot be said yet"),
    "no": Text("in {b} hoeft dat niet", "in {b} that is not asked"),
}
_SENTENCE = Text("{opening} {first}; {second}.", "{opening} {first}; {second}.")
_NAMELESS = Text(", ook zonder naam", ", also nameless")
_THERE = Text("Als het signaal daarheen gaat,", "When the signal goes there,")
_NO_TERM = Text("geen termijn", "no term")


@dataclass(frozen=True, slots=True)
class Naming:
    """How a policy names a partner for one signal, all its rules taken together as the route does."""

    strength: str
    nameless: bool = False
    terms: frozenset[Duration] = frozenset()
    also: frozenset[frozenset[Match]] = frozenset()
    feedback: bool = True


def parts(old: Side, new: Side) -> Iterator[Part]:
    """Yield everything about handing over in which the policies can differ."""
    targets = dict.fromkeys(rule.to for side in (old, new) for rule in side.route.referrals)
    for target in targets:
        yield from _referral(target, old, new)
    for place in dict.fromkeys((*old.route.destinations, *new.route.destinations)):
        yield _destination(place)


def _rules(side: Side, target: str) -> list[ReferralRule]:
    return [rule for rule in side.route.referrals if rule.to == target]


def naming(side: Side, target: str, world: World) -> Naming:
    """Return how a policy names a partner for a signal."""
    holding, unclear = [], []
    for rule in _rules(side, target):
        truth = rule.when.test(world)
        if truth is True:
            holding.append(rule)
        elif truth is None:
            unclear.append(rule)
    if not holding:
        perhaps = "required" if any(rule.required for rule in unclear) else "suggested"
        return Naming(f"perhaps_{perhaps}" if unclear else "no")
    required = any(rule.required for rule in holding)
    counting = [rule for rule in holding if rule.required == required]
    return Naming(
        "required" if required else "suggested",
        all(rule.nameless for rule in counting),
        frozenset(rule.within for rule in counting if rule.within is not None),
        frozenset(frozenset(rule.met_also_by) for rule in counting),
        counting[0].ask_feedback,
    )


def _who_says(target: str) -> Callable[[Side, World], Text | None]:
    def source(side: Side, world: World) -> Text | None:
        rules = _rules(side, target)
        holding = [rule for rule in rules if rule.when.test(world) is not False]
        holding.sort(key=lambda rule: not rule.required)
        return holding[0].says_who if holding else None

    return source


def _referral(target: str, old: Side, new: Side) -> Iterator[Part]:
    conditions = tuple(rule.when.condition for side in (old, new) for rule in _rules(side, target))
    key = f"referrals.{target}"

    def both(before: Seen, after: Seen, world: World) -> bool:
        return before is not None and after is not None

    def aspect(word: str) -> Callable[[Side, World], Seen]:
        def see(side: Side, world: World) -> Seen:
            found = naming(side, target, world)
            return getattr(found, word) if found.strength in ("required", "suggested") else None

        return see

    def strength(opening: Text, one: Side, before: Seen, other: Side, after: Seen) -> Text:
        if _RANK.index(str(after)) < _RANK.index(str(before)):
            one, before, other, after = other, after, one, before
        more = _more(str(before), one, target)
        name = named(target, one, other)
        first = _FIRST[str(before)].format(a=one.label, p=name, more=more)
        second = _SECOND[str(after)].format(b=other.label)
        return _SENTENCE.format(opening=opening, first=first, second=second)

    yield Part(
        key=key,
        group="tell",
        see=lambda side, world: naming(side, target, world).strength,
        source=_who_says(target),
        tell=strength,
        conditions=conditions,
    )
    for word, tell in _ASPECTS.items():
        yield Part(
            key=f"{key}.{word}",
            group="tell",
            see=aspect(word),
            source=_who_says(target),
            tell=lambda opening, one, before, other, after, tell=tell: tell(  # type: ignore[misc]
                opening, named(target, one, other), (one, before), (other, after)
            ),
            conditions=conditions,
            matters=both,
            always=_THERE,
        )
    yield Part(
        key=f"{key}.ever_nameless",
        group="tell",
        see=lambda side, world: side.bundle.nameless_suffices(target),
        source=lambda side, world: next((rule.says_who for rule in _rules(side, target)), None),
        tell=lambda opening, one, before, other, after: _nameless(
            Text("Ooit", "Ever"), named(target, one, other), (one, before), (other, after)
        ),
        unless=key,
    )


def _more(strength: str, side: Side, target: str) -> Text:
    rules = [rule for rule in _rules(side, target) if rule.required == (strength == "required")]
    return _NAMELESS if rules and all(rule.nameless for rule in rules) else Text("", "")


Told = tuple[Side, Seen]


def _nameless(opening: Text, name: Text, one: Told, other: Told) -> Text:
    if not one[1]:
        one, other = other, one
    return Text(
        "{opening} mag de melding aan {p} in {a} zonder naam; in {b} niet.",
        "{opening} the notification to {p} may be nameless in {a}; not in {b}.",
    ).format(opening=opening, p=name, a=one[0].label, b=other[0].label)


def _terms(opening: Text, name: Text, one: Told, other: Told) -> Text:
    def said(told: Told) -> Text:
        terms = told[1] if isinstance(told[1], frozenset) else frozenset()
        words = [term(one) for one in terms if isinstance(one, Duration)]
        return listed(sorted(words)) if words else _NO_TERM

    return Text(
        "{opening} is de termijn voor {p} in {a}: {x}; in {b}: {y}.",
        "{opening} the term for {p} is in {a}: {x}; in {b}: {y}.",
    ).format(opening=opening, p=name, a=one[0].label, x=said(one), b=other[0].label, y=said(other))


def _also(opening: Text, name: Text, one: Told, other: Told) -> Text:
    def said(told: Told) -> Text:
        sets = told[1] if isinstance(told[1], frozenset) else frozenset()
        words = [finished(matches, told[0]) for matches in sets if isinstance(matches, frozenset) and matches]
        return listed(sorted(words)) if words else Text("door niets anders", "by nothing else")

    return Text(
        "{opening} is doorgeven aan {p} in {a} ook gedaan: {x}; in {b}: {y}.",
        "{opening} passing it to {p} is in {a} also done: {x}; in {b}: {y}.",
    ).format(opening=opening, p=name, a=one[0].label, x=said(one), b=other[0].label, y=said(other))


def _feedback(opening: Text, name: Text, one: Told, other: Told) -> Text:
    if not one[1]:
        one, other = other, one
    return Text(
        "{opening} vraagt {a} {p} om terugkoppeling; {b} niet.",
        "{opening} {a} asks {p} for feedback; {b} does not.",
    ).format(opening=opening, p=name, a=one[0].label, b=other[0].label)


_ASPECTS: dict[str, Callable[[Text, Text, Told, Told], Text]] = {
    "nameless": _nameless,
    "terms": _terms,
    "also": _also,
    "feedback": _feedback,
}


def _destination(place: str) -> Part:
    def tell(opening: Text, one: Side, before: Seen, other: Side, after: Seen) -> Text:
        if not before:
            one, other = other, one
        words = next(found.words for found in one.bundle.destinations if found.id == place)
        return Text(
            "Is het een ander probleem, dan kan het in {a} naar {p} ({words}); in {b} niet.",
            "When it is another problem, it can go to {p} in {a} ({words}); not in {b}.",
        ).format(a=one.label, p=named(place, one, other), words=words, b=other.label)

    return Part(
        key=f"destinations.{place}",
        group="tell",
        see=lambda side, world: place in side.route.destinations,
        source=lambda side, world: (
            side.route.destinations[place].says_who if place in side.route.destinations else None
        ),
        tell=tell,
    )
