"""So many times a year: every day of the year lies in one turn, and the last turn ends with the year."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from baken.programme.common import rhythm

YEARS = st.integers(2020, 2040)
TIMES = st.integers(1, 12)
DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))


@given(YEARS, TIMES)
def test_the_turns_of_a_year_follow_each_other_and_fill_it(year: int, times: int) -> None:
    turns = rhythm.turns(year, times)
    assert [turn.number for turn in turns] == list(range(1, times + 1))
    assert turns[0].first == date(year, 1, 1)
    assert turns[-1].last == date(year, 12, 31)
    for turn, following in pairwise(turns):
        assert turn.last + timedelta(days=1) == following.first


def test_the_months_that_a_policy_names_end_the_turns() -> None:
    first, second = rhythm.turns(2026, 2, (11, 4))
    assert (first.last, second.last) == (date(2026, 4, 30), date(2026, 11, 30))


def test_months_that_do_not_fit_the_number_are_left_aside() -> None:
    assert [turn.last for turn in rhythm.turns(2026, 2, (4,))] == [date(2026, 6, 30), date(2026, 12, 31)]


def test_what_ended_before_the_policy_began_is_not_owed() -> None:
    [turn] = rhythm.turns(2026, 2, since=date(2026, 7, 1))
    assert turn.number == 2


@given(DAYS, DAYS, DAYS, st.booleans())
def test_what_is_not_done_is_late_exactly_after_its_last_day(
    first: date, last: date, today: date, done: bool
) -> None:
    found = rhythm.state(first, max(first, last), today, done=done)
    assert (found == "late") == (not done and today > max(first, last))
    assert (found == "done") == done


def test_a_year_that_is_over_is_told_of_only_where_it_is_asked_for() -> None:
    """What was missed in it cannot be made up; a page of that year still says it."""
    today = date(2026, 11, 22)
    assert list(rhythm.years(date(2024, 6, 1), date(2027, 2, 1), today)) == [2026, 2027]
    assert list(rhythm.years(date(2025, 1, 1), date(2025, 12, 31), today)) == [2025]
