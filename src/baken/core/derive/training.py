"""Who is due for training again, and how many were reached: by sessions given, terms and a day (TRAIN-04).

Nothing is known of who came: only how many, from which group, on which day. So somebody who came twice counts twice,
and a reach above the size of a group says that some came more often.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

State = Literal["never", "late", "soon", "open", "fine"]
ORDER: tuple[State, ...] = ("never", "late", "soon", "open", "fine")
"""What asks for attention first: who was never trained, then who is late."""
TRAINS = frozenset({"team_meeting", "meeting", "session", "e_learning"})
"""Chosen: by which form something counts as a training; a brochure or webinar keeps up what is known already."""
SOON = timedelta(days=92)
"""Chosen: a quarter ahead, because a session with others is planned that long before."""
SPAN = 2
"""Chosen: without a term the last two years are counted, the term of the one programme that has one."""


@dataclass(frozen=True, slots=True)
class Given:
    """What one session was for one group: its day, layer and form, and how many of the group came."""

    on: date
    layer: str
    form: str
    reached: int


@dataclass(frozen=True, slots=True)
class Term:
    """How often a group is trained: every so many years, or at least so many times in each year."""

    every_years: int | None = None
    times: int | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a group stands: the last day it was trained, when it is due again, and how many the term reached."""

    state: State
    last: date | None
    due: date | None
    reached: int
    since: date


def years_after(day: date, years: int) -> date:
    """Return the same civil day some years later or, below nought, earlier; 29 February becomes the 28th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def due_again(days: Iterable[date], term: Term) -> date | None:
    """Return by which day a group is due, or None where it was never trained or nothing says how often.

    Every so many years: that long after the last day. So many times a year: a year after the first of the last so many.
    """
    held = sorted(days)
    if not held:
        return None
    if term.every_years:
        return years_after(held[-1], term.every_years)
    if term.times:
        return years_after(held[-term.times] if len(held) >= term.times else held[0], 1)
    return None


def standing(given: Iterable[Given], term: Term | None, today: date) -> Standing:
    """Return where a group stands today. What nobody came to, or is still to come, was not given."""
    term = term or Term()
    held = [one for one in given if one.reached > 0 and one.on <= today]
    due = due_again([one.on for one in held], term)
    span = 1 if term.times else term.every_years or SPAN
    since = years_after(today, -span)
    return Standing(
        state=_state(held, due, today),
        last=max((one.on for one in held), default=None),
        due=due,
        reached=sum(one.reached for one in held if one.on > since),
        since=since,
    )


def of_layer(given: Iterable[Given], layer: str) -> list[Given]:
    """Return what counts as a training of one layer."""
    return [one for one in given if one.layer == layer and one.form in TRAINS]


def _state(held: Sequence[Given], due: date | None, today: date) -> State:
    if not held:
        return "never"
    if due is None:
        return "open"
    if due < today:
        return "late"
    return "soon" if due <= today + SOON else "fine"
