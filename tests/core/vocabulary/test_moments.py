"""Terms are counted in hours, Dutch calendar days and Dutch working days, also across clock changes."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.core.vocabulary.moments import (
    AMSTERDAM,
    Duration,
    NaiveMoment,
    add,
    aware,
    civil_date,
    is_working_day,
)

MOMENTS = st.integers(0, 15 * 365 * 24 * 60).map(
    lambda minutes: datetime(2020, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)


def test_naive_moment_is_refused() -> None:
    with pytest.raises(NaiveMoment):
        aware(datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None))


def test_civil_date_is_the_dutch_day() -> None:
    assert civil_date(datetime(2026, 6, 30, 22, 30, tzinfo=UTC)) == date(2026, 7, 1)


@pytest.mark.parametrize("day", [(2026, 3, 28), (2026, 10, 24)])
def test_a_day_in_hours_is_24_real_hours_across_the_clock_change(day: tuple[int, int, int]) -> None:
    start = datetime(*day, 12, tzinfo=AMSTERDAM)
    end = add(start, Duration(24, "hours"))
    assert end.astimezone(UTC) - start.astimezone(UTC) == timedelta(hours=24)
    assert end.hour in (11, 13)


def test_a_term_in_days_ends_with_its_last_dutch_day() -> None:
    start = datetime(2026, 10, 24, 23, 30, tzinfo=AMSTERDAM)
    assert add(start, Duration(1, "days")) == datetime(2026, 10, 25, 23, 59, 59, tzinfo=AMSTERDAM)


@pytest.mark.parametrize(
    ("start", "amount", "last"),
    [
        (date(2026, 11, 20), 1, date(2026, 11, 23)),  # Friday to Monday
        (date(2026, 4, 2), 1, date(2026, 4, 7)),  # over Good Friday and Easter Monday
        (date(2026, 5, 4), 1, date(2026, 5, 6)),  # 5 May is no working day in any year
        (date(2026, 12, 24), 2, date(2026, 12, 29)),  # over Christmas and the weekend
        (date(2026, 12, 31), 1, date(2027, 1, 4)),  # over the new year
    ],
)
def test_working_days_skip_weekends_and_holidays(start: date, amount: int, last: date) -> None:
    moment = datetime(start.year, start.month, start.day, 10, tzinfo=AMSTERDAM)
    assert civil_date(add(moment, Duration(amount, "working_days"))) == last


@given(MOMENTS, st.integers(1, 60))
def test_a_term_in_working_days_ends_on_a_working_day(start: datetime, amount: int) -> None:
    end = civil_date(add(start, Duration(amount, "working_days")))
    assert is_working_day(end)
    passed = sum(
        is_working_day(civil_date(start) + timedelta(days=n + 1))
        for n in range((end - civil_date(start)).days)
    )
    assert passed == amount


@given(MOMENTS, st.integers(1, 500), st.sampled_from(["hours", "days", "working_days"]))
def test_a_longer_term_never_ends_earlier(start: datetime, amount: int, unit: str) -> None:
    first, second = (add(start, Duration(n, unit)) for n in (amount, amount + 1))  # type: ignore[arg-type]
    assert start < first <= second
