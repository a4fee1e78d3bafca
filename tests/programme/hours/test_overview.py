"""What is reserved, what was used, on what and in which month (FIN-01, FIN-05)."""

from datetime import date, timedelta

import pytest

from baken.clock import now
from baken.core.vocabulary.hours import KINDS
from baken.programme.common import frozen
from baken.programme.hours import queries
from baken.tenancy.scope import scope
from tests.programme.hours.booking import Booking


def _reserve(there: Booking, hours: str, reason: str = "collegebesluit", visitor: str = "adviser") -> int:
    page = f"reserveren/{there.today.year}/"
    return there.send(page, visitor, hours=hours, reason=reason).status_code


def test_before_anything_is_booked_the_page_says_what_will_stand_there(there: Booking) -> None:
    page = there.text()
    assert "Nog geen uren in dit jaar" in page
    assert "Hoeveel er gereserveerd is, staat nergens vast." in page
    assert "U schreef nog geen uren" in page


def test_says_what_is_reserved_and_what_was_used(there: Booking) -> None:
    """FIN-01: "60 gereserveerd, 23 gebruikt"."""
    assert _reserve(there, "60") == 303
    for _number in range(3):
        there.book("7u40")
    page = there.text()
    assert "60 uur gereserveerd, 23 uur gebruikt." in page
    assert "Zelf vastgelegd: collegebesluit" in page


def test_only_hours_of_focal_points_count_against_what_is_reserved_for_them(there: Booking) -> None:
    """FIN-01 speaks of the focal point; a care coordinator's or adviser's hours stand beside it."""
    there.book("2 uur")
    there.book("3 uur", "lead", kind="meetings")
    there.book("10 uur", "adviser", kind="programme")
    with scope(there.town.woerden.id):
        found = queries.year(None, now())
    assert (found.used, found.others) == (300, 600)
    page = there.text()
    assert "5 uur gebruikt" in page
    assert "Anderen" in page


def test_sums_stand_per_kind_and_per_month_and_agree(there: Booking) -> None:
    """Whatever way the hours are split, they add up to the same."""
    first = date(there.today.year, 1, 1)
    days = [first, min(first + timedelta(days=40), there.today), there.today]
    for day, kind in zip(days, ("signal", "training", "outreach"), strict=True):
        there.book("45", on=day.isoformat(), kind=kind)
    with scope(there.town.woerden.id):
        found = queries.year(None, now())
    assert sum(own for _, own, _ in found.by_kind) == sum(own for _, own, _ in found.by_month) == found.used
    assert {str(name.nl) for name, own, _ in found.by_kind if own} == {
        KINDS[kind].nl for kind in ("signal", "training", "outreach")
    }


def test_another_year_is_looked_at_by_its_link(there: Booking) -> None:
    last_year = there.today.year - 1
    there.book("3 uur", on=f"{last_year}-06-01")
    assert f'href="?jaar={last_year}"' in there.text()
    assert "3 uur gebruikt" in there.text(jaar=str(last_year))
    assert "0 uur gebruikt" in there.text()


@pytest.mark.parametrize("asked", ["", "x", "99999", "-1", "1066", "２０２５"])
def test_a_year_that_is_none_shows_this_one(there: Booking, asked: str) -> None:
    assert f"Uren in {there.today.year}" in there.text(jaar=asked)


@pytest.mark.parametrize(
    ("hours", "reason"), [("", "x"), ("-1", "x"), ("5001", "x"), ("veel", "x"), ("60", ""), ("60", "x" * 301)]
)
def test_what_cannot_be_reserved_is_refused_at_its_field(there: Booking, hours: str, reason: str) -> None:
    assert _reserve(there, hours, reason) == 422


def test_what_is_reserved_can_be_set_again(there: Booking) -> None:
    """The number changes; how it stood stays in the history."""
    assert (_reserve(there, "60"), _reserve(there, "80", "meer signalen")) == (303, 303)
    assert "80 uur gereserveerd" in there.text()
    assert there.get("reserveren/2026/", "coordinator").status_code == 403


def test_an_evaluation_freezes_hours_of_its_period_under_finance(there: Booking) -> None:
    """EVAL-02, FIN-06: numbers of nobody."""
    there.book("2 uur")
    there.book("1 uur", "adviser")
    _reserve(there, "60")
    year = there.today.year
    with scope(there.town.woerden.id):
        (block,) = [one for one in frozen.blocks(date(year, 1, 1), date(year, 12, 31)) if one.id == "hours"]
    assert block.topic == "finance"
    assert [one.value for one in block.figures] == [60, 2, 1]
