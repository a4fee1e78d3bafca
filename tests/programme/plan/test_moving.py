"""Where the day of an action falls in the next edition, as laws."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from baken.core.vocabulary.months import last_of_month
from baken.programme.plan.moving import after, months_between, moved

DAYS = st.dates(date(2000, 1, 1), date(2060, 12, 31))
MONTHS = st.integers(0, 120)


@given(DAYS, MONTHS)
def test_a_day_moves_by_whole_months_and_the_end_of_a_month_stays_one(day: date, months: int) -> None:
    later = after(day, months)
    assert months_between(day, later) == months
    if day == last_of_month(day.year, day.month):
        assert later == last_of_month(later.year, later.month)
    else:
        assert later.day <= day.day


@given(DAYS, st.integers(0, 400), st.integers(1, 1500), DAYS, MONTHS)
def test_a_moved_day_never_falls_outside_the_next_edition(
    first: date, gap: int, length: int, on: date, months: int
) -> None:
    last = first + timedelta(days=length)
    found = moved("month", on, None, months, first, last)
    assert found is not None
    assert first <= found <= last


@given(DAYS, st.integers(1, 6), DAYS, MONTHS)
def test_what_repeats_keeps_its_rhythm(on: date, years: int, first: date, months: int) -> None:
    """PROG-04: every two years in December stays in the same Decembers, however long an edition lasts."""
    on = last_of_month(on.year, on.month)
    found = moved("every", on, years, months, first, first + timedelta(days=700))
    assert found is not None
    assert found.month == on.month
    assert (found.year - on.year) % years == 0
    assert found >= on
    assert found >= first
    assert found == on or found < date(first.year + years + 1, first.month, 1)


def test_what_has_no_day_gets_none() -> None:
    assert moved("ongoing", None, None, 24, date(2026, 1, 1), date(2027, 12, 31)) is None
