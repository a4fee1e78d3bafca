"""The signal card in a real browser: on a telephone, at a desk, without JavaScript, and on two sheets of paper."""

import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from playwright.sync_api import Page, expect

from baken.card.audiences import WORKS
from baken.tenancy.actions import create_organisation
from tests.browser.looking import assert_accessible, assert_fits, look
from tests.tenants.things import adopt
from tests.tenants.town import Town, build

SHEETS, WITH_CARD = 2, ("woerden", "montfoort", "hoorn")


@pytest.fixture
def town(live: Any) -> Town:
    """Three municipalities have a card, and Elders has none."""
    made = build()
    made.organisations["hoorn"] = create_organisation(
        slug="hoorn", name="Hoorn", kind="municipality", now=made.now
    )
    for slug in WITH_CARD:
        adopt(made, slug)
    return made


def seen(page: Page, name: str) -> None:
    look(page, name)
    assert_fits(page)
    assert_accessible(page)


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("locale", ["nl-NL", "en-GB"])
def test_the_card_is_found_read_and_searched(
    live: Any, town: Town, visitor: Callable[..., Page], width: int, locale: str
) -> None:
    page, english = visitor(width=width, locale=locale), locale == "en-GB"
    name = f"kaart-{locale[:2]}"
    page.goto(f"{live.url}/")
    look(page, f"{name}-landing")
    page.locator('a[href="/signalenkaart/"]').click()
    seen(page, f"{name}-kiezen")
    page.get_by_role("link", name="Woerden").click()
    seen(page, name)
    page.get_by_role("link", name="Front desk" if english else "Balie").click()
    seen(page, f"{name}-balie")
    for words, what in (("paspoort", "een"), ("zebrapad", "niets"), ("", "leeg")):
        page.get_by_label("Search the card" if english else "Zoek op de kaart").fill(words)
        page.get_by_role("button", name="Search" if english else "Zoeken").click()
        seen(page, f"{name}-zoeken-{what}")
        assert words not in page.url or not words
    page.goto(f"{live.url}/signalenkaart/elders/")
    seen(page, f"{name}-geen")


def test_the_card_beside_the_report_form_opens_apart_so_that_nothing_typed_is_lost(
    live: Any, town: Town, page: Page
) -> None:
    page.goto(f"{live.url}/melden/woerden/")
    look(page, "kaart-bij-melden")
    page.get_by_label("Wat is er gebeurd, of wat wilt u vragen?").fill("Twee zinnen die blijven staan.")
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Kijk op de signalenkaart").click()
    expect(opened.value.get_by_role("heading", level=1)).to_have_text("Signalenkaart mensenhandel")
    expect(page.get_by_label("Wat is er gebeurd, of wat wilt u vragen?")).to_have_value(
        "Twee zinnen die blijven staan."
    )


def test_searching_works_without_javascript(live: Any, town: Town, nojs: Page) -> None:
    nojs.goto(f"{live.url}/signalenkaart/woerden/school/")
    nojs.get_by_label("Zoek op de kaart").fill("schulden")
    nojs.get_by_role("button", name="Zoeken").click()
    expect(nojs.locator("#gevonden")).to_contain_text("'schuld' die maar groeit")


@pytest.mark.parametrize("locale", ["nl-NL", "en-GB"])
@pytest.mark.parametrize("slug", WITH_CARD)
def test_every_card_fits_on_two_sheets_of_a4(
    live: Any, town: Town, visitor: Callable[..., Page], slug: str, locale: str
) -> None:
    """CARD-11: printable; with and without the colours that a browser leaves out by itself."""
    page = visitor(locale=locale)
    for work in ("", *(f"{work.slug}/" for work in WORKS)):
        page.goto(f"{live.url}/signalenkaart/{slug}/{work}")
        for colours in (False, True):
            made = page.pdf(format="A4", print_background=colours, prefer_css_page_size=True)
            if folder := os.environ.get("BAKEN_SHOTS"):
                name = f"kaart-{locale[:2]}-{slug}-{work.strip('/')}-{colours:d}.pdf"
                Path(folder, name).write_bytes(made)
            with pikepdf.open(io.BytesIO(made)) as paper:
                assert len(paper.pages) <= SHEETS, work
