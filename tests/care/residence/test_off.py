"""Where a care organisation keeps its clients elsewhere, the rooms for clients are closed and nothing leads there."""

from django.test import Client

from baken.clock import now
from baken.tenancy.landing import place_for
from baken.tenancy.scope import scope
from baken.web import notices
from tests.tenants.care_things import a_room
from tests.tenants.town import build


def test_without_the_room_there_are_no_lists_and_no_notices(db: None) -> None:
    town, browser = build(), Client()
    for visitor, where in (("care", "/termijnen/"), ("director", "/regie/")):
        assert town.visit(browser, visitor).get(where).status_code == 404
        with scope(town.care.id):
            assert notices.lines(town.actor(visitor), now()) == []
    assert town.visit(browser, "focal_point").get("/termijnen/").status_code == 403
    assert town.visit(browser, "care").get("/regie/").status_code == 403


def test_without_the_room_neither_the_menu_nor_logging_in_leads_to_it(db: None) -> None:
    town, browser = build(), Client()
    closed = ("/clienten/", "/clienten/opvang/", "/termijnen/", "/regie/")
    for visitor in ("care", "director"):
        page = town.visit(browser, visitor).get("/").content.decode()
        assert not [where for where in closed if f'href="{where}"' in page]
        assert place_for(town.actor(visitor)) not in closed
    a_room(town)
    for visitor, where in (("care", "/termijnen/"), ("director", "/regie/")):
        assert f'href="{where}"' in town.visit(browser, visitor).get("/").content.decode()
    assert place_for(town.actor("director")) == "/regie/"
