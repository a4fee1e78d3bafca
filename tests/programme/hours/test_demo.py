"""The hours of the demonstration."""

from datetime import date, timedelta

import pytest

from baken.core.vocabulary.hours import KINDS
from baken.project.demo.programme_hours import BOOKED, lines


def test_woerden_used_twenty_three_of_its_sixty_hours_in_november() -> None:
    """FIN-01, as the pages show it."""
    this_year = [minutes for on, _, minutes, _ in lines("woerden", date(2026, 11, 22)) if on.year == 2026]
    assert sum(this_year) == 23 * 60


@pytest.mark.parametrize("slug", sorted(BOOKED))
def test_nothing_is_booked_for_a_day_to_come_and_each_day_has_one_line(slug: str) -> None:
    for days in range(0, 366, 13):
        today = date(2026, 1, 1) + timedelta(days=days)
        told = [on for on, *_ in lines(slug, today)]
        assert max(told) <= today
        assert len(told) == len(set(told))
    assert {kind for _, _, kind, _, _ in BOOKED[slug]} <= set(KINDS)
