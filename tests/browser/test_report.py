"""Reporting and reading the answer in a real browser: without JavaScript, on a telephone and at a desk."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import assert_accessible, assert_fits, look
from tests.intake.conftest import adopt
from tests.tenants.town import PASSWORD, Town, build

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


def seen(page: Page, name: str) -> None:
    """Whatever page this is: it fits, it is accessible, and a picture of it is kept on request."""
    look(page, name)
    assert_fits(page)
    assert_accessible(page)


def log_in(page: Page, live: Any, visitor: str) -> None:
    """Log in as somebody of Woerden."""
    page.goto(f"{live.url}/inloggen/")
    page.locator("input[name=email]").fill(f"{visitor}@woerden.example")
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("main button[type=submit]").click()
    page.wait_for_url(lambda url: "inloggen" not in url)


@pytest.mark.parametrize(
    ("width", "locale"), [(320, "nl-NL"), (1280, "nl-NL"), (320, "en-GB"), (1280, "en-GB")]
)
def test_every_page_of_reporting_is_accessible_in_both_languages(
    live: Any, town: Town, visitor: Callable[..., Page], width: int, locale: str
) -> None:
    page, lang = visitor(width=width, locale=locale), locale[:2]
    page.goto(f"{live.url}/melden/montfoort/")
    seen(page, f"{lang}-dicht")
    page.goto(f"{live.url}/melden/woerden/")
    for part in page.locator("summary").all():
        part.click()
    page.locator("input[name=named][value=yes]").check()
    seen(page, f"{lang}-alles-open")
    page.locator("main button:not([name])").click()
    seen(page, f"{lang}-leeg-verstuurd")
    page.locator("textarea[name=happened]").fill(STORY)
    page.locator("input[name=named][value=no]").check()
    page.locator("input[name=urgency][value=acute]").check()
    page.locator("main button:not([name])").click()
    seen(page, f"{lang}-acuut")
    page.goto(f"{live.url}/terugkoppeling/")
    page.locator("input[name=code]").fill("ABCD")
    page.locator("main button").click()
    seen(page, f"{lang}-verkeerde-code")


@pytest.mark.parametrize("width", [320, 1280])
def test_the_focal_point_enters_what_somebody_tells_and_answers(
    live: Any, town: Town, visitor: Callable[..., Page], width: int
) -> None:
    page = visitor(width=width)
    log_in(page, live, "focal_point")
    page.goto(f"{live.url}/werk/invoeren/")
    seen(page, "invoeren")
    page.get_by_label("Wat vertelt de melder?").fill(STORY)
    page.get_by_role("button", name="Vastleggen en antwoordcode tonen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Het signaal is vastgelegd")
    seen(page, "ingevoerd")
    code = page.locator(".baken-code").inner_text()
    page.get_by_role("link", name="Naar het signaal").click()
    signal = page.url
    page.goto(f"{signal}ontvangen/")
    page.locator("main form button[type=submit]").first.click()
    page.goto(f"{signal}antwoord/")
    seen(page, "antwoorden")
    page.get_by_role("button", name="Bekijk het bericht").click()
    seen(page, "antwoorden-fout")
    page.get_by_label("Uw signaal is in behandeling").check()
    page.get_by_role("button", name="Bekijk het bericht").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Dit ziet de melder")
    seen(page, "voorbeeld")
    page.get_by_role("button", name="Zet klaar voor de melder").click()
    page.wait_for_url(signal)
    reporter = visitor(width=width)
    reporter.goto(f"{live.url}/terugkoppeling/")
    reporter.get_by_label("Uw antwoordcode").fill(code)
    reporter.get_by_role("button", name="Antwoord lezen").click()
    expect(reporter.get_by_role("heading", level=1)).to_have_text("In behandeling")
    seen(reporter, "antwoord")


def test_pressing_enter_sends_nothing_and_keeps_everything(live: Any, town: Town, page: Page) -> None:
    page.goto(f"{live.url}/melden/woerden/")
    page.get_by_label("Wat is er gebeurd, of wat wilt u vragen?").fill(STORY)
    page.get_by_label("Waar was het?").fill("In een loods")
    page.get_by_label("Waar was het?").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Er is nog niets verstuurd")
    expect(page.get_by_label("Waar was het?")).to_have_value("In een loods")
    expect(page.get_by_label("Wat is er gebeurd, of wat wilt u vragen?")).to_have_value(STORY)


def test_reloading_the_receipt_shows_the_same_code(live: Any, town: Town, page: Page) -> None:
    page.goto(f"{live.url}/melden/woerden/")
    page.get_by_label("Wat is er gebeurd, of wat wilt u vragen?").fill(STORY)
    page.get_by_role("button", name="Versturen", exact=True).last.click()
    code = page.locator(".baken-code").inner_text()
    page.reload()
    expect(page.locator(".baken-code")).to_have_text(code)
