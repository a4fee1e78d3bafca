"""Months and quarters, as laws."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from baken.core.vocabulary.months import last_of_quarter

DAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))


@given(DAYS)
def test_a_quarter_ends_in_march_june_september_or_december(day: date) -> None:
    end = last_of_quarter(day)
    assert day <= end <= day + timedelta(days=92)
    assert end.month in (3, 6, 9, 12)
    assert (end + timedelta(days=1)).day == 1
