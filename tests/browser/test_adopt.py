"""Putting a policy into use in a real browser: two persons, both languages, wide and narrow, and without JavaScript."""

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Page

from baken.tenancy import actions
from baken.tenancy.scope import scope
from tests.browser.looking import assert_accessible, assert_fits, look
from tests.policy.adopting.hall import Hall, begin
from tests.route import case as route
from tests.tenants.town import Town, build

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 320, "height": 640}
SEND = "main form button.utrecht-button--primary-action"


def enter(page: Page, town: Town, visitor: str, url: str, language: str = "nl") -> None:
    """Let a visitor use this window."""
    client = town.visit(Client(), visitor)
    cookies = {
        settings.SESSION_COOKIE_NAME: client.cookies[settings.SESSION_COOKIE_NAME].value,
        settings.LANGUAGE_COOKIE_NAME: language,
    }
    page.context.add_cookies([{"name": name, "value": value, "url": url} for name, value in cookies.items()])


def examine(page: Page, address: str, name: str) -> None:
    """Look at a page wide and narrow."""
    for size in (WIDE, NARROW):
        page.set_viewport_size(size)
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == 200, address
        assert_fits(page)
        assert_accessible(page)
        look(page, f"adopt-{name}-{size['width']}")


def spoil(hall: Hall) -> None:
    """Break a promise and a case of the draft."""
    hall.change("route.yaml", "until: trusted_person.considered", "until: signal.received")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_page_on_the_way_into_use_is_accessible_and_fits_wide_and_narrow(
    live: Any, page: Page, language: str
) -> None:
    """WCAG 2.2 AA on the check, well and not, the proposal for both persons, and sending back."""
    hall = begin()
    check = f"{live.url}{hall.address('check')}"
    enter(page, hall.town, "adviser", live.url, language)
    examine(page, f"{live.url}{hall.address('proposal')}", f"nothing-{language}")
    examine(page, check, f"check-{language}")
    hall.propose()
    examine(page, f"{live.url}{hall.address('proposal')}", f"own-{language}")
    enter(page, hall.town, "confirmer", live.url, language)
    examine(page, f"{live.url}{hall.address('proposal')}", f"proposal-{language}")
    examine(page, f"{live.url}{hall.address('send back')}", f"send-back-{language}")
    hall.withdraw()
    spoil(hall)
    enter(page, hall.town, "adviser", live.url, language)
    examine(page, check, f"broken-{language}")
    hall.change("route.yaml", "format: 1", "format: 1\nbogus: 1")
    examine(page, check, f"mistake-{language}")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_moving_a_signal_is_accessible_and_fits_wide_and_narrow(live: Any, page: Page, language: str) -> None:
    from tests.route.test_policy import in_force

    case = route.begin().receive()
    in_force(case)
    enter(page, case.town, "focal_point", live.url, language)
    examine(page, f"{live.url}{case.url('beleid/')}", f"move-{language}")


def oudewater() -> Town:
    """A municipality that is new here: an adviser of its own, and a second person who works for Woerden."""
    town = build()
    made = actions.create_organisation(
        slug="oudewater", name="Oudewater", kind="municipality", now=town.now, open_to_residents=True
    )
    town.organisations["oudewater"] = made
    town.people["proposes"] = actions.add_person(email="beleid@oudewater.example", name="Persoon proposes")
    town.people["confirms"] = town.people["adviser"]
    with scope(made.id):
        for who, role in (("proposes", "policy_adviser"), ("confirms", "policy_confirmer")):
            town.members[who] = actions.add_member(person=town.people[who], roles=[role], now=town.now)
    return town


def test_a_new_municipality_works_the_same_day_with_the_policy_of_its_region(
    live: Any, visitor: Callable[..., Page]
) -> None:
    """DIFF-03, ROLE-12: draft, check, propose; a colleague of the neighbour confirms; then people can report."""
    town = oudewater()
    today = town.today.isoformat()
    report = f"{live.url}/melden/oudewater/"
    adviser, second = visitor(javascript=False), visitor(javascript=False)
    enter(adviser, town, "proposes", live.url)
    enter(second, town, "confirms", live.url)

    adviser.goto(f"{live.url}/beleid/ontwerpen/nieuw/")
    adviser.fill("[name=valid_from]", today)
    adviser.check("[name=parent][value=copen]")
    adviser.click(SEND)
    adviser.click("main a[href$='/controle/']")
    look(adviser, "adopt-new-check")
    adviser.fill("[name=from_date]", today)
    adviser.fill("[name=decided_on]", today)
    adviser.fill("[name=decision]", "collegebesluit 2026-7")
    adviser.click(SEND)
    assert adviser.url.endswith("/beleid/voorstel/")
    assert adviser.locator("main form").count() == 0

    second.goto(f"{live.url}/beleid/voorstel/")
    assert "collegebesluit 2026-7" in second.locator("main").inner_text()
    look(second, "adopt-new-proposal")
    second.click(SEND)
    assert second.url.endswith("/beleid/")
    assert "Oudewater" in second.locator("main").inner_text()

    answer = visitor(javascript=False).goto(report)
    assert answer is not None
    assert answer.status == 200
