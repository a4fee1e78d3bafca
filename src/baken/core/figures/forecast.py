"""How many hours a year a route asks of the focal points: a simulation of many years, with a seed.

Each simulated year has as many signals as chance brings (Poisson), each signal differs as the mix says, each is handled
as the route itself asks (`handling`), and each deed takes as long as its triangle gives. To that comes what returns
each year: meetings, training, outreach. All minutes of a year may be off by one factor: nobody measured them.

Two forecasts with one seed share their chances: with more signals the same ones come, and some more, in the same years.
So more signals never give fewer hours, and what a difference shows is no accident.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from baken.core.derive.compiled import RoutePolicy, compile_route
from baken.core.figures.alike import Alike
from baken.core.figures.assumed import DEEDS, MIX, YEARLY, Assumptions, Span
from baken.core.figures.handling import World, deeds, most
from baken.core.policy.bundle import Bundle
from baken.core.vocabulary.text import Text

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]

WEEKS = 52
HOUR = 60
MOST_SIGNALS, MOST_PEOPLE, LEAST_YEARS, MOST_YEARS = 1000, 20, 100, 20_000
MOST_AT_ONCE = 200_000
"""Signals in all simulated years together: more adds nothing to the answer but waiting."""
CAVEAT = Text(
    "Dit is een schatting. Zij rekent met aannames die niemand heeft gemeten, en met wat het beleid vraagt, niet met "
    "wat mensen in werkelijkheid deden. Eén zwaar signaal kan meer tijd kosten dan hier een heel jaar.",
    "This is an estimate. It counts with assumptions that nobody measured, and with what the policy asks, not with "
    "what people really did. One grave signal may take more time than a whole year here.",
)
_BLOCK = 20_000
_KNOWN: dict[tuple[str, Hashable], tuple[int, ...]] = {}
"""What was asked of a route before: equal hash of the policy and equal signals give an equal answer."""
_MOST_KNOWN = 20_000


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: how many signals a year are expected, how many focal points there are, and how to draw."""

    signals: float
    people: int = 1
    seed: int = 1
    years: int = 2000


@dataclass(frozen=True, slots=True)
class Outcome:
    """The hours of a year. In eight of ten years they lie within `eighty`, in nineteen of twenty within `ninety_five`.

    `by_kind`: the mean hours of each deed and of what returns. `within`: in which part of the years what is reserved is
    enough; None where nothing is.
    """

    signals: float
    people: int
    hours: float
    spread: float
    eighty: tuple[float, float]
    ninety_five: tuple[float, float]
    by_kind: Mapping[str, float]
    within: float | None

    @property
    def per_person(self) -> float:
        """The mean hours of each focal point."""
        return self.hours / self.people


@dataclass(frozen=True, slots=True)
class Forecast:
    """The answer: as asked, with twice as many signals, and with one focal point more."""

    asked: Asked
    reserved: int | None
    as_asked: Outcome
    doubled: Outcome
    one_more: Outcome


def most_years(signals: float) -> int:
    """Return how many years can be simulated with so many signals a year."""
    return min(MOST_YEARS, max(LEAST_YEARS, int(MOST_AT_ONCE / max(signals, 1))))


def times_a_year(bundle: Bundle) -> dict[str, float]:
    """Return how often each thing of `YEARLY` comes in a year by the policy.

    Chosen: a meeting for which it names no number counts once, training too where it says nothing of it, and the
    programme is kept each year.
    """
    terms = [term for term in bundle.training_terms if "focal_points" in term.for_]
    training = sum(term.times or (1 / term.every_years if term.every_years else 0) for term in terms)
    return {
        "meeting": float(sum(one.times or max(len(one.months), 1) for one in bundle.meetings)),
        "training": float(training) if terms else 1.0,
        "outreach": float(sum(one.times for one in bundle.outreach)),
        "campaign": float(sum(1 for one in bundle.campaigns if one.month is not None)),
        "evaluation": 1 / bundle.evaluation.every_years if bundle.evaluation else 0.0,
        "programme": 1.0,
        "alignment": float(WEEKS),
    }


def reserved(bundle: Bundle) -> int | None:
    """Return the hours that the policy reserves for a year; None: it names no number."""
    said = bundle.hours
    if said is None:
        return None
    return said.per_year if said.per_year is not None else (said.per_week or 0) * WEEKS


def forecast(
    bundle: Bundle, asked: Asked, assumptions: Assumptions | None = None, reserve: int | None = None
) -> Forecast:
    """Return how many hours a year are expected. `reserve`: what is reserved, where it is not as the policy says."""
    years = _Years(bundle, assumptions or Assumptions(), asked)
    limit = reserve if reserve is not None else reserved(bundle)
    return Forecast(
        asked,
        limit,
        years.outcome(asked.signals, asked.people, limit),
        years.outcome(2 * asked.signals, asked.people, limit),
        years.outcome(asked.signals, asked.people + 1, limit),
    )


class _Years:
    """Simulated years, with room for twice the signals asked; each question takes the first of them that it needs."""

    def __init__(self, bundle: Bundle, assumptions: Assumptions, asked: Asked) -> None:
        self.assumptions, self.asked = assumptions, asked
        self.times = {**times_a_year(bundle), **assumptions.times}
        policy = compile_route(bundle)
        drawn = np.array(
            [
                np.random.default_rng([asked.seed, year, 0]).random(2 + len(YEARLY))
                for year in range(asked.years)
            ]
        )
        self.chance, unsure = drawn[:, 0], assumptions.unsure
        self.factor = triangle(Span(1 - unsure, 1, 1 + unsure), drawn[:, 1])
        self.yearly = {
            name: triangle(assumptions.minutes[name], drawn[:, 2 + number])
            for number, name in enumerate(YEARLY)
        }
        self.year, self.place, self.minutes = self._signals(policy, poisson(2 * asked.signals, self.chance))

    def outcome(self, signals: float, people: int, limit: int | None) -> Outcome:
        """Return the hours with so many signals and people."""
        taken = self.place < poisson(signals, self.chance)[self.year]
        weight = self.factor[self.year[taken]] / HOUR
        kinds = {name: column[taken] * weight for name, column in zip(DEEDS, self.minutes.T, strict=True)}
        found = {name: float(hours.sum()) / self.asked.years for name, hours in kinds.items()}
        each = self.minutes[taken].sum(axis=1) * weight
        total: Floats = np.bincount(self.year[taken], each, self.asked.years).astype(np.float64)
        for name, deed in YEARLY.items():
            often = (
                self.times[name] * {"person": people, "shared": 1, "week": people * (people > 1)}[deed.per]
            )
            hours = self.yearly[name] * often * self.factor / HOUR
            total, found[name] = total + hours, float(hours.mean())
        low, lower, higher, high = (float(one) for one in np.quantile(total, [0.025, 0.1, 0.9, 0.975]))
        return Outcome(
            signals=signals,
            people=people,
            hours=float(total.mean()),
            spread=float(total.std()),
            eighty=(lower, higher),
            ninety_five=(low, high),
            by_kind={name: hours for name, hours in found.items() if hours > 0},
            within=float((total <= limit).mean()) if limit is not None else None,
        )

    def _signals(self, policy: RoutePolicy, numbers: Whole) -> tuple[Whole, Whole, Floats]:
        """Return of each signal its year, its place in that year, and the minutes of each deed."""
        rows = [_Rows(policy, self.assumptions, self.asked.seed, part, numbers) for part in _parts(numbers)]
        return (
            np.concatenate([one.year for one in rows]),
            np.concatenate([one.place for one in rows]),
            np.concatenate([one.minutes for one in rows]),
        )


class _Rows:
    """The signals of some years. A year draws row by row: its first signals are the same however many come."""

    def __init__(
        self, policy: RoutePolicy, assumptions: Assumptions, seed: int, part: range, numbers: Whole
    ) -> None:
        room = most(policy)
        wide = sum(room.values())
        some = numbers[part.start : part.stop]
        self.year = np.repeat(np.arange(part.start, part.stop), some)
        self.place = np.concatenate([np.arange(0), *(np.arange(number) for number in some)])
        facts = [np.random.default_rng([seed, year, 1]).random((numbers[year], len(MIX))) for year in part]
        times = [np.random.default_rng([seed, year, 2]).random((numbers[year], wide)) for year in part]
        often = _often(policy, assumptions, np.concatenate(facts))
        self.minutes = _minutes(assumptions, room, often, np.concatenate(times))


def _parts(numbers: Whole) -> list[range]:
    """Split the years so that no part holds many more signals than fit in memory at ease."""
    block = np.cumsum(numbers) // _BLOCK
    edges = [0, *(int(one) + 1 for one in np.flatnonzero(np.diff(block))), len(numbers)]
    return [range(first, last) for first, last in pairwise(edges)]


def _often(policy: RoutePolicy, assumptions: Assumptions, chances: Floats) -> Whole:
    """Return of each signal how often each deed is done; signals alike for this route are asked once."""
    values = {name: tuple(fact.shares) for name, fact in MIX.items()}
    alike = Alike(policy)
    chosen = np.zeros(chances.shape, dtype=np.int64)
    for number, name in enumerate(MIX):
        edges = np.cumsum([assumptions.mix[name].get(value, 0.0) for value in values[name]])
        chosen[:, number] = np.searchsorted(edges[:-1], chances[:, number], side="right")
    names = list(MIX)
    age, alone = names.index("age"), names.index("unaccompanied_minor")
    adult = chosen[:, age] != values["age"].index("minor")
    chosen[adult, alone] = values["unaccompanied_minor"].index("no")
    worlds, back = np.unique(chosen, axis=0, return_inverse=True)
    asked = [
        _ask(policy, alike, {name: values[name][place] for name, place in zip(names, row, strict=True)})
        for row in worlds.tolist()
    ]
    return np.array(asked, dtype=np.int64).reshape(len(asked), len(DEEDS))[back.reshape(-1)]


def _ask(policy: RoutePolicy, alike: Alike, world: World) -> tuple[int, ...]:
    key = policy.bundle, alike.key(world)
    found = _KNOWN.get(key)
    if found is None:
        if len(_KNOWN) >= _MOST_KNOWN:
            _KNOWN.clear()
        counted = deeds(policy, world)
        found = _KNOWN[key] = tuple(counted[name] for name in DEEDS)
    return found


def _minutes(assumptions: Assumptions, room: Mapping[str, int], often: Whole, chances: Floats) -> Floats:
    """Return the minutes of each deed for each signal: of each time that it is done a draw of its own."""
    found = np.zeros(often.shape)
    first = 0
    for number, name in enumerate(DEEDS):
        count = often[:, number]
        there = int(count.max(initial=0))
        if there:
            drawn = triangle(assumptions.minutes[name], chances[:, first : first + there])
            found[:, number] = (drawn * (np.arange(there) < count[:, None])).sum(axis=1)
        first += room[name]
    return found


def triangle(span: Span, chance: Floats) -> Floats:
    """Return the minutes at these chances: the inverse of the triangle's distribution."""
    low, likely, high = span.low, span.likely, span.high
    if high <= low:
        return np.full(chance.shape, low)
    up = low + np.sqrt(chance * (high - low) * (likely - low))
    down = high - np.sqrt((1 - chance) * (high - low) * (high - likely))
    found: Floats = np.where(chance * (high - low) < likely - low, up, down)
    return found


def poisson(mean: float, chance: Floats) -> Whole:
    """Return the numbers at these chances; with a higher mean never a lower number."""
    last = int(mean + 12 * np.sqrt(mean) + 30)
    logs = np.concatenate([[0.0], np.cumsum(np.log(np.arange(1, last + 1)))])
    places = np.arange(last + 1)
    with np.errstate(divide="ignore"):
        terms = places * np.log(mean) - mean - logs if mean > 0 else np.where(places == 0, 0.0, -np.inf)
    edges: Sequence[float] = np.cumsum(np.exp(terms)).tolist()
    found: Whole = np.searchsorted(edges, chance, side="left").astype(np.int64)
    return np.minimum(found, last)
