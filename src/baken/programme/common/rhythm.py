"""What is owed so many times a year: the year in equal turns, and where each stands.

chosen: the k-th time is owed by the end of the k-th part of the year, or of the k-th month that the policy names;
whoever does it earlier is done. A turn that ended before the organisation's policy began is not owed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from baken.programme.common.planned import State


@dataclass(frozen=True, slots=True)
class Turn:
    """One time of a year: the days in which it falls, and which time of the year it is, from 1."""

    number: int
    first: date
    last: date


def turns(year: int, times: int, months: Sequence[int] = (), since: date | None = None) -> list[Turn]:
    """Return the turns of a year; each ends where the next begins. `since`: what ended before is not owed."""
    ends = _ends(year, times, sorted(set(months)))
    firsts = [date(year, 1, 1), *(end + timedelta(days=1) for end in ends)]
    made = [Turn(k + 1, first, end) for k, (first, end) in enumerate(zip(firsts, ends, strict=False))]
    return [turn for turn in made if since is None or turn.last >= since]


def state(first: date, last: date, today: date, *, done: bool, dropped: bool = False) -> State:
    """Return where something stands that falls in these days: `due` in this quarter, `late` after its last day."""
    if dropped:
        return "dropped"
    if done:
        return "done"
    if last < today:
        return "late"
    return "due" if first <= quarter_end(today) else "open"


def years(first: date, last: date, today: date) -> range:
    """Return the years of which it is told what is owed between two days.

    chosen: a year that is over only where no later day is asked for, as what was missed then cannot be made up.
    """
    return range(first.year if last.year < today.year else max(first.year, today.year), last.year + 1)


def quarter_end(day: date) -> date:
    """Return the last day of the quarter that a day is in."""
    return month_end(day.year, 3 * ((day.month - 1) // 3 + 1))


def month_end(year: int, month: int) -> date:
    """Return the last day of a month."""
    following = date(year + month // 12, month % 12 + 1, 1)
    return following - timedelta(days=1)


def _ends(year: int, times: int, months: list[int]) -> list[date]:
    if len(months) == times:
        return [month_end(year, month) for month in months]
    return [month_end(year, max(1, 12 * (k + 1) // times)) for k in range(min(times, 12))]
