"""The month in which a request is answered: the same day one month on, at the end of a working day (AVG 12(3))."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.core.derive.rights import answer_by, clock, days_left, fold, months_later
from baken.core.events import request as past
from baken.core.vocabulary.moments import AMSTERDAM, is_working_day

DAYS = st.dates(date(2026, 1, 1), date(2031, 12, 31))


@pytest.mark.parametrize(
    ("received", "extended", "by"),
    [
        ("2026-11-03", False, "2026-12-03"),
        ("2026-01-31", False, "2026-03-02"),  # February has no 31st, and the 28th is a Saturday
        ("2026-11-25", False, "2026-12-28"),  # Christmas, then a weekend
        ("2026-11-03", True, "2027-02-03"),
        ("2028-01-31", False, "2028-02-29"),
    ],
)
def test_the_last_day_of_the_month_is_a_working_day(received: str, extended: bool, by: str) -> None:
    assert answer_by(date.fromisoformat(received), extended=extended).date() == date.fromisoformat(by)


@given(DAYS, st.integers(0, 24))
def test_so_many_months_later_is_that_month_and_never_a_later_day(day: date, months: int) -> None:
    later = months_later(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day <= day.day
    assert later.day == day.day or months_later(later, 0) == later


@given(DAYS, st.booleans())
def test_an_answer_is_never_due_on_a_day_off_and_never_before_the_month_is_over(
    day: date, extended: bool
) -> None:
    by = answer_by(day, extended=extended)
    assert is_working_day(by.date())
    assert months_later(day, 3 if extended else 1) <= by.date() <= day + timedelta(days=102)


@given(DAYS, st.integers(0, 120))
def test_the_clock_runs_out_exactly_after_the_last_moment(day: date, later: int) -> None:
    at = datetime.combine(day, datetime.min.time(), AMSTERDAM)
    state = fold([(past.RequestReceived("access", day.isoformat(), "digid", "ref"), at)])
    now = at + timedelta(days=later)
    assert clock(state, now) == ("late" if now > state.answer_by else "running")
    assert (days_left(state, now) < 0) == (clock(state, now) == "late")
    answered = fold(
        [
            (past.RequestReceived("access", day.isoformat(), "digid", "ref"), at),
            (past.RequestAnswered("met", "post"), now),
        ]
    )
    assert clock(answered, now) == "answered"
