"""Who is due for training again: laws of the term, and the leap day (TRAIN-04)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.core.derive.training import (
    SOON,
    Given,
    Term,
    due_again,
    of_layer,
    standing,
    years_after,
)

DAYS = st.dates(date(2000, 1, 1), date(2090, 12, 31))
YEARS = st.integers(1, 5)
TERMS = st.one_of(YEARS.map(lambda n: Term(every_years=n)), st.integers(1, 4).map(lambda n: Term(times=n)))
SESSIONS = st.lists(
    st.builds(
        Given,
        on=DAYS,
        layer=st.sampled_from(["awareness", "in_depth"]),
        form=st.sampled_from(["session", "e_learning", "meeting", "webinar", "brochure"]),
        reached=st.integers(0, 40),
    ),
    max_size=8,
)
TWO_YEARS = Term(every_years=2)


@given(DAYS, YEARS)
def test_a_term_of_years_ends_on_the_same_civil_day(day: date, years: int) -> None:
    then = years_after(day, years)
    assert then.year == day.year + years
    if (day.month, day.day) == (2, 29):
        assert (then.month, then.day) in ((2, 28), (2, 29))
    else:
        assert (then.month, then.day) == (day.month, day.day)


@pytest.mark.parametrize(
    ("trained", "due"),
    [
        (date(2024, 2, 29), date(2026, 2, 28)),
        (date(2023, 2, 28), date(2025, 2, 28)),
        (date(2022, 2, 28), date(2024, 2, 28)),
        (date(2024, 3, 1), date(2026, 3, 1)),
        (date(2024, 12, 31), date(2026, 12, 31)),
    ],
)
def test_two_years_are_two_civil_years_also_around_a_leap_day(trained: date, due: date) -> None:
    assert due_again([trained], TWO_YEARS) == due


def test_four_years_after_a_leap_day_is_a_leap_day() -> None:
    assert years_after(date(2024, 2, 29), 4) == date(2028, 2, 29)


@given(TERMS, DAYS)
def test_who_was_never_trained_has_no_day_but_is_never_trained(term: Term, today: date) -> None:
    found = standing([], term, today)
    assert (found.state, found.last, found.due, found.reached) == ("never", None, None, 0)


@given(st.lists(DAYS, min_size=1, max_size=8), TERMS)
def test_nobody_is_due_before_the_first_training(days: list[date], term: Term) -> None:
    due = due_again(days, term)
    assert due is not None
    assert due > min(days)


@given(st.lists(DAYS, min_size=1, max_size=8), YEARS)
def test_a_term_of_years_runs_from_the_last_training_alone(days: list[date], years: int) -> None:
    assert due_again(days, Term(every_years=years)) == years_after(max(days), years)


@given(st.lists(DAYS, max_size=8), TERMS, DAYS)
def test_another_training_never_brings_the_due_day_nearer(days: list[date], term: Term, more: date) -> None:
    before = due_again(days, term)
    after = due_again([*days, max([more, *days])], term)
    assert before is None or (after is not None and after >= before)


@given(st.lists(DAYS, min_size=1, max_size=8), TERMS)
def test_the_order_in_which_they_were_written_down_says_nothing(days: list[date], term: Term) -> None:
    assert due_again(days, term) == due_again(sorted(days, reverse=True), term)


@given(st.lists(DAYS, min_size=1, max_size=8), st.integers(1, 4), DAYS)
def test_so_many_times_in_the_last_year_is_in_time(days: list[date], times: int, today: date) -> None:
    """Yearly upkeep: whoever held as many as asked in the year before today is not late."""
    lately = [day for day in days if years_after(today, -1) < day <= today]
    found = standing([Given(day, "awareness", "webinar", 3) for day in days], Term(times=times), today)
    if len(lately) >= times:
        assert found.state in ("soon", "fine")


@given(SESSIONS, TERMS, DAYS)
def test_a_state_says_what_the_due_day_says(sessions: list[Given], term: Term, today: date) -> None:
    found = standing(sessions, term, today)
    expected = {
        "never": found.last is None,
        "late": found.due is not None and found.due < today,
        "soon": found.due is not None and today <= found.due <= today + SOON,
        "fine": found.due is not None and found.due > today + SOON,
        "open": False,
    }
    assert expected[found.state]
    assert found.last is None or found.last <= today


@given(SESSIONS, DAYS)
def test_without_a_term_nobody_is_late(sessions: list[Given], today: date) -> None:
    found = standing(sessions, None, today)
    assert found.due is None
    assert found.state in ("never", "open")


@given(SESSIONS, TERMS, DAYS)
def test_what_nobody_came_to_and_what_is_still_to_come_change_nothing(
    sessions: list[Given], term: Term, today: date
) -> None:
    empty = Given(today, "awareness", "session", 0)
    later = Given(today + timedelta(days=1), "awareness", "session", 12)
    assert standing([*sessions, empty, later], term, today) == standing(sessions, term, today)


@given(SESSIONS, TERMS, DAYS)
def test_reach_is_what_was_reached_in_the_running_term_and_no_more(
    sessions: list[Given], term: Term, today: date
) -> None:
    found = standing(sessions, term, today)
    assert found.reached == sum(one.reached for one in sessions if found.since < one.on <= today)


@given(SESSIONS)
def test_a_brochure_keeps_up_but_trains_nobody(sessions: list[Given]) -> None:
    kept = of_layer(sessions, "awareness")
    assert all(one.form in {"session", "e_learning", "meeting"} for one in kept)
    assert all(one.layer == "awareness" for one in kept)
