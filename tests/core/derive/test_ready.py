"""When an action is ready: in words and back, the days in which it falls, and how it stands (PROG-04)."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from baken.core.derive.ready import Done, occurrences, standing
from baken.core.derive.ready_words import parse_ready, ready_words
from baken.core.policy.ready import Ready
from baken.core.vocabulary.months import last_of_month, last_of_quarter

DAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))
START, END = date(2022, 9, 1), date(2024, 12, 31)
TWO_YEARLY = Ready(kind="every", every_years=2, month=12, on=date(2024, 12, 31))
TWICE = Ready(kind="times", times=2)
QUARTER = Ready(kind="quarter", on=date(2023, 3, 31))


@st.composite
def readies(draw: st.DrawFn) -> Ready:
    day = draw(DAYS)
    month_end = last_of_month(day.year, day.month)
    return draw(
        st.sampled_from(
            (
                Ready(kind="ongoing"),
                Ready(kind="date", on=day),
                Ready(kind="month", on=month_end),
                Ready(kind="quarter", on=last_of_quarter(day)),
                Ready(kind="every", every_years=draw(st.integers(1, 20)), month=day.month, on=month_end),
                Ready(kind="times", times=draw(st.integers(1, 12))),
            )
        )
    )


@st.composite
def programmes(draw: st.DrawFn) -> tuple[date, date]:
    first = draw(DAYS)
    return first, first + timedelta(days=draw(st.integers(0, 3000)))


@given(readies())
def test_words_read_back_are_what_was_said_in_both_languages(ready: Ready) -> None:
    words = ready_words(ready)
    assert parse_ready(words.nl) == ready
    assert parse_ready(words.en) == ready


@given(readies(), programmes())
def test_what_falls_lies_inside_the_programme_in_order_and_never_ends_before_it_begins(
    ready: Ready, programme: tuple[date, date]
) -> None:
    falls = occurrences(ready, *programme)
    assert falls == sorted(falls, key=lambda one: one.first)
    assert all(programme[0] <= one.first <= one.last <= programme[1] for one in falls)
    assert all(one.last < other.first for one, other in pairwise(falls))


@given(readies(), programmes(), st.lists(st.builds(Done, DAYS, st.booleans()), max_size=4), DAYS)
def test_nothing_is_late_before_its_last_day_passed_and_nothing_due_is_forgotten(
    ready: Ready, programme: tuple[date, date], done: list[Done], today: date
) -> None:
    found = standing(ready, *programme, done, today)
    if found.state == "late":
        assert found.next_due is not None
        assert found.next_due < today
    if found.state in ("open", "due") and found.next_due is not None:
        assert found.next_due >= today
    assert (found.state == "ongoing") == (ready.kind == "ongoing")
    assert found.proved is None or any(one.on <= today for one in done)


@given(readies(), programmes(), DAYS)
def test_without_progress_nothing_is_done_or_proved(
    ready: Ready, programme: tuple[date, date], today: date
) -> None:
    found = standing(ready, *programme, [], today)
    assert found.state != "done"
    assert found.done == 0
    assert found.proved is None


@given(readies(), programmes(), DAYS, st.lists(st.builds(Done, DAYS, st.just(True)), max_size=4))
def test_what_is_done_later_than_today_does_not_count_yet(
    ready: Ready, programme: tuple[date, date], today: date, done: list[Done]
) -> None:
    later = [one for one in done if one.on > today]
    assert standing(ready, *programme, later, today) == standing(ready, *programme, [], today)


@pytest.mark.parametrize(
    ("words", "kind", "on"),
    [
        ("Doorlopend", "ongoing", None),
        ("September 2022", "month", date(2022, 9, 30)),
        ("sept. 2022", "month", date(2022, 9, 30)),
        ("uiterlijk december 2022", "month", date(2022, 12, 31)),
        ("Q1 2023", "quarter", date(2023, 3, 31)),
        ("2023-Q2", "quarter", date(2023, 6, 30)),
        ("1e kwartaal 2024", "quarter", date(2024, 3, 31)),
        ("derde kwartaal van 2023", "quarter", date(2023, 9, 30)),
        ("Q3-2023", "quarter", date(2023, 9, 30)),
        ("3e kw. 2023", "quarter", date(2023, 9, 30)),
        ("eind december 2022", "month", date(2022, 12, 31)),
        ("structureel", "ongoing", None),
        ("1-12-2022", "date", date(2022, 12, 1)),
        ("2022-12-01", "date", date(2022, 12, 1)),
        ("29 februari 2024", "date", date(2024, 2, 29)),
    ],
)
def test_the_words_of_municipal_tables_are_understood(words: str, kind: str, on: date | None) -> None:
    found = parse_ready(words)
    assert found is not None
    assert (found.kind, found.on) == (kind, on)


@pytest.mark.parametrize(
    "words", ["Twee jaarlijks in\ndecember", "tweejaarlijks in december", "Elk twee jaar in december"]
)
def test_every_two_years_without_a_year_begins_two_years_after_the_programme(words: str) -> None:
    """The regional evaluation: the plan starts in September 2022 and is evaluated two years later in December."""
    assert parse_ready(words, START) == TWO_YEARLY
    assert parse_ready(words) is None


def test_each_year_begins_at_once() -> None:
    found = parse_ready("jaarlijks in oktober", date(2024, 1, 1))
    assert found is not None
    assert (found.every_years, found.on) == (1, date(2024, 10, 31))


@pytest.mark.parametrize(
    "words", ["min. 2x per jaar", "minimaal 2 keer per jaar", "Twee keer per jaar", "twice a year"]
)
def test_times_a_year_are_understood(words: str) -> None:
    assert parse_ready(words) == TWICE


@pytest.mark.parametrize(
    "words",
    [
        "",
        "ooit",
        "2",
        "Q5 2023",
        "eind 2023",
        "31 februari 2023",
        "elke 40 jaar in mei",
        "0x per jaar",
        "13-2022",
    ],
)
def test_what_nobody_can_be_sure_of_is_left_to_a_person(words: str) -> None:
    assert parse_ready(words, START) is None


def test_a_quarter_is_open_then_due_then_late_and_then_done() -> None:
    def state(today: date, *done: Done) -> str:
        return standing(QUARTER, START, END, done, today).state

    assert state(date(2022, 12, 31)) == "open"
    assert state(date(2023, 1, 1)) == "due"
    assert state(date(2023, 3, 31)) == "due"
    assert state(date(2023, 4, 1)) == "late"
    assert state(date(2023, 4, 1), Done(date(2023, 4, 1), False)) == "done"


def test_done_without_evidence_is_not_proved() -> None:
    done = [Done(date(2023, 2, 1), False)]
    assert standing(QUARTER, START, END, done, date(2023, 5, 1)).proved is False
    assert (
        standing(QUARTER, START, END, [*done, Done(date(2023, 3, 1), True)], date(2023, 5, 1)).proved is True
    )


def test_twice_a_year_counts_what_was_done_and_lets_somebody_catch_up() -> None:
    june, july = Done(date(2023, 2, 1), True), Done(date(2023, 7, 2), True)
    assert standing(TWICE, START, END, [], date(2023, 7, 1)).state == "late"
    assert standing(TWICE, START, END, [june], date(2023, 5, 1)).state == "done"
    now = standing(TWICE, START, END, [june], date(2023, 7, 1))
    assert (now.state, now.done, now.owed, now.next_due) == ("due", 1, 2, date(2023, 12, 31))
    both = standing(TWICE, START, END, [june, july], date(2023, 8, 1))
    assert (both.state, both.done, both.next_due) == ("done", 2, date(2024, 6, 30))
    caught = standing(TWICE, START, END, [july, Done(date(2023, 7, 9), True)], date(2023, 8, 1))
    assert caught.state == "done"


def test_a_programme_that_begins_in_september_owes_one_turn_of_two_that_year() -> None:
    assert standing(TWICE, START, END, [], date(2022, 10, 1)).owed == 1


def test_every_two_years_counts_in_its_month_later_or_earlier_in_its_year() -> None:
    long = date(2028, 12, 31)

    def state(today: date, *done: date) -> tuple[str, date | None]:
        found = standing(TWO_YEARLY, START, long, [Done(one, True) for one in done], today)
        return found.state, found.next_due

    assert state(date(2024, 9, 30)) == ("open", date(2024, 12, 31))
    assert state(date(2024, 10, 1)) == ("due", date(2024, 12, 31))
    assert state(date(2025, 1, 1)) == ("late", date(2024, 12, 31))
    assert state(date(2025, 1, 20), date(2025, 1, 15)) == ("done", date(2026, 12, 31))
    assert state(date(2024, 12, 1), date(2024, 11, 15)) == ("done", date(2026, 12, 31))
    assert state(date(2025, 2, 1), date(2024, 12, 15), date(2025, 1, 15)) == ("done", date(2026, 12, 31))
    assert state(date(2026, 11, 22), date(2024, 12, 15), date(2025, 1, 15)) == ("due", date(2026, 12, 31))
    assert state(date(2027, 1, 1), date(2026, 12, 15)) == ("done", date(2028, 12, 31))


def test_what_is_ongoing_is_never_due() -> None:
    found = standing(Ready(kind="ongoing"), START, END, [Done(date(2024, 1, 3), False)], date(2024, 5, 1))
    assert (found.state, found.next_due, found.done, found.proved) == ("ongoing", None, 1, False)


@pytest.mark.parametrize(
    "raw",
    [
        {"kind": "month"},
        {"kind": "ongoing", "times": 2},
        {"kind": "times"},
        {"kind": "times", "times": 0},
        {"kind": "every", "every_years": 2, "month": 12},
        {"kind": "every", "every_years": 2, "month": 12, "on": "2024-11-30"},
        {"kind": "month", "on": "2022-09-15"},
        {"kind": "quarter", "on": "2023-02-28"},
        {"kind": "date", "on": "2023-02-30"},
        {"kind": "someday"},
    ],
)
def test_a_ready_that_says_too_much_or_too_little_is_refused(raw: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Ready.model_validate(raw)
