"""The signals for which something differs, described as briefly as possible.

A signal is a point: each fact that is read has one value, and each member of a set is said or not. A description is a
list of boxes (each fact within some values) that together hold exactly the points that differ.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import permutations, product

from baken.core.policy.conditions import Condition, reads_of
from baken.core.vocabulary.facts import DEFAULTS, FACTS, Value

World = Mapping[str, Value]
Axis = tuple[str, str | None]
"""A fact, and for a fact that is a set the member; `OTHER` stands for every member that no rule names."""
Point = tuple[str, ...]
Box = Mapping[Axis, frozenset[str]]
OTHER = "other"
SAID, NOT_SAID = "said", "not_said"
_MOST_ORDERS = 120


class Space:
    """Every combination of facts that some conditions can tell apart."""

    def __init__(self, conditions: Sequence[Condition], also: Sequence[str] = ()) -> None:
        named: dict[str, set[str]] = {fact: set() for fact in also}
        for condition in conditions:
            for read in reads_of(condition):
                named.setdefault(read.fact, set()).update(read.values)
        self.axes: tuple[Axis, ...] = tuple(
            axis for fact in FACTS if fact in named for axis in _axes(fact, named[fact])
        )
        self._stands_for = {fact: _unnamed(fact, values) for fact, values in named.items()}

    def __len__(self) -> int:
        count = 1
        for axis in self.axes:
            count *= len(values_of(axis))
        return count

    def points(self) -> Iterator[Point]:
        """Yield every point."""
        return product(*(values_of(axis) for axis in self.axes))

    def world(self, point: Point) -> dict[str, Value]:
        """Return the facts of a point, everything else at its default."""
        facts: dict[str, Value] = dict(DEFAULTS)
        for (fact, member), value in zip(self.axes, point, strict=True):
            if member is None:
                facts[fact] = value
            elif value == SAID:
                held = facts[fact]
                name = self._stands_for[fact] if member == OTHER else member
                facts[fact] = frozenset((*held, name)) if name else held
        return facts

    def boxes(self, differing: set[Point], free: Callable[[Point], bool]) -> list[Box]:
        """Return few and short boxes that hold every differing point, and besides only points that are free."""
        left = set(differing)
        found: list[Box] = []
        while left:
            seed = min(left)
            candidates = [self._grown(seed, order, differing, free) for order in self._orders()]
            best = min(candidates, key=lambda box: (-len(self._held(box, left)), _length(box), str(box)))
            found.append(best)
            left -= self._held(best, left)
        for box in tuple(found):
            others = [other for other in found if other is not box]
            if all(any(self._within(point, other) for other in others) for point in differing):
                found = others
        return found

    def _orders(self) -> Iterator[Sequence[int]]:
        numbers = range(len(self.axes))
        if len(self.axes) <= 5:
            yield from permutations(numbers)
        else:
            for start in numbers:
                turned = (*numbers[start:], *numbers[:start])
                yield turned
                yield turned[::-1]

    def _grown(
        self, seed: Point, order: Sequence[int], differing: set[Point], free: Callable[[Point], bool]
    ) -> Box:
        sides = [frozenset((value,)) for value in seed]

        def fits(trial: Sequence[frozenset[str]]) -> bool:
            return all(point in differing or free(point) for point in product(*map(sorted, trial)))

        for number in order:
            whole = frozenset(values_of(self.axes[number]))
            if fits([*sides[:number], whole, *sides[number + 1 :]]):
                sides[number] = whole
                continue
            for value in values_of(self.axes[number]):
                wider = sides[number] | {value}
                if wider != whole and fits([*sides[:number], wider, *sides[number + 1 :]]):
                    sides[number] = wider
        return {
            axis: side
            for axis, side in zip(self.axes, sides, strict=True)
            if side != frozenset(values_of(axis))
        }

    def _held(self, box: Box, points: set[Point]) -> set[Point]:
        return {point for point in points if self._within(point, box)}

    def _within(self, point: Point, box: Box) -> bool:
        return all(
            axis not in box or value in box[axis] for axis, value in zip(self.axes, point, strict=True)
        )


def values_of(axis: Axis) -> tuple[str, ...]:
    """Return the values that a point can have on an axis."""
    fact, member = axis
    return FACTS[fact].values if member is None else (NOT_SAID, SAID)


def size(world: World) -> int:
    """Return how much is known of a signal: the smallest signals are told first."""
    return sum(
        len(value) if isinstance(value, frozenset) else value != DEFAULTS[fact]
        for fact, value in world.items()
    )


def said_of(world: World) -> dict[str, Value]:
    """Return only the facts that say something."""
    return {fact: value for fact, value in world.items() if value != DEFAULTS[fact]}


def _axes(fact: str, named: set[str]) -> list[Axis]:
    if not FACTS[fact].is_set:
        return [(fact, None)]
    members: list[Axis] = [(fact, value) for value in FACTS[fact].values if value in named]
    return [*members, (fact, OTHER)] if _unnamed(fact, named) else members


def _unnamed(fact: str, named: set[str]) -> str | None:
    return next((value for value in FACTS[fact].values if value not in named), None)


def _length(box: Box) -> tuple[int, int]:
    return len(box), sum(len(values) for values in box.values())
