"""Days of an action: the last day of a month or quarter, and where a day falls in the next edition. Pure."""

from calendar import monthrange
from datetime import date

QUARTER = 3
YEAR = 12


def month_end(day: date) -> date:
    """Return the last day of the month that a day lies in."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def quarter_end(day: date) -> date:
    """Return the last day of the quarter that a day lies in."""
    return month_end(day.replace(day=1, month=(day.month - 1) // QUARTER * QUARTER + QUARTER))


def months_between(first: date, later: date) -> int:
    """Return how many calendar months one day lies after another."""
    return (later.year - first.year) * YEAR + later.month - first.month


def after(day: date, months: int) -> date:
    """Return the day so many months later; the last day of a month stays the last day of a month."""
    at = day.year * YEAR + day.month - 1 + months
    first = date(at // YEAR, at % YEAR + 1, 1)
    end = month_end(first)
    return end if day == month_end(day) else first.replace(day=min(day.day, end.day))


def moved(
    kind: str, day: date | None, every_years: int | None, months: int, first: date, last: date
) -> date | None:
    """Return where a day falls in another span of `first` to `last`, that begins so many months later.

    What repeats every so many years keeps its rhythm: it goes to its first year in or after the span. Any other day
    moves along with the beginning, and never falls outside the span.
    """
    if day is None:
        return None
    if kind == "every":
        step = (every_years or 1) * YEAR
        while day < first:
            day = after(day, step)
        return day
    return min(max(after(day, months), first), last)
