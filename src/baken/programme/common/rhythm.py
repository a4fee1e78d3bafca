"""What is owed so many times a year: the year in equal turns, and where each stands.

chosen: the k-th time is owed by the end of the k-th part of the year, or of the k-th month that the policy names;
whoever does it earlier is done. A turn that ended before the organisation's policy began is not owed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from baken.core.derive import ready
from baken.core.derive.ready import Falls
from baken.programme.common.planned import State


@dataclass(frozen=True, slots=True)
class Turn:
    """One time of a year: the days in which it falls, and which time of the year it is, from 1."""

    number: int
    first: date
    last: date


def turns(year: int, times: int, months: Sequence[int] = (), since: date | None = None) -> list[Turn]:
    """Return the turns of a year; each ends where the next begins. `since`: what ended before is not owed."""
    parts = ready.turns(year, times, months)
    made = [Turn(number, one.first, one.last) for number, one in enumerate(parts, 1)]
    return [turn for turn in made if since is None or turn.last >= since]


def state(first: date, last: date, today: date, *, done: bool, dropped: bool = False) -> State:
    """Return where something stands that falls in these days: `due` in this quarter, `late` after its last day."""
    if dropped:
        return "dropped"
    if done:
        return "done"
    return ready.still(Falls(first, last), today)


def years(first: date, last: date, today: date) -> range:
    """Return the years of which it is told what is owed between two days.

    chosen: a year that is over only where no later day is asked for, as what was missed then cannot be made up.
    """
    return range(first.year if last.year < today.year else max(first.year, today.year), last.year + 1)
