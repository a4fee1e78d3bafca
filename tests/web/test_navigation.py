"""The main menu shows each role its own rooms."""

from types import SimpleNamespace

import pytest
from django.test import RequestFactory

from baken.web import navigation


@pytest.fixture
def menu(monkeypatch):
    monkeypatch.setattr(navigation, "_entries", {})
    navigation.add("privacy", "Voor een rol", roles={"focal_point"}, order=20)
    navigation.add("landing", "Voor iedereen", roles=(), order=10)
    navigation.add("nowhere", "Nog niet gebouwd", roles=())

    def items(*roles, path="/privacy/"):
        request = RequestFactory().get(path)
        request.actor = SimpleNamespace(roles=frozenset(roles)) if roles else None
        return navigation.items(request)

    return items


@pytest.fixture(autouse=True)
def _pages(style_pages):
    """The frame alone."""


def test_nobody_logged_in_meets_no_menu(menu):
    assert menu() == []


def test_each_role_meets_its_own_rooms_in_order_and_knows_where_it_is(menu):
    assert [(i.label, i.here) for i in menu("focal_point")] == [
        ("Voor iedereen", False),
        ("Voor een rol", True),
    ]
    assert [i.label for i in menu("administrator")] == ["Voor iedereen"]


def test_in_a_long_menu_what_is_for_now_and_then_stands_together(menu):
    """It takes one line of a desk screen, and nothing is left out."""
    short = [item.more for item in menu("focal_point")]
    assert short == [False, False]
    for number in range(navigation.MANY):
        order = 70 + number if number < 4 else 90 + number
        navigation._entries[f"{number}"] = navigation.Entry("language", f"{number}", frozenset(), order)
    drawn = menu("focal_point")
    assert [item.label for item in drawn if item.more] == ["0", "1", "2", "3"]
    assert [item.label for item in drawn if not item.more] == ["Voor iedereen", "Voor een rol", "4", "5", "6"]
    assert drawn == sorted(drawn, key=lambda item: item.more)
