"""How long a client file is kept (V21): by law, and shortly where it was about no victim after all."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.core.derive.retention import CLIENT, Kept, kept, plan
from baken.core.events import Event
from baken.core.events import client as past
from baken.core.policy.resolve import resolve
from baken.core.policy.retention import RetentionTerm
from baken.core.vocabulary.client import AGE, ENDING
from baken.core.vocabulary.moments import AMSTERDAM
from baken.core.vocabulary.spans import Span, after
from baken.project.policies import library

TERMS = resolve(library(), "national", date(2026, 11, 22)).retention_list
BEGUN = datetime(2026, 1, 5, 9, tzinfo=AMSTERDAM)
FAR = BEGUN + timedelta(days=366 * 40)
WISH = past.ClientWishNoted("w")
REOPENED = past.ClientReopened("2026-02-02", "w")


def opened(age: str = "adult") -> Event:
    return past.ClientOpened("self", None, None, "asked_for_help", age, "2026-01-12", "w")


def of(*events: Event, age: str = "adult") -> Kept:
    """What counts of a file with these events, a day apart."""
    told = [(event, BEGUN + timedelta(days=day)) for day, event in enumerate((opened(age), *events))]
    found = kept(CLIENT, told, owed=())
    assert found is not None
    return found


def closed(outcome: str = "help_ended") -> Event:
    return past.ClientClosed(outcome, "w")


@pytest.mark.parametrize(
    ("outcome", "age", "category"),
    [
        ("help_ended", "adult", "client"),
        ("help_ended", "minor", "client_minor"),
        ("moved_away", "maybe_minor", "client"),
        ("not_a_victim", "adult", "client_no_victim"),
        ("not_a_victim", "minor", "client_no_victim"),
    ],
)
def test_the_term_goes_by_how_it_ended_and_whether_it_was_a_minor(
    outcome: str, age: str, category: str
) -> None:
    assert plan(TERMS, of(closed(outcome), age=age), FAR).category == category


def test_an_open_file_is_weighed_and_never_destroyed() -> None:
    found = plan(TERMS, of(WISH), FAR)
    assert (found.category, found.then, found.due) == ("client_open", "weigh", False)
    assert found.not_yet


def test_who_came_of_age_meanwhile_keeps_the_term_of_youth_care() -> None:
    grown = past.ClientDescribed("adult", "presumed_victim", "w")
    assert plan(TERMS, of(grown, closed(), age="minor"), FAR).category == "client_minor"


def test_the_law_counts_from_the_last_change_and_no_victim_from_the_closing() -> None:
    law, kind = of(closed()), of(closed("not_a_victim"))
    assert plan(TERMS, law, FAR).goes_at == after(BEGUN + timedelta(days=1), Span(15, "years"))
    late = past.ClientConsentWithdrawn("c", None)
    assert plan(TERMS, of(closed(), late), FAR).goes_at == after(BEGUN + timedelta(days=2), Span(15, "years"))
    assert plan(TERMS, kind, FAR).goes_at == after(BEGUN + timedelta(days=1), Span(4, "weeks"))
    assert plan(TERMS, of(closed("not_a_victim"), late), FAR).goes_at == plan(TERMS, kind, FAR).goes_at


@given(st.sampled_from(tuple(ENDING)), st.sampled_from(tuple(AGE)), st.integers(1, 4))
def test_a_reopened_file_waits_while_it_is_open_and_still_goes_in_the_end(
    outcome: str, age: str, times: int
) -> None:
    again = [closed(), REOPENED] * times
    assert not plan(TERMS, of(*again, age=age), FAR).due
    found = plan(TERMS, of(*again, closed(outcome), age=age), FAR)
    assert found.due
    assert found.goes_at is not None


@given(st.sampled_from(tuple(ENDING)), st.sampled_from(tuple(AGE)))
def test_every_way_to_end_has_exactly_one_date(outcome: str, age: str) -> None:
    found = of(closed(outcome), age=age)
    before, later = plan(TERMS, found, BEGUN), plan(TERMS, found, FAR)
    assert (before.goes_at, before.category) == (later.goes_at, later.category)
    assert (before.due, later.due) == (False, True)


def test_without_a_term_nothing_goes_and_it_says_why() -> None:
    assert plan((), of(closed()), FAR).not_yet


@pytest.mark.parametrize("term", [one for one in TERMS if one.about.startswith("client_file")])
def test_no_term_of_a_client_file_is_nothing(term: RetentionTerm) -> None:
    assert term.keep_for is not None
    for zero in ({"weeks": 0}, {}, {"years": -1}):
        with pytest.raises(ValueError):
            RetentionTerm.model_validate({**term.model_dump(by_alias=True), "keep_for": zero})
