"""Which papers must be there, and what counts as being there (V28)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.core.derive.papers import GOING_LIVE, KINDS, Paper, may_go_live, needed

TODAY = date(2026, 11, 22)


def paper(
    kind: str = "dpia", *, signed: date = date(2026, 1, 1), review: date = date(2029, 1, 1), **more: str
) -> Paper:
    return Paper(kind, more.get("partner", ""), more.get("reference", "Z/26/1"), "1.0", signed, review)


def standing(*papers: Paper) -> dict[str, str]:
    return {one.kind: one.standing for one in needed(None, papers, today=TODAY)}


def test_without_any_paper_everything_is_missing_and_nobody_goes_live() -> None:
    assert set(standing().values()) == {"missing"}
    assert set(standing()) == set(KINDS) - {"joint"}
    assert not may_go_live([], today=TODAY)


def test_a_signed_dpia_lets_an_organisation_go_live() -> None:
    assert set(GOING_LIVE) == {"dpia"}
    assert may_go_live([paper()], today=TODAY)
    assert standing(paper())["dpia"] == "in_force"


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"dpia"}))
def test_no_other_paper_stands_in_for_the_dpia(kind: str) -> None:
    assert not may_go_live([paper(kind)], today=TODAY)


def test_a_paper_that_will_be_signed_is_not_there_yet() -> None:
    ahead = paper(signed=TODAY + timedelta(days=1))
    assert standing(ahead)["dpia"] == "missing"
    assert not may_go_live([ahead], today=TODAY)


def test_after_its_day_a_paper_must_be_looked_at_again_and_work_goes_on() -> None:
    old = paper(review=TODAY)
    assert standing(old)["dpia"] == "to_review"
    assert may_go_live([old], today=TODAY)


@given(st.permutations([date(2024, 1, 1), date(2025, 6, 1), date(2026, 2, 1)]))
def test_of_one_kind_the_one_signed_last_counts_in_whatever_order_they_came(days: list[date]) -> None:
    papers = [paper(signed=day, reference=day.isoformat()) for day in days]
    [found] = [one.paper for one in needed(None, papers, today=TODAY) if one.kind == "dpia"]
    assert found is not None
    assert found.reference == "2026-02-01"
