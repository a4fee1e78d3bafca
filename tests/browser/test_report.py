"""Reporting and reading the answer in a real browser: without JavaScript, on a telephone and at a desk."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import assert_accessible, assert_fits, look
from tests.intake.conftest import adopt
from tests.tenants.town import Town, build

STORY = "Er slapen zestien mensen op de grond in een loods. Eén man zegt dat zijn paspoort is afgepakt."


@pytest.fixture
def town(live: Any) -> Town:
    """Woerden is open; the others have no policy in use."""
    made = build()
    adopt(made)
    return made


def open_part(page: Page, name: str) -> None:
    """Open one of the parts that are not required."""
    page.locator("summary", has_text=name).click()


@pytest.mark.parametrize(("width", "javascript"), [(320, True), (1280, True), (320, False)])
def test_a_named_report_goes_from_the_first_page_to_the_answer(
    live: Any, town: Town, visitor: Callable[..., Page], width: int, javascript: bool
) -> None:
    page = visitor(width=width, javascript=javascript)

    def look_at(page: Page, name: str) -> None:
        if javascript:  # axe and measuring need it; Baken does not
            look(page, name)
            assert_fits(page)
            assert_accessible(page)

    page.goto(f"{live.url}/melden/")
    look_at(page, "melden")
    page.get_by_role("link", name="Woerden").click()
    look_at(page, "melden-woerden")
    page.get_by_label("Nee, niet op dit moment").check()
    page.get_by_label("Wat is er gebeurd, of wat wilt u vragen?").fill(STORY)
    page.get_by_label("Wanneer was het?").fill("31-2-2026")
    page.get_by_label("Werken").check()
    open_part(page, "Personen")
    page.get_by_label("Naam, bijnaam of omschrijving").fill("De man met het paspoort")
    page.get_by_label("Wat is de rol van deze persoon").select_option("presumed_victim")
    page.get_by_role("button", name="Nog een persoon toevoegen").click()
    expect(page.get_by_text("Persoon 2")).to_be_visible()
    expect(page.get_by_label("Naam, bijnaam of omschrijving").first).to_have_value("De man met het paspoort")
    look_at(page, "melden-rij-erbij")
    page.get_by_label("Ja, de aandachtsfunctionaris mag weten wie ik ben").check()
    page.get_by_label("Uw naam", exact=False).last.fill("Johanna Kanarie")
    page.get_by_role("button", name="Versturen", exact=True).last.click()
    expect(page.get_by_role("alert")).to_contain_text("31-2-2026")
    look_at(page, "melden-fout")
    page.get_by_label("Wanneer was het?").fill("30-1-2026")
    page.get_by_role("button", name="Versturen", exact=True).last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Uw signaal is aangekomen")
    look_at(page, "ontvangstbewijs")
    code = page.locator(".baken-code").inner_text()
    assert code not in page.url
    page.goto(f"{live.url}/terugkoppeling/")
    look_at(page, "terugkoppeling")
    page.get_by_label("Uw antwoordcode").fill(code.lower().replace("-", " "))
    page.get_by_role("button", name="Antwoord lezen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ontvangen")
    assert page.url == f"{live.url}/terugkoppeling/"
    look_at(page, "terugkoppeling-ontvangen")
