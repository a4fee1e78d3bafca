"""When an action is ready, and how it stands: the days in which it falls, what was done, what is due or late (PROG-04).

chosen: what is owed so many times a year is owed in equal turns, each by the last day of its part of the year. Whoever
catches up within the year is on time again; what a past year still owed is past. What comes back every so many years
counts as done by what was done in its month or later, or earlier in that same year.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from baken.core.policy.ready import Ready
from baken.core.vocabulary.months import first_of_quarter, last_of_month, last_of_quarter

State = Literal["ongoing", "open", "due", "late", "done"]
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Falls:
    """The days in which something falls; equal for one day."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Done:
    """A day on which it was done, or done once, and whether there is evidence."""

    on: date
    evidence: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """How an action stands on a day.

    `next_due`: the last day of what is owed first, also where that day passed; None where nothing is owed any more.
    `done` of `owed` times this year. `proved`: there is evidence of all that counts; None where nothing was done.
    """

    state: State
    next_due: date | None
    done: int
    owed: int
    proved: bool | None


def occurrences(ready: Ready, first: date, last: date) -> list[Falls]:
    """Return the days in which it falls between two days, both included; what is ongoing falls on no day."""
    found = [Falls(max(one.first, first), min(one.last, last)) for one in _whole(ready, first, last)]
    return [one for one in found if one.first <= one.last]


def standing(ready: Ready, first: date, last: date, done: Sequence[Done], today: date) -> Standing:
    """Return how an action of a programme stands today. `first` and `last`: the days of that programme."""
    inside = sorted((one for one in done if one.on <= today), key=lambda one: one.on)
    if ready.kind == "ongoing":
        this_year = [one for one in inside if one.on.year == today.year]
        return Standing("ongoing", None, len(this_year), 0, _proved(inside[-1:]))
    falls = occurrences(ready, first, last)
    if ready.kind == "times":
        return _times(falls, inside, min(max(today, first), last).year, today)
    if ready.kind == "every":
        return _every(falls, inside, today)
    return _once(falls, inside, today)


def _whole(ready: Ready, first: date, last: date) -> list[Falls]:
    on = ready.on
    if on is not None and ready.kind == "date":
        return [Falls(on, on)]
    if on is not None and ready.kind == "month":
        return [Falls(on.replace(day=1), on)]
    if on is not None and ready.kind == "quarter":
        return [Falls(first_of_quarter(on), on)]
    if on is not None and ready.kind == "every":
        years = range(on.year, last.year + 1, ready.every_years or 1)
        return [Falls(date(year, on.month, 1), last_of_month(year, on.month)) for year in years]
    times = ready.times or 0
    return [turn for year in range(first.year, last.year + 1) for turn in turns(year, times)]


def turns(year: int, times: int, months: Sequence[int] = ()) -> list[Falls]:
    """Return the parts of a year in which something is owed so often, at most twelve times.

    They are equal, or end with the months that are named, where so many are; each begins after the one before.
    """
    there = min(times, 12)
    equal = [max(1, 12 * (number + 1) // times) for number in range(there)]
    ends = [
        last_of_month(year, month) for month in (sorted(set(months)) if len(set(months)) == times else equal)
    ]
    return [
        Falls(start, end)
        for start, end in zip([date(year, 1, 1), *(end + _DAY for end in ends)], ends, strict=False)
    ]


def _proved(counted: Sequence[Done]) -> bool | None:
    return all(one.evidence for one in counted) if counted else None


def still(falls: Falls, today: date) -> Literal["open", "due", "late"]:
    """Return how something stands that was not done: `due` in this quarter, `late` after its last day."""
    if today > falls.last:
        return "late"
    return "due" if falls.first <= last_of_quarter(today) else "open"


def _once(falls: Sequence[Falls], done: Sequence[Done], today: date) -> Standing:
    owed = sum(one.last.year == today.year for one in falls)
    if done:
        return Standing("done", None, owed, owed, any(one.evidence for one in done))
    if not falls:  # its day lies outside the programme
        return Standing("open", None, 0, 0, None)
    return Standing(still(falls[0], today), falls[0].last, 0, owed, None)


def _times(falls: Sequence[Falls], done: Sequence[Done], year: int, today: date) -> Standing:
    parts = [one for one in falls if one.last.year == year]
    counted = [one for one in done if one.on.year == year]
    left = parts[len(counted) :]
    state: State = still(left[0], today) if left else "done"
    if left and counted and state == "open":
        state = "done"  # for now: the next turn comes later
    upcoming = [*left, *(one for one in falls if one.last.year > year)]
    return Standing(state, upcoming[0].last if upcoming else None, len(counted), len(parts), _proved(counted))


def _every(falls: Sequence[Falls], done: Sequence[Done], today: date) -> Standing:
    met: dict[Falls, Done] = {}
    for one in done:
        begun = [each for each in falls if each.first <= one.on]
        early = [each for each in falls if each.first > one.on and each.first.year == one.on.year]
        for each in (*begun[-1:], *early[:1]):
            if each not in met:
                met[each] = one
                break
    this_year = [one for one in falls if one.last.year == today.year]
    counts = sum(one in met for one in this_year), len(this_year)
    past = [one for one in falls if one.first <= today or one in met]
    owed = [one for one in (*past[-1:], *falls[len(past) :]) if one not in met]
    last_met = next((met[one] for one in reversed(past) if one in met), None)
    proved = _proved([last_met] if last_met else [])
    if not owed:
        return Standing("done" if past else "open", None, *counts, proved)
    state: State = still(owed[0], today)
    if state == "open" and past:
        state = "done"
    return Standing(state, owed[0].last, *counts, proved)
