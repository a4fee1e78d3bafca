"""Compares what two policies do for every signal that can exist, and then what they say.

Each part of a policy reads a few facts. It is worked out for every combination of those facts that either policy can
tell apart, so that together every signal is covered without going through all of them. What differs is described by
the shortest set of facts for which it does.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from baken.core.derive.compiled import RoutePolicy, compile_route
from baken.core.policy.bundle import Bundle
from baken.core.policy.conditions import Condition
from baken.core.prove import comparing_holds, comparing_referrals, comparing_rest, comparing_steps
from baken.core.prove.comparing_parts import Part, Side, differing
from baken.core.prove.comparing_worlds import Space
from baken.core.prove.differences import GROUPS, Comparison, Difference
from baken.core.vocabulary.text import Text


def compare(old: Bundle, new: Bundle, *, labels: tuple[Text, Text] | None = None) -> Comparison:
    """Return everything that two policies do or say otherwise. `labels`: what they are called in the sentences."""
    one, other = labels or _labels(old, new)
    before, after = Side(old, compile_route(old), one), Side(new, compile_route(new), other)
    counted: Counter[str] = Counter()
    found: list[Difference] = []
    for part in _parts(before, after):
        if part.unless is None or not any(_about(difference, part.unless) for difference in found):
            found.extend(differing(part, before, after, counted))
    found.extend(comparing_rest.differences(before, after, [one.key for one in found]))
    return Comparison(
        old=one,
        new=other,
        differences=tuple(_in_order(found)),
        combinations=len(Space([*_conditions(before.route), *_conditions(after.route)])),
        tried=counted["tried"],
        identical=old.id == new.id,
    )


def _parts(old: Side, new: Side) -> Iterator[Part]:
    yield from comparing_steps.parts(old, new)
    yield from comparing_referrals.parts(old, new)
    yield from comparing_holds.parts(old, new)


def _about(difference: Difference, key: str) -> bool:
    return difference.key == key or difference.key.startswith(f"{key}.")


def _in_order(found: Iterable[Difference]) -> list[Difference]:
    """The smallest signals first, and then as the policies have them."""
    groups = tuple(GROUPS)
    return sorted(found, key=lambda one: (groups.index(one.group), one.weight))


def _labels(old: Bundle, new: Bundle) -> tuple[Text, Text]:
    if old.name != new.name:
        return old.name, new.name
    if old.valid_from != new.valid_from:
        return _dated(old), _dated(new)
    nl, en = old.name
    return Text(f"{nl} (oud)", f"{en} (old)"), Text(f"{nl} (nieuw)", f"{en} (new)")


def _dated(bundle: Bundle) -> Text:
    day, (nl, en) = bundle.valid_from, bundle.name
    return Text(f"{nl} ({day.day}-{day.month}-{day.year})", f"{en} ({day.isoformat()})")


def _conditions(route: RoutePolicy) -> list[Condition]:
    whens = [rule.when for rule in route.steps]
    whens.extend(rule.when for rule in route.advice)
    whens.extend(rule.when for rule in route.questions)
    whens.extend(rule.when for rule in route.referrals)
    whens.extend(rule.when for rule in route.holds)
    whens.extend(rule.override for rule in route.holds if rule.override is not None)
    return [when.condition for when in whens]
