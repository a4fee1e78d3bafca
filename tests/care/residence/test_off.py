"""Where a care organisation keeps its clients elsewhere, there is no list of terms and no room for direction."""

from django.test import Client

from baken.clock import now
from baken.tenancy.scope import scope
from baken.web import notices
from tests.tenants.town import build


def test_without_the_room_there_are_no_lists_and_no_notices(db: None) -> None:
    town, browser = build(), Client()
    for visitor, where in (("care", "/termijnen/"), ("director", "/regie/")):
        assert town.visit(browser, visitor).get(where).status_code == 404
        with scope(town.care.id):
            assert notices.lines(town.actor(visitor), now()) == []
    assert town.visit(browser, "focal_point").get("/termijnen/").status_code == 403
    assert town.visit(browser, "care").get("/regie/").status_code == 403
