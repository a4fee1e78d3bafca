"""Reading the policy in a real browser: in both languages, wide and narrow."""

import re
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Page, expect

from baken.core.policy.resolve import resolve
from baken.policy.reading.book import PARTS
from baken.project.policies import library
from tests.browser.looking import assert_accessible, assert_fits, look
from tests.policies.test_shipped import DAY
from tests.policy.test_reading import adopt
from tests.route.case import Case, begin, reported
from tests.tenants.town import Town

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 320, "height": 640}
PATHS = (
    "", *(f"{part}/" for part in PARTS), "gevallen/", "geschiedenis/", "zoeken/?woord=politie", "zoeken/?woord=",
    "vergelijken/", "vergelijken/?met=montfoort", "route/?versie=2", "wat-als/", "wat-als/?met=montfoort",
)  # fmt: skip


@pytest.fixture
def town(live: Any) -> Town:
    """A town whose policy is in use, with another to come, and signals of before."""
    case = begin()
    case.receive().establish("related", ["youth_recruitment"])
    for _number in range(6):
        one = Case(case.town, case.client, reported(case.town))
        one.receive().establish("exploitation", ["labour"])
    adopt(case.town, resolve(library(), "montfoort", DAY), in_days=10)
    return case.town


def enter(page: Page, town: Town, url: str, visitor: str, language: str = "nl") -> None:
    """Let somebody use this window."""
    client = Client()
    town.visit(client, visitor)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies(
        [
            {"name": settings.SESSION_COOKIE_NAME, "value": session, "url": url},
            {"name": settings.LANGUAGE_COOKIE_NAME, "value": language, "url": url},
        ]
    )


@pytest.mark.parametrize(("language", "who"), [("nl", "lead"), ("en", "adviser")])
def test_every_page_of_the_policy_is_accessible_and_fits_wide_and_narrow(
    live: Any, page: Page, town: Town, language: str, who: str
) -> None:
    """WCAG 2.2 AA on every page to read."""
    enter(page, town, live.url, who, language)
    for path in PATHS:
        page.set_viewport_size(WIDE)
        answer = page.goto(f"{live.url}/beleid/{path}")
        assert answer is not None, path
        assert answer.status == 200, path
        name = f"policy-{language}-{re.sub('[^a-z0-9]+', '-', path)}"
        assert_accessible(page)
        look(page, name)
        page.set_viewport_size(NARROW)
        assert_fits(page)
        assert_accessible(page)
        look(page, name)


def test_from_a_word_to_the_element_and_who_says_so_without_javascript(
    live: Any, nojs: Page, town: Town
) -> None:
    """Whoever looks for a word lands on the element itself."""
    enter(nojs, town, live.url, "coordinator")
    nojs.goto(f"{live.url}/beleid/")
    nojs.get_by_label("Zoek in het beleid").fill("vertrouwenspersoon")
    nojs.get_by_role("button", name="Zoeken").click()
    nojs.get_by_role("link", name="In Woerden komt de politie erbij").first.click()
    expect(nojs.locator("#holds-trusted_person_first")).to_contain_text("bijlage 2, stap 3")
