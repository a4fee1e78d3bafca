"""Days that do not exist, in the middle of free text."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.intake.dates import impossible_day


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)), st.sampled_from("-/."))
def test_every_day_of_the_calendar_is_possible(day: date, between: str) -> None:
    written = between.join((str(day.day), str(day.month), str(day.year)))
    assert impossible_day(f"op {written} om 10.30 uur") == ""
    assert impossible_day(day.isoformat()) == ""


@pytest.mark.parametrize(
    "text", ["30-02-2026", "op 31/4/2026 's nachts", "12.31.2025", "2026-02-30", "0-1-2026"]
)
def test_a_day_that_no_calendar_has_is_found(text: str) -> None:
    assert impossible_day(text)


@pytest.mark.parametrize(
    "text", ["", "elke nacht sinds mei", "tussen 10.30 en 11.00", "06-12345678", "17 jaar", "2026"]
)
def test_words_and_other_numbers_are_left_alone(text: str) -> None:
    assert impossible_day(text) == ""
