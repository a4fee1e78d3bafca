"""What the documents reserve: sixty hours a year, one a week, or nothing (FIN-01)."""

from datetime import date, timedelta

from baken.core.policy.bundle import Bundle
from baken.core.policy.resolve import resolve
from baken.programme.hours import queries
from baken.project.policies import library
from baken.tenancy.scope import scope
from tests.programme.hours.booking import Booking

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)


def _policy(name: str) -> Bundle:
    return resolve(library(), name, LAST)


def test_an_hour_a_week_is_counted_for_the_year_so_far_and_for_the_whole_year(
    db: None, there: Booking
) -> None:
    """Montfoort (FIN-01): one hour a week."""
    with scope(there.town.montfoort.id):
        found = queries.reserved(2026, _policy("montfoort"), date(2026, 7, 1))
    assert found is not None
    assert (found.weekly, found.hours, found.so_far) == (1, 52, 26)


def test_sixty_hours_a_year_is_what_woerden_says(there: Booking) -> None:
    """FIN-01."""
    with scope(there.town.woerden.id):
        found = queries.reserved(2026, _policy("woerden"), LAST)
    assert found is not None
    assert (found.weekly, found.hours, found.so_far, found.own) == (None, 60, 60, False)
    assert found.says_who is not None
    assert "woerden-beleid" not in found.says_who.nl, "the title of the document, and not its id"


def test_an_evaluation_lays_what_was_used_beside_what_was_reserved_for_the_same_days(there: Booking) -> None:
    """FIN-01, FIN-06: a year from July to June has the hours of one year, not of the two that it touches."""
    with scope(there.town.woerden.id):
        policy = _policy("woerden")
        assert queries.reserved_between(date(2025, 7, 1), date(2026, 6, 30), policy, LAST) == 60
        assert queries.reserved_between(FIRST, LAST, policy, LAST) == 60
        assert queries.reserved_between(date(2025, 1, 1), LAST, policy, LAST) == 120
        assert queries.reserved_between(FIRST, LAST, _policy("hoorn"), LAST) is None


def test_where_the_documents_give_no_number_none_is_made_up(there: Booking) -> None:
    """West-Friesland (FIN-01)."""
    with scope(there.town.woerden.id):
        assert queries.reserved(2026, _policy("hoorn"), LAST) is None


def test_what_belongs_to_the_days_gone_by_grows_to_the_whole_and_never_beyond(there: Booking) -> None:
    with scope(there.town.woerden.id):
        found = [
            queries.reserved(2026, _policy("woerden"), FIRST + timedelta(days=days))
            for days in range(-5, 400)
        ]
    parts = [one.so_far for one in found if one]
    assert parts == sorted(parts)
    assert (parts[0], parts[-1]) == (0, 60)
