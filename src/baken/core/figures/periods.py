"""How many things happened in periods, as it may be told to who may see none of them (V22).

Periods overlap: the weeks after one campaign are the weeks before another. Who may choose the periods could ask with
and without one day, and learn of one signal. So every period that can be asked is answered in one fixed order, what
ended first before what ended later, by the rules of `shielding`: periods that differ in fewer than five get the same
answer, whoever asks what, and whenever. chosen: what can be asked are half years, and stretches of eight whole weeks.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache

from baken.core.figures.shielding import Answer, told

WEEKS = 8
Period = tuple[date, date]


def half_year(day: date) -> Period:
    """Return the half year that a day is in, first and last day."""
    return (
        (date(day.year, 1, 1), date(day.year, 6, 30))
        if day.month <= _JUNE
        else (date(day.year, 7, 1), date(day.year, 12, 31))
    )


def half_year_before(half: Period) -> Period:
    """Return the half year before one."""
    return half_year(half[0] - timedelta(days=1))


def weeks_before(day: date) -> Period:
    """Return the last eight whole weeks, Monday to Sunday, that end before a day."""
    monday = day - timedelta(days=day.weekday())
    return monday - timedelta(weeks=WEEKS), monday - timedelta(days=1)


def weeks_after(day: date) -> Period:
    """Return the first eight whole weeks, Monday to Sunday, that begin after a day."""
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=1)
    return monday, monday + timedelta(weeks=WEEKS) - timedelta(days=1)


def earliest_alike(day: date) -> date:
    """Return the first day that lies in the same periods as this one: all that a number needs to know of a day."""
    return max(day - timedelta(days=day.weekday()), half_year(day)[0])


def answers(days: Mapping[bytes, date], until: date) -> dict[Period, int | None]:
    """Return what may be told of every period that can be asked and is over; None: fewer than ten, or none.

    `days`: on which day each thing happened, by an id that points to nobody. What is left out of it for having been
    destroyed since would change answers that were given before: so it must be in it still, by the day alone.
    """
    if not days:
        return {}
    found: dict[Period, int | None] = {}
    earlier: list[Answer] = []
    for period in _every(half_year(min(days.values()))[0], until):
        group = frozenset(one for one, day in days.items() if period[0] <= day <= period[1])
        answer = told(group, earlier)
        earlier.append(answer)
        found[period] = answer.about
    return found


@cache
def _every(first: date, until: date) -> tuple[Period, ...]:
    found: list[Period] = []
    half = half_year(first)
    while half[1] < until:
        found.append(half)
        half = half_year(half[1] + timedelta(days=1))
    weeks = weeks_after(first - timedelta(weeks=WEEKS))
    while weeks[1] < until:
        found.append(weeks)
        weeks = (weeks[0] + timedelta(weeks=1), weeks[1] + timedelta(weeks=1))
    return tuple(sorted(found, key=lambda period: (period[1], period[0])))


_JUNE = 6
