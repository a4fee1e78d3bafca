"""Hours a year by simulation: right where a formula knows the answer, steady, and never fewer for more signals."""

from dataclasses import replace
from math import exp, factorial, sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baken.core.derive.route import compile_route
from baken.core.figures.assumed import DEEDS, MIX, YEARLY, Assumptions, Span
from baken.core.figures.forecast import (
    HOUR,
    LEAST_YEARS,
    MOST_AT_ONCE,
    MOST_SIGNALS,
    MOST_YEARS,
    Asked,
    forecast,
    most_years,
    poisson,
    reserved,
    times_a_year,
    triangle,
)
from baken.core.figures.forecast_said import reserved as reserved_said
from baken.core.figures.forecast_said import what_if
from baken.core.figures.handling import deeds
from tests.core.figures.forecasting import NEVER, ONE, alike, always, policy

SIGMAS = 5
"""How far simulated years may be from the formula, in standard errors of theory: by chance one in 1.7 million is."""
ASKED = Asked(signals=12, years=400, seed=7)


def _moments(assumed: Assumptions) -> tuple[float, float, float, float]:
    """Return of the minutes of the ordinary signal its mean and variance, and its third and fourth cumulants.

    Deeds are independent, so cumulants add up. Those of a triangle come from its corners, by exact moments.
    """
    total = np.zeros(4)
    for kind, times in deeds(compile_route(policy("woerden")), ONE).items():
        total += times * _cumulants(assumed.minutes[kind])
    return tuple(total)  # type: ignore[return-value]


def _cumulants(span: Span) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    """Mean, variance and the next two cumulants of a triangle: its raw moments are sums over its corners."""
    low, likely, high = span.low, span.likely, span.high

    def raw(power: int) -> float:
        corners = range(power + 1)
        some = sum(
            low**first * likely**second * high ** (power - first - second)
            for first in corners
            for second in range(power - first + 1)
        )
        return 2 * some / ((power + 1) * (power + 2))

    one, two, three, four = (raw(power) for power in range(1, 5))
    third = three - 3 * one * two + 2 * one**3
    central = four - 4 * one * three + 6 * one**2 * two - 3 * one**4
    variance = two - one**2
    return np.array([one, variance, third, central - 3 * variance**2])


@pytest.mark.parametrize("signals", [0.5, 12])
@pytest.mark.parametrize("unsure", [0.0, 0.25])
def test_mean_and_variance_are_those_of_the_formula(signals: float, unsure: float) -> None:
    """Compound Poisson: the mean is lambda m and the variance lambda (s2 + m2).

    With a factor of mean 1 and variance v over the whole year it is (1 + v) (variance + mean2) - mean2. The tolerance
    is that of the theory: the mean of n years has variance var/n, and their variance has (mu4 - var2)/n, with mu4 from
    the fourth cumulant of a compound Poisson sum, lambda E[X4].
    """
    assumed = alike(unsure=unsure)
    years = 4000
    found = forecast(policy("woerden"), Asked(signals, years=years, seed=3), assumed).as_asked
    mean, variance, third, fourth = _moments(assumed)
    raw2 = variance + mean**2
    raw4 = fourth + 3 * variance**2 + 4 * third * mean + 6 * variance * mean**2 + mean**4
    expected, plain = signals * mean, signals * raw2
    off = Span(1 - unsure, 1, 1 + unsure).variance
    spread = (1 + off) * (plain + expected**2) - expected**2
    assert abs(found.hours * HOUR - expected) < SIGMAS * sqrt(spread / years)
    if not unsure:
        error = sqrt((signals * raw4 + 2 * plain**2) / years)
        assert abs((found.spread * HOUR) ** 2 - spread) < SIGMAS * error
    else:
        assert found.spread * HOUR > sqrt(plain)


def test_the_intervals_are_those_of_the_formula_where_every_signal_takes_equally_long() -> None:
    """Then a year is a Poisson number of times the same: its quantiles are known, up to the chance of the draw."""
    signals, years = 12, 4000
    found = forecast(policy("woerden"), Asked(signals, years=years), alike(minutes=always())).as_asked
    each = sum(deeds(compile_route(policy("woerden")), ONE).values()) * 10 / HOUR

    def below(hours: float) -> float:
        return sum(exp(-signals) * signals**k / factorial(k) for k in range(int(hours / each + 0.5) + 1))

    for part, hours in zip((0.025, 0.1, 0.9, 0.975), _edges(found), strict=True):
        error = SIGMAS * sqrt(part * (1 - part) / years)
        assert below(hours) >= part - error
        assert below(hours - each) <= part + error


def _edges(found: object) -> tuple[float, float, float, float]:
    (lower, higher), (low, high) = found.eighty, found.ninety_five  # type: ignore[attr-defined]
    return low, lower, higher, high


def test_the_mean_of_a_mix_is_the_mean_over_its_signals() -> None:
    """Half of the signals are acute, and ask more: the law of total expectation."""
    mix = {**alike().mix, "urgency": {"acute": 0.5, "not_acute": 0.5}}
    found = forecast(policy("woerden"), Asked(20, years=4000), alike(mix=mix, minutes=always())).as_asked
    route = compile_route(policy("woerden"))
    per = [sum(deeds(route, {**ONE, "urgency": value}).values()) * 10 for value in ("acute", "not_acute")]
    assert per[0] > per[1]
    expected = 20 * sum(per) / 2 / HOUR
    error = sqrt(20 * sum(one**2 for one in per) / 2 / 4000) / HOUR
    assert abs(found.hours - expected) < SIGMAS * error


def test_the_same_seed_gives_the_same_answer_and_another_seed_another() -> None:
    first = forecast(policy("woerden"), ASKED)
    assert first == forecast(policy("woerden"), ASKED)
    assert first.as_asked.hours != forecast(policy("woerden"), replace(ASKED, seed=8)).as_asked.hours


@given(st.floats(0, 30), st.floats(0, 30), st.integers(0, 50))
@settings(max_examples=15, deadline=None)
def test_more_signals_never_give_fewer_hours_in_any_quantile(one: float, other: float, seed: int) -> None:
    """The chances are shared: with more signals each year holds the same ones and perhaps some more."""
    fewer, more = sorted((one, other))
    low, high = (
        forecast(policy("montfoort"), Asked(number, years=LEAST_YEARS, seed=seed)).as_asked
        for number in (fewer, more)
    )
    assert low.hours <= high.hours + 1e-9
    assert all(a <= b + 1e-9 for a, b in zip(_edges(low), _edges(high), strict=True))


@given(st.integers(1, 8), st.integers(0, 5))
@settings(max_examples=8, deadline=None)
def test_more_hands_mean_more_hours_together(people: int, seed: int) -> None:
    """Each has meetings and training of their own, and from two on they align; the signals stay the same."""
    found = forecast(policy("woerden"), Asked(6, people=people, years=LEAST_YEARS, seed=seed))
    assert found.one_more.hours > found.as_asked.hours
    assert found.one_more.by_kind["receive"] == found.as_asked.by_kind["receive"]
    assert ("alignment" in found.as_asked.by_kind) == (people > 1)


def test_twice_as_many_signals_are_what_is_asked_with_twice_the_number() -> None:
    found = forecast(policy("woerden"), ASKED)
    assert found.doubled == forecast(policy("woerden"), replace(ASKED, signals=24)).as_asked


def test_kinds_add_up_to_the_whole_and_intervals_lie_in_each_other() -> None:
    found = forecast(policy("woerden"), ASKED).as_asked
    assert sum(found.by_kind.values()) == pytest.approx(found.hours)
    low, lower, higher, high = _edges(found)
    assert low <= lower <= found.hours <= higher <= high
    assert set(found.by_kind) <= {*DEEDS, *YEARLY}


def test_without_signals_and_without_what_returns_there_is_no_work() -> None:
    found = forecast(policy("woerden"), Asked(0, years=LEAST_YEARS), alike())
    assert (found.as_asked.hours, found.as_asked.by_kind) == (0, {})


def test_what_is_reserved_stands_beside_it_and_says_in_how_many_years_it_is_enough() -> None:
    """FIN-01: sixty in Woerden, one a week in Montfoort, none set in West-Friesland."""
    assert [reserved(policy(name)) for name in ("woerden", "montfoort", "hoorn")] == [60, 52, None]
    found = forecast(policy("woerden"), ASKED, reserve=10_000)
    assert (found.reserved, found.as_asked.within) == (10_000, 1.0)
    assert forecast(policy("hoorn"), ASKED).as_asked.within is None
    assert "10000" in reserved_said(found).nl
    assert len(what_if(found)) == 2


def test_what_returns_each_year_comes_from_the_policy() -> None:
    """MEET-05, COMM-01, TRAIN-04, EVAL-05: two meetings in Woerden, training every two years and each year in Hoorn."""
    woerden, hoorn = times_a_year(policy("woerden")), times_a_year(policy("hoorn"))
    assert woerden["campaign"] == 1
    assert woerden["meeting"] >= 2
    assert (hoorn["training"], hoorn["evaluation"]) == (1.5, 0.5)
    assert set(woerden) == set(YEARLY)


@given(st.floats(0, 1000), st.lists(st.floats(0, 0.999999), min_size=1, max_size=20))
def test_poisson_at_a_chance_is_the_smallest_number_that_holds_it(mean: float, chances: list[float]) -> None:
    """And with a higher mean it is never lower."""
    found = poisson(mean, np.array(chances))
    assert (found >= 0).all()
    assert (found <= poisson(mean + 1, np.array(chances))).all()


def test_poisson_has_its_mean_and_variance() -> None:
    """Over an even grid of chances the sum is the mean itself."""
    chances = (np.arange(20_000) + 0.5) / 20_000
    found = poisson(7.0, chances)
    assert float(found.mean()) == pytest.approx(7, abs=0.01)
    assert float(found.var()) == pytest.approx(7, abs=0.05)


@given(st.tuples(*[st.floats(0, 500)] * 3))
def test_a_triangle_stays_between_its_ends_and_has_its_mean(corners: tuple[float, float, float]) -> None:
    span = Span(*sorted(corners))
    chances = (np.arange(2000) + 0.5) / 2000
    found = triangle(span, chances)
    assert (found >= span.low - 1e-9).all()
    assert (found <= span.high + 1e-9).all()
    assert float(found.mean()) == pytest.approx(span.mean, abs=0.001 * (span.high - span.low) + 1e-9)
    assert float(found.var()) == pytest.approx(span.variance, abs=0.002 * (span.high - span.low) ** 2 + 1e-9)


@given(st.floats(0, MOST_SIGNALS))
def test_so_many_years_are_simulated_as_fit(signals: float) -> None:
    years = most_years(signals)
    assert LEAST_YEARS <= years <= MOST_YEARS
    assert years * signals <= MOST_AT_ONCE


def test_every_assumption_says_why_and_its_shares_add_up() -> None:
    """Visible assumptions: each has a reason, in both languages."""
    for one in (*DEEDS.values(), *YEARLY.values(), *MIX.values()):
        assert all((one.name.nl, one.name.en, one.chosen.nl, one.chosen.en))
    for fact in MIX.values():
        assert sum(fact.shares.values()) == pytest.approx(1)
    for deed in (*DEEDS.values(), *YEARLY.values()):
        assert 0 < deed.minutes.low <= deed.minutes.likely <= deed.minutes.high
    assert set(NEVER) == set(YEARLY)
