"""How much a proof tries before it says that a policy grew too large to be proved, so that nobody waits for it.

Facts multiply, and so do events: a rule that reads five facts more can make a proof take hours. A promise that
cannot be tried counts as not kept; what cannot be proved is not put into use (ADR 18).
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from math import perm, prod

from baken.core.policy.conditions import Condition
from baken.core.prove.deeds import Deed
from baken.core.prove.worlds import choices, reads_by_fact

MOST = 100_000
"""Situations of one promise, counted before the impossible ones are left out. The policies of today stay far below."""


class TooMany(Exception):
    """More situations than anybody waits for."""


def combinations_of(conditions: Iterable[Condition]) -> int:
    """Return how many combinations of facts these conditions can tell apart, without making them."""
    reads = reads_by_fact(conditions)
    return prod(len(choices(fact, reads[fact])) for fact in reads)


def orders_of(deeds: Sequence[Deed], ordered: Collection[str]) -> int:
    """Return how many histories these deeds can make at most, without making them."""
    free = Counter(one.slot for one in deeds if one.event not in ordered)
    bound = sum(one.event in ordered for one in deeds)
    return prod(ways + 1 for ways in free.values()) * sum(perm(bound, some) for some in range(bound + 1))


def refuse_too_many(*numbers: int) -> None:
    """Raise `TooMany` where these numbers multiply to more than a proof tries."""
    if prod(numbers) > MOST:
        raise TooMany
