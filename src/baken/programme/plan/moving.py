"""Where the day of an action falls in another edition. Pure."""

from datetime import date

from baken.core.vocabulary.months import last_of_month

YEAR = 12


def months_between(first: date, later: date) -> int:
    """Return how many calendar months one day lies after another."""
    return (later.year - first.year) * YEAR + later.month - first.month


def after(day: date, months: int) -> date:
    """Return the day so many months later; the last day of a month stays the last day of a month."""
    at = day.year * YEAR + day.month - 1 + months
    first = date(at // YEAR, at % YEAR + 1, 1)
    end = last_of_month(first.year, first.month)
    return end if day == last_of_month(day.year, day.month) else first.replace(day=min(day.day, end.day))


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
