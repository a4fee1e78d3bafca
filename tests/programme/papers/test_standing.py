"""How a paper stands follows from its days: it is warned about half a year before it ends (PROG-09)."""

from datetime import date, timedelta
from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st

from baken.core.vocabulary.spans import last_day
from baken.programme.papers.models import Paper
from baken.programme.papers.standing import WARN, standings, state_of, warned_from

DAYS = st.dates(date(2001, 1, 1), date(2099, 12, 31))
TODAY = date(2026, 11, 22)


def paper(**told: object) -> Paper:
    return Paper(id=uuid4(), title="Stuk", domain="", owner="team", **told)


def state(**told: object) -> str:
    return state_of(paper(**told), frozenset(), TODAY)


@given(DAYS)
def test_the_warning_begins_on_the_first_day_from_which_half_a_year_reaches_the_end(until: date) -> None:
    begin = warned_from(until)
    assert last_day(begin, WARN) >= until
    assert last_day(begin - timedelta(days=1), WARN) < until


def test_a_paper_is_in_force_then_ends_and_then_has_expired() -> None:
    assert state(until_date=date(2027, 5, 23)) == "current"
    assert state(until_date=date(2027, 5, 22)) == "ending"
    assert state(until_date=date(2026, 11, 22)) == "ending"
    assert state(until_date=date(2026, 11, 21)) == "over"
    assert state() == "current"
    assert state(from_date=date(2027, 1, 1)) == "later"


def test_the_papers_of_the_documents_stand_as_their_years_say() -> None:
    """The safety plans end in 2026, the housing vision in 2024, and the housing note of Montfoort names no end."""
    assert state(from_date=date(2023, 1, 1), until_date=date(2026, 12, 31)) == "ending"
    assert state(from_date=date(2015, 1, 1), until_date=date(2024, 12, 31)) == "over"
    assert state(from_date=date(2013, 1, 1), adapted_on=date(2019, 7, 31)) == "current"


def test_what_is_being_updated_warns_nobody() -> None:
    (found,) = standings([paper(until_date=date(2026, 12, 1), updating=True)], TODAY)
    assert (found.state, found.warns) == ("updating", False)


def test_a_successor_takes_the_place_of_a_paper_from_the_day_it_counts() -> None:
    old = paper(until_date=date(2026, 12, 31))
    later, now = (paper(replaces=old.id, from_date=day) for day in (date(2027, 1, 1), date(2026, 11, 1)))
    assert [one.state for one in standings([old, later], TODAY)] == ["ending", "later"]
    assert [one.state for one in standings([old, now], TODAY)] == ["replaced", "current"]
