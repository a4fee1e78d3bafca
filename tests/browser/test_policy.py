"""Reading the policy in a real browser: in both languages, wide and narrow."""

from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Page, expect

from baken.policy.reading.book import PARTS
from tests.browser.looking import assert_accessible, assert_fits, look
from tests.tenants import things
from tests.tenants.town import Town, build

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 320, "height": 640}
PATHS = (
    "", *(f"{part}/" for part in PARTS), "gevallen/", "geschiedenis/", "zoeken/?woord=politie", "zoeken/?woord=",
)  # fmt: skip


@pytest.fixture
def town(live: Any) -> Town:
    """A town whose policy is in use."""
    made = build()
    things.adopt(made)
    return made


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


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_page_of_the_policy_is_accessible_and_fits_wide_and_narrow(
    live: Any, page: Page, town: Town, language: str
) -> None:
    """WCAG 2.2 AA on every page to read."""
    enter(page, town, live.url, "adviser", language)
    for path in PATHS:
        page.set_viewport_size(WIDE)
        answer = page.goto(f"{live.url}/beleid/{path}")
        assert answer is not None, path
        assert answer.status == 200, path
        name = f"policy-{language}-{path.strip('/').replace('?', '-').replace('=', '-').replace('/', '')}"
        assert_accessible(page)
        look(page, name)
        page.set_viewport_size(NARROW)
        assert_fits(page)
        assert_accessible(page)
        look(page, name)


def test_from_a_word_to_the_element_and_who_says_so_without_javascript(live: Any, nojs: Page, town: Town) -> None:
    """Whoever looks for a word lands on the element itself."""
    enter(nojs, town, live.url, "coordinator")
    nojs.goto(f"{live.url}/beleid/")
    nojs.get_by_label("Zoek in het beleid").fill("vertrouwenspersoon")
    nojs.get_by_role("button", name="Zoeken").click()
    nojs.get_by_role("link", name="In Woerden komt de politie erbij").first.click()
    expect(nojs.locator("#holds-trusted_person_first")).to_contain_text("bijlage 2, stap 3")
