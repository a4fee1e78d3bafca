"""Assumptions that somebody tells: read strictly, or refused with one line for each mistake."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.core.figures.assumed import MIX, Assumptions, Span
from baken.core.figures.told_assumed import assumptions

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=10,
)


def test_what_is_told_goes_before_what_was_assumed_and_the_rest_stays() -> None:
    errors: list[str] = []
    found = assumptions(
        {
            "minutes": {"assess": [1, 2, 3]},
            "mix": {"urgency": {"acute": 0.25, "not_acute": 0.75}},
            "times": {"meeting": 3},
            "unsure": 0,
        },
        errors,
    )
    assert errors == []
    assert found.minutes["assess"] == Span(1, 2, 3)
    assert found.minutes["receive"] == Assumptions().minutes["receive"]
    assert found.mix["urgency"] == {"acute": 0.25, "not_acute": 0.75}
    assert found.mix["age"] == MIX["age"].shares
    assert (found.times, found.unsure) == ({"meeting": 3.0}, 0.0)


def test_nothing_told_is_what_was_assumed() -> None:
    assert assumptions({}, []) == Assumptions()


@pytest.mark.parametrize(
    ("told", "error"),
    [
        ([], "assumptions: an object is asked"),
        (
            {"minute": {}},
            "assumptions: 'minute' is not one of minutes, mix, times, unsure; did you mean 'minutes'?",
        ),
        ({"minutes": {"receive": 5}}, "assumptions.minutes.receive: three numbers are asked"),
        ({"minutes": {"receive": [5, 4, 9]}}, "assumptions.minutes.receive: at least, mostly and at most"),
        (
            {"minutes": {"receive": [-1, 4, 9]}},
            "assumptions.minutes.receive: a number from 0 to 10000 is asked",
        ),
        (
            {"minutes": {"receive": [True, 4, 9]}},
            "assumptions.minutes.receive: a number from 0 to 10000 is asked",
        ),
        ({"minutes": {"receive": [1, 4, float("nan")]}}, "assumptions.minutes.receive: a number from 0"),
        ({"mix": {"urgency": {"acute": 0.5}}}, "assumptions.mix.urgency: the shares add up to 0.5"),
        (
            {"mix": {"urgency": {"spoed": 1}}},
            "assumptions.mix.urgency: 'spoed' is not one of acute, not_acute",
        ),
        ({"mix": {"urgency": 1}}, "assumptions.mix.urgency: an object is asked"),
        ({"times": {"meeting": -1}}, "assumptions.times.meeting: a number from 0 to 1000 is asked"),
        ({"unsure": 2}, "assumptions.unsure: a number from 0 to 1 is asked"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(told: Any, error: str) -> None:
    errors: list[str] = []
    assumptions(told, errors)
    assert any(one.startswith(error) for one in errors), errors


@given(JSON | st.dictionaries(st.sampled_from(["minutes", "mix", "times", "unsure"]), JSON))
def test_whatever_is_told_there_is_an_answer_that_can_be_counted_with(told: Any) -> None:
    """Wrong or not, nothing breaks, and every mistake is one printable line."""
    errors: list[str] = []
    found = assumptions(told, errors)
    assert set(found.mix) == set(MIX)
    assert 0 <= found.unsure <= 1
    assert all("\n" not in error for error in errors)
