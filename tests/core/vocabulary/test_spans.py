"""Days that decide: spans in months and years, birthdays, and which days are no working days (RES-02)."""

from calendar import isleap, monthrange
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.core.vocabulary.moments import AMSTERDAM, civil_date, is_working_day, public_holidays
from baken.core.vocabulary.spans import Span, after, age_on, birthday, last_day

days = st.dates(date(1900, 1, 1), date(2199, 12, 31))
months = st.integers(1, 60)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2026, 11, 30), date(2027, 2, 28)),
        (date(2027, 11, 30), date(2028, 2, 29)),
        (date(2026, 11, 29), date(2027, 2, 28)),
        (date(2026, 11, 28), date(2027, 2, 28)),
        (date(2027, 1, 31), date(2027, 4, 30)),
        (date(2028, 2, 29), date(2028, 5, 29)),
        (date(2026, 12, 31), date(2027, 3, 31)),
        (date(2026, 8, 31), date(2026, 11, 30)),
    ],
)
def test_three_months_end_on_the_same_day_or_the_last_of_a_shorter_month(first: date, last: date) -> None:
    assert last_day(first, Span(3, "months")) == last


@given(days, months)
def test_months_later_it_is_that_month_and_never_a_later_day_of_it(first: date, amount: int) -> None:
    last = last_day(first, Span(amount, "months"))
    assert (last.year - first.year) * 12 + last.month - first.month == amount
    assert last.day == min(first.day, monthrange(last.year, last.month)[1])


@given(days, days, months)
def test_who_begins_later_never_ends_earlier(one: date, other: date, amount: int) -> None:
    first, second = sorted((one, other))
    assert last_day(first, Span(amount, "months")) <= last_day(second, Span(amount, "months"))


@given(days, st.integers(1, 400))
def test_days_and_weeks_are_counted_and_a_year_is_twelve_months(first: date, amount: int) -> None:
    assert last_day(first, Span(amount, "days")) - first == timedelta(days=amount)
    assert last_day(first, Span(amount, "weeks")) - first == timedelta(weeks=amount)
    assert last_day(first, Span(1, "years")) == last_day(first, Span(12, "months"))


@given(days, st.times(), months)
def test_a_span_ends_at_the_last_second_of_its_last_dutch_day(day: date, at: time, amount: int) -> None:
    begins = datetime.combine(day, at, AMSTERDAM)
    ends = after(begins, Span(amount, "months"))
    assert civil_date(ends) == last_day(civil_date(begins), Span(amount, "months"))
    assert (ends.hour, ends.minute, ends.second) == (23, 59, 59)


@given(days, st.integers(0, 100))
def test_somebody_has_an_age_from_the_birthday_on_and_not_a_day_before(born: date, age: int) -> None:
    day = birthday(born, age)
    assert age_on(born, day) == age
    assert age_on(born, day - timedelta(days=1)) == age - 1
    if (born.month, born.day) == (2, 29) and not isleap(day.year):
        assert (day.month, day.day) == (3, 1)
    else:
        assert (day.month, day.day) == (born.month, born.day)


def easter(year: int) -> date:
    """Easter Sunday, by the method of Meeus, Jones and Butcher."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * i) // 451
    month, day = divmod(h + i - 7 * m + 114, 31)
    return date(year, month, day + 1)


def kings_day(year: int) -> date:
    day = date(year, 4, 27)
    return day - timedelta(days=1) if day.weekday() == 6 else day


@pytest.mark.parametrize("year", range(2015, 2100))
def test_the_days_off_of_a_year_are_those_of_the_law(year: int) -> None:
    sunday = easter(year)
    moving = (sunday + timedelta(days=days) for days in (-2, 0, 1, 39, 49, 50))
    fixed = (date(year, month, day) for month, day in ((1, 1), (5, 5), (12, 25), (12, 26)))
    assert public_holidays(year) == {*moving, *fixed, kings_day(year)}


def test_kings_day_moves_off_a_sunday_and_then_the_monday_is_a_working_day() -> None:
    assert not is_working_day(date(2026, 4, 27))
    assert date(2031, 4, 26) in public_holidays(2031)
    assert is_working_day(date(2031, 4, 28))
