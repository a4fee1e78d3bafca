"""The facts of every signal that some conditions can tell apart, smallest first.

Values that no condition tells apart are one class, and one of them stands for all; members of a set likewise.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import product

from baken.core.policy.conditions import Condition, Reads, reads_of
from baken.core.vocabulary.facts import DEFAULTS, FACTS, Value

World = Mapping[str, Value]
IMPOSSIBLE: tuple[Mapping[str, Value], ...] = ({"unaccompanied_minor": "yes", "age": "adult"},)
"""What no signal can be, whatever anybody establishes: somebody who is alone and a minor is no adult."""


def reads_by_fact(conditions: Iterable[Condition]) -> dict[str, list[Reads]]:
    """Return what the conditions read, per fact, in the order of the facts."""
    found: dict[str, list[Reads]] = {}
    for condition in conditions:
        for read in reads_of(condition):
            found.setdefault(read.fact, []).append(read)
    return {fact: found[fact] for fact in FACTS if fact in found}


def classes(fact: str, reads: Iterable[Reads]) -> list[tuple[str, ...]]:
    """Return the values of a fact (the members, of a set) in groups that nothing tells apart, the default first."""
    kind = FACTS[fact]
    wanted = [frozenset(read.values) for read in reads]
    grouped: dict[tuple[bool, ...], list[str]] = {}
    for value in kind.values:
        signature = (value == kind.default, *(value in values for values in wanted))
        grouped.setdefault(signature, []).append(value)
    if kind.is_set and not kind.unsaid_is_unknown:
        # A member that nobody mentions is like no member where an empty set is an answer too.
        grouped = {signature: members for signature, members in grouped.items() if any(signature)}
    return sorted((tuple(members) for members in grouped.values()), key=lambda one: one[0] != kind.default)


def choices(fact: str, reads: Iterable[Reads]) -> list[Value]:
    """Return one value for each that the readings can tell apart, the default first."""
    firsts = [group[0] for group in classes(fact, reads)]
    if not FACTS[fact].is_set:
        return list(firsts)
    sets = [
        frozenset(member for member, chosen in zip(firsts, bits, strict=True) if chosen)
        for bits in product((False, True), repeat=len(firsts))
    ]
    return sorted(sets, key=len)


def size(world: World) -> int:
    """Return how much is said in these facts: each value that is not the default counts."""
    return sum(
        len(value) if isinstance(value, frozenset) else 1
        for fact, value in world.items()
        if value != DEFAULTS[fact]
    )


def is_possible(world: World) -> bool:
    """Return whether a signal can be like this."""
    return not any(
        all(world.get(fact, DEFAULTS[fact]) == value for fact, value in combination.items())
        for combination in IMPOSSIBLE
    )


def worlds(*conditions: Condition) -> list[World]:
    """Return the facts in every combination that these conditions can tell apart, smallest first.

    Only what differs from the default is in each; what is impossible is left out.
    """
    reads = reads_by_fact(conditions)
    combined = product(*(choices(fact, reads[fact]) for fact in reads))
    found = [
        {fact: value for fact, value in zip(reads, values, strict=True) if value != DEFAULTS[fact]}
        for values in combined
    ]
    return sorted((world for world in found if is_possible(world)), key=size)


def whole(world: World) -> dict[str, Value]:
    """Return the world with a value for every fact, as conditions read it."""
    return {**DEFAULTS, **world}


def together(conditions: Iterable[Condition]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each group of two or more values that one of them stands for."""
    for fact, reads in reads_by_fact(conditions).items():
        for group in classes(fact, reads):
            if len(group) > 1:
                yield fact, group
