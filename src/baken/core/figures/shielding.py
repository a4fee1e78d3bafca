"""How a number of signals is told to somebody who may see no signal (V22, ROLE-14).

Whoever writes a policy chooses what is counted, and could write two that differ for one signal only. So the rule is:

1. Fewer than ten is "fewer than 10", and so is none: whether there is any such signal at all is not told.
2. From ten on, a number is rounded to fives. It stands alone: no total of it and no parts of it are told exactly.
3. Two questions about groups that differ in fewer than five signals get the same answer: the one that was given first.
   So nobody learns anything of a signal by asking with and without it. For this, answers are remembered for a while.
4. A number is never given again for fewer than five signals. Rule 3 alone would: after "about 5" for five signals,
   "about 5" for one of them, while none at all is no line on the page. Hence the ten of rule 1 as well.

What remains: who asks very often about groups that each differ in five signals or more, learns a little each time.
What is counted are rules of the route, never people, places or days; every change of a draft is kept with its writer.
"""

from collections.abc import Iterable
from typing import NamedTuple

LEAST = 5
FIRST = 2 * LEAST
"""The smallest group of which a number is told that was not told before."""


class Answer(NamedTuple):
    """A group of signals, as digests that point to nobody, and what was told: None for fewer than ten, or none."""

    signals: frozenset[bytes]
    about: int | None


def told(signals: frozenset[bytes], earlier: Iterable[Answer]) -> Answer:
    """Return how many signals there are, as it may be told after the answers given earlier, the first one first."""
    if len(signals) < LEAST:
        return Answer(signals, None)
    for answer in earlier:
        if len(signals ^ answer.signals) < LEAST:
            return Answer(signals, answer.about)
    return Answer(signals, about(len(signals)))


def about(number: int) -> int | None:
    """Return a number as it stands on a paper for others, on which nothing can be asked: rules 1 and 2."""
    return None if number < FIRST else LEAST * ((number + LEAST // 2) // LEAST)
