"""Conditions over facts: three-valued, because a fact can be unknown, and small, so that a policy can be proved."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any

from baken.core.vocabulary.facts import DEFAULTS, FACTS, FactKind, Value

Truth = bool | None
Test = Callable[[Mapping[str, Value]], Truth]
Kinds = Mapping[str, FactKind]
"""The facts there are: those of a signal, unless somebody asks about something else."""


@dataclass(frozen=True, slots=True)
class Reads:
    """One fact against some values. `how`: any (is one of), none (is none of), includes (the set holds one of)."""

    fact: str
    how: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds; without parts it always holds."""

    parts: "tuple[Condition, ...]" = ()


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part holds."""

    parts: "tuple[Condition, ...]"


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: "Condition"


Condition = Reads | All | AnyOf | Not
ALWAYS = All()


def facts_of(condition: Condition) -> tuple[str, ...]:
    """Return the facts that a condition reads, each once, in order."""
    return tuple(dict.fromkeys(read.fact for read in reads_of(condition)))


def reads_of(condition: Condition) -> Iterator[Reads]:
    """Yield every reading of a fact."""
    match condition:
        case Reads():
            yield condition
        case Not():
            yield from reads_of(condition.part)
        case All() | AnyOf():
            for part in condition.parts:
                yield from reads_of(part)


def compiled(condition: Condition, kinds: Kinds = FACTS) -> Test:
    """Return a fast test: True, False, or None when an unknown fact decides."""
    match condition:
        case Reads():
            return _compiled_reading(condition, kinds)
        case Not():
            inner = compiled(condition.part, kinds)
            return lambda facts: None if (truth := inner(facts)) is None else not truth
        case All():
            return _every([compiled(part, kinds) for part in condition.parts])
        case AnyOf():
            return _some([compiled(part, kinds) for part in condition.parts])


def _compiled_reading(read: Reads, kinds: Kinds) -> Test:
    fact, values = read.fact, frozenset(read.values)
    kind = kinds[fact]
    # Asking for the unknown value itself can always be answered.
    unknown: object = kind.default if kind.unsaid_is_unknown and kind.default not in values else None
    if read.how == "includes":

        def includes(facts: Mapping[str, Value]) -> Truth:
            value = facts[fact]
            return None if value == unknown else not values.isdisjoint(value)

        return includes
    wanted = read.how == "any"

    def one_of(facts: Mapping[str, Value]) -> Truth:
        value = facts[fact]
        return None if value == unknown else (value in values) is wanted

    return one_of


def _every(tests: list[Test]) -> Test:
    if len(tests) == 1:
        return tests[0]

    def test(facts: Mapping[str, Value]) -> Truth:
        known: Truth = True
        for one in tests:
            truth = one(facts)
            if truth is False:
                return False
            known = None if truth is None else known
        return known

    return test


def _some(tests: list[Test]) -> Test:
    def test(facts: Mapping[str, Value]) -> Truth:
        known: Truth = False
        for one in tests:
            truth = one(facts)
            if truth is True:
                return True
            known = None if truth is None else known
        return known

    return test


def worlds(*conditions: Condition) -> Iterator[dict[str, Value]]:
    """Yield the facts in every combination that these conditions can tell apart, everything else at its default."""
    mentioned: dict[str, set[str]] = {}
    for condition in conditions:
        for read in reads_of(condition):
            mentioned.setdefault(read.fact, set()).update(read.values)
    for combination in product(*(_choices(fact, values) for fact, values in mentioned.items())):
        yield {**DEFAULTS, **dict(zip(mentioned, combination, strict=True))}


def _choices(fact: str, mentioned: set[str], kinds: Kinds = FACTS) -> list[Value]:
    kind = kinds[fact]
    if not kind.is_set:
        return list(kind.values)
    others = [value for value in kind.values if value not in mentioned]
    members = [*sorted(mentioned), *others[:1]]
    return [
        frozenset(member for member, chosen in zip(members, bits, strict=True) if chosen)
        for bits in product((False, True), repeat=len(members))
    ]


def combinations(condition: Condition, kinds: Kinds = FACTS) -> int:
    """Return in how many ways the facts can be that a condition reads, without making them."""
    mentioned: dict[str, set[str]] = {}
    for read in reads_of(condition):
        mentioned.setdefault(read.fact, set()).update(read.values)
    number = 1
    for fact, values in mentioned.items():
        kind = kinds[fact]
        number *= 2 ** min(len(values) + 1, len(kind.values)) if kind.is_set else len(kind.values)
    return number


def can_hold(*conditions: Condition, kinds: Kinds = FACTS) -> bool:
    """Return whether there is a signal (or what else `kinds` are about) for which all these conditions hold."""
    parts = [part for condition in conditions for part in _conjuncts(condition)]
    mentioned: dict[str, set[str]] = {}
    # Facts that stand alone come first: a contradiction between them then shows before anything is multiplied.
    for part in sorted(parts, key=lambda part: len(facts_of(part))):
        for read in reads_of(part):
            mentioned.setdefault(read.fact, set()).update(read.values)
    order = tuple(mentioned)
    ready: list[list[Test]] = [[] for _ in range(len(order) + 1)]
    for part in parts:
        known = max((order.index(fact) + 1 for fact in facts_of(part)), default=0)
        ready[known].append(compiled(part, kinds))

    def search(depth: int, world: dict[str, Value]) -> bool:
        if not all(test(world) is True for test in ready[depth]):
            return False
        if depth == len(order):
            return True
        fact = order[depth]
        return any(
            search(depth + 1, {**world, fact: value}) for value in _choices(fact, mentioned[fact], kinds)
        )

    return search(0, {})


def _conjuncts(condition: Condition) -> Iterator[Condition]:
    if isinstance(condition, All):
        for part in condition.parts:
            yield from _conjuncts(part)
    else:
        yield condition


def as_data(condition: Condition) -> dict[str, Any]:
    """Return the condition as it is written in a policy."""
    match condition:
        case Reads(fact, "any", (value,)):
            return {fact: value}
        case Reads(fact, "any", values):
            return {fact: {"any": list(values)}}
        case Reads(fact, "none", values):
            return {fact: {"not": list(values)}}
        case Reads(fact, _, (value,)):
            return {fact: {"includes": value}}
        case Reads(fact, _, values):
            return {fact: {"includes_any": list(values)}}
        case All(parts):
            return {"all": [as_data(part) for part in parts]}
        case AnyOf(parts):
            return {"any": [as_data(part) for part in parts]}
        case Not(part):
            return {"not": as_data(part)}
