"""The page of the route sheet in a real browser, and the file that comes from it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import assert_accessible, assert_fits, look
from tests.papers import text_of
from tests.tenants.things import adopt
from tests.tenants.town import PASSWORD, Town, build


@pytest.fixture
def town(live: Any) -> Town:
    """Woerden with its own policy and people."""
    made = build()
    adopt(made)
    return made


def log_in(live: Any, town: Town, page: Page) -> None:
    page.goto(f"{live.url}/inloggen/?next=/beleid/meldroute/")
    page.locator("input[type=email]").fill(town.people["focal_point"].email)
    page.locator("input[type=password]").fill(PASSWORD)
    page.locator("main button[type=submit]").click()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("locale", ["nl-NL", "en-GB"])
def test_a_member_chooses_and_gets_the_sheet(
    live: Any, town: Town, visitor: Callable[..., Page], width: int, locale: str
) -> None:
    page = visitor(width=width, locale=locale)
    log_in(live, town, page)
    look(page, f"meldroute-{locale[:2]}")
    assert_fits(page)
    assert_accessible(page)
    page.locator("input[name=audience][value=staff]").check()
    page.locator("input[name=language][value=en]").check()
    with page.expect_download() as download:
        page.get_by_role("button", name="PDF").click()
    assert download.value.suggested_filename.startswith("meldroute-woerden-")
    made = Path(download.value.path()).read_bytes()
    assert "focal_point@woerden.example" in text_of(made)


@pytest.mark.parametrize("width", [320, 1280])
def test_a_contact_is_written_down_corrected_and_removed(
    live: Any, town: Town, visitor: Callable[..., Page], width: int
) -> None:
    page = visitor(width=width)

    def seen(name: str) -> None:
        look(page, f"contact-{name}")
        assert_fits(page)
        assert_accessible(page)

    log_in(live, town, page)
    page.get_by_role("link", name="RIEC Midden-Nederland").click()
    seen("nieuw")
    page.get_by_label("Naam, of de naam van een afdeling").fill("Kanarie van het RIEC")
    page.get_by_role("button", name="Opslaan").click()
    seen("fout")
    page.get_by_label("E-mailadres van het werk").fill("kanarie@riec.example")
    page.get_by_role("button", name="Opslaan").click()
    expect(page.get_by_role("status")).to_contain_text("De contactpersoon staat erbij.")
    seen("staat-erbij")
    page.get_by_role("link", name="Kanarie van het RIEC").click()
    seen("wijzigen")
    page.get_by_role("link", name="Weghalen").click()
    seen("weghalen")
    page.get_by_role("button", name="Weghalen").click()
    expect(page.get_by_text("Nog geen contactpersonen")).to_be_visible()
