"""Boxes that other rooms put on a page."""

from collections.abc import Iterator

import pytest
from django.test import RequestFactory

from baken.web import beside
from baken.web.beside import Box


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    """What a test adds is gone after it."""
    before = {page: dict(boxes) for page, boxes in beside._boxes.items()}
    yield
    beside._boxes.clear()
    beside._boxes.update(before)


def _box(words: str) -> Box:
    return Box("components/status.html", {"status": words})


def test_boxes_stand_in_order_once_per_name_and_only_where_there_is_something() -> None:
    """A page draws what the rooms have for this person, and knows none of them."""
    request = RequestFactory().get("/")
    beside.add("here", "second", lambda _: _box("due"), order=20)
    beside.add("here", "first", lambda _: _box("late"), order=10)
    beside.add("here", "first", lambda _: _box("done"), order=10)
    beside.add("here", "nothing", lambda _: None, order=15)
    beside.add("there", "other", lambda _: _box("elsewhere"), order=1)
    first, second = beside.drawn(request, "here")
    assert "baken-status--done" in first
    assert "baken-status--due" in second


def test_a_page_without_boxes_draws_none() -> None:
    assert beside.drawn(RequestFactory().get("/"), "nowhere") == []


def test_the_work_list_has_the_box_of_hours() -> None:
    """Hours and signals are rooms that do not import each other."""
    assert "hours" in beside._boxes["work"]
