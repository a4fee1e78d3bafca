"""How people write a length of time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.core.vocabulary.hours import MOST_MINUTES, in_hours, in_words, minutes


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("20", 20),
        ("20 min", 20),
        ("20min.", 20),
        ("20 minuten", 20),
        (" 20  MINUTEN ", 20),
        ("1u30", 90),
        ("1u 30m", 90),
        ("1:30", 90),
        ("1h05", 65),
        ("1u5", 65),
        ("1 uur en 30 minuten", 90),
        ("0,5 uur", 30),
        ("0.5 uur", 30),
        ("1,25 u", 75),
        ("2 uur", 120),
        ("2 hours", 120),
        ("een half uur", 30),
        ("kwartier", 15),
        ("anderhalf uur", 90),
        ("0", 0),
    ],
)
def test_the_ways_in_which_people_write_time_are_understood(written: str, found: int) -> None:
    assert minutes(written) == found


@pytest.mark.parametrize(
    "written",
    [
        "",
        "even",
        "1,5",
        "1.30",
        "1:60",
        "1:5",
        "1u60",
        "-20",
        "+20",
        "20 sec",
        "1 uur en",
        "u30",
        "２０",
        "1e3",
        "20 20",
        "99999",
    ],
)
def test_what_is_no_length_or_may_be_two_is_none(written: str) -> None:
    """Better asked again than booked wrongly."""
    assert minutes(written) is None


@given(st.text(max_size=60))
def test_whatever_is_typed_it_is_a_number_of_minutes_or_none(written: str) -> None:
    found = minutes(written)
    assert found is None or found >= 0


@given(st.integers(0, MOST_MINUTES))
def test_what_is_said_is_read_back(number: int) -> None:
    """In both languages, so that what a page shows can be typed in again."""
    said = in_words(number)
    assert minutes(said.nl) == minutes(said.en) == number


@given(st.integers(0, 99), st.integers(0, 59))
def test_hours_with_minutes_are_read_the_same_in_every_form(hours: int, rest: int) -> None:
    forms = [f"{hours}:{rest:02}", f"{hours}u{rest:02}", f"{hours} uur {rest} min", f"{hours}h{rest}"]
    assert {minutes(form) for form in forms} == {hours * 60 + rest}


@given(st.integers(0, 99), st.integers(0, 59))
def test_a_broken_hour_is_no_more_than_half_a_minute_away(hours: int, rest: int) -> None:
    """Three figures behind the comma are finer than a minute."""
    written = f"{hours + rest / 60:.3f} uur".replace(".", ",")
    assert minutes(written) == hours * 60 + rest


@given(st.integers(0, 10**6))
def test_whole_hours_are_never_more_than_half_an_hour_away(number: int) -> None:
    assert abs(in_hours(number) * 60 - number) <= 30
