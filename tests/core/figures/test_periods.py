"""Numbers of periods that overlap tell nothing of one signal, and do not change as time passes (V22)."""

import itertools
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from baken.core.figures import periods
from baken.core.figures.shielding import FIRST, LEAST

START, UNTIL = date(2025, 1, 1), date(2026, 9, 1)
DAYS = st.lists(st.dates(START, UNTIL), max_size=60).map(
    lambda days: {index.to_bytes(8, "big"): day for index, day in enumerate([START, *days])}
)


@given(DAYS)
@settings(max_examples=25)
def test_periods_that_differ_in_fewer_than_five_have_an_answer_in_common(days: dict[bytes, date]) -> None:
    """Told from either side: whichever of two such periods came first, the other repeats some answer near it."""
    found = periods.answers(days, UNTIL)
    groups = {
        period: frozenset(one for one, day in days.items() if period[0] <= day <= period[1])
        for period in found
    }
    for period, about in found.items():
        assert about is None or (about >= FIRST and about % LEAST == 0 and len(groups[period]) >= LEAST)
    stretches = list(found)
    for before, after in itertools.pairwise(stretches):
        if len(groups[before] ^ groups[after]) < LEAST and len(groups[after]) >= LEAST:
            near = [one for one in stretches if len(groups[one] ^ groups[after]) < LEAST]
            assert found[after] in {found[one] for one in near if one != after}


@given(DAYS, st.dates(date(2026, 1, 1), UNTIL))
@settings(max_examples=25)
def test_what_was_told_stays_so_as_time_passes(days: dict[bytes, date], earlier: date) -> None:
    before, after = periods.answers(days, earlier), periods.answers(days, UNTIL)
    assert {period: after[period] for period in before} == before


@given(DAYS, st.data())
@settings(max_examples=25)
def test_what_was_told_stays_so_when_what_was_counted_is_destroyed(
    days: dict[bytes, date], data: st.DataObject
) -> None:
    """Of what was destroyed only the first day alike is left, under another name: every answer stays as it was."""
    gone = data.draw(st.sets(st.sampled_from(sorted(days))))
    left = {one: day for one, day in days.items() if one not in gone}
    left |= {b"gone " + one: periods.earliest_alike(days[one]) for one in gone}
    assert periods.answers(left, UNTIL) == periods.answers(days, UNTIL)


@given(st.dates(START, UNTIL))
def test_the_first_day_alike_lies_in_the_same_week_and_half_year(day: date) -> None:
    first = periods.earliest_alike(day)
    assert first <= day
    assert first.isocalendar()[:2] == day.isocalendar()[:2]
    assert periods.half_year(first) == periods.half_year(day)
    assert periods.earliest_alike(first) == first


@given(st.dates(START, UNTIL))
def test_the_weeks_around_a_day_are_whole_and_lie_on_both_sides(day: date) -> None:
    before, after = periods.weeks_before(day), periods.weeks_after(day)
    for first, last in (before, after):
        assert first.weekday() == 0
        assert last.weekday() == 6
        assert last - first == timedelta(weeks=periods.WEEKS) - timedelta(days=1)
    assert before[1] < day < after[0]


@given(st.dates(START, UNTIL))
def test_a_half_year_follows_the_one_before_it(day: date) -> None:
    half = periods.half_year(day)
    before = periods.half_year_before(half)
    assert half[0] <= day <= half[1]
    assert before[1] + timedelta(days=1) == half[0]


def test_without_anything_there_is_nothing_to_tell() -> None:
    assert periods.answers({}, UNTIL) == {}
