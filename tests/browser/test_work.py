"""The work list, a signal, and every decision about it, in a real browser: in both languages, wide and narrow."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect

from baken.enrich import actions as enrich
from baken.route import actions as route
from baken.tenancy.scope import scope
from tests.browser.looking import assert_accessible, assert_fits, look
from tests.route.case import HAPPENED, REPORTER, Case, begin, reported
from tests.tenants.town import PASSPHRASE

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 320, "height": 640}
DECISIONS = (
    "teamcoordinator/", "feiten/vorm/", "feiten/spoed/", "wegen/", "bron/", "vertrouwenspersoon/", "overleg/",
    "overleg/besluit/", "beoordelen/", "verbeteren/", "afsluiten/", "heropenen/", "envelop/",
)  # fmt: skip


@pytest.fixture
def case(live: Any) -> Case:
    """A new signal, an acute one, and one on which much was done."""
    case = begin()
    town = case.town
    with scope(town.woerden.id):
        town.members["focal_point"].previous_visit = town.now - timedelta(days=3)
        town.members["focal_point"].save()
        reported(town, claims={"urgency": ("acute",)}, envelope=None, now=town.now - timedelta(hours=2))
        route.receive(**case.by())
        enrich.weigh(outcome="proceed", reason="Er is een aanwijzing van dwang.", **case.by())
        route.correct(
            content={
                "happened": HAPPENED,
                "persons": [{"name": "", "capacity": "witness", "birth": "", "note": "buur"}],
            },
            reason="De melder belde terug.",
            **case.by(),
        )
    case.establish("urgency", "not_acute").establish("exploitation", ["labour"]).assess("suspicion")
    return case


def enter(page: Page, case: Case, url: str, language: str = "nl") -> None:
    """Let the focal point use this window."""
    session = case.client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies(
        [
            {"name": settings.SESSION_COOKIE_NAME, "value": session, "url": url},
            {"name": settings.LANGUAGE_COOKIE_NAME, "value": language, "url": url},
        ]
    )


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_page_is_accessible_and_fits_wide_and_narrow(
    live: Any, page: Page, case: Case, language: str
) -> None:
    """WCAG 2.2 AA on the work list, the figures, a signal, and each decision about it."""
    enter(page, case, live.url, language)
    for path in ("/werk/", "/cijfers/", case.url(), *(case.url(one) for one in DECISIONS)):
        page.set_viewport_size(WIDE)
        answer = page.goto(live.url + path)
        assert answer is not None, path
        assert answer.status == 200, path
        assert page.locator("html").get_attribute("lang") == language
        assert_accessible(page)
        look(page, f"work-{language}-{path.strip('/').split('/')[-1]}")
        page.set_viewport_size(NARROW)
        assert_fits(page)
        assert_accessible(page)
        look(page, f"work-{language}-{path.strip('/').split('/')[-1]}")


def test_a_decision_is_taken_from_the_work_list_without_javascript(live: Any, nojs: Page, case: Case) -> None:
    """From the sentence to the button, the form, and back to the signal with what happened."""
    enter(nojs, case, live.url)
    nojs.goto(f"{live.url}/werk/")
    nojs.locator(f"a[href='/signalen/{case.signal}/overdragen/labour_authority/']").first.wait_for()
    nojs.goto(live.url + case.url())
    nojs.get_by_role("link", name="Afwegen").first.click()
    nojs.get_by_label("Nee, geen bronnen raadplegen").check()
    nojs.get_by_label("Waarom wel of niet?").fill("Het signaal is concreet genoeg.")
    nojs.get_by_role("button", name="Afweging vastleggen").click()
    expect(nojs.get_by_role("status")).to_contain_text("De afweging is vastgelegd.")
    expect(nojs.locator("#tijdlijn")).to_contain_text("Het signaal is concreet genoeg.")


def test_an_error_keeps_the_text_and_leads_to_its_field(live: Any, page: Page, case: Case) -> None:
    """One thing was forgotten; nothing else has to be done again."""
    enter(page, case, live.url)
    page.goto(live.url + case.url("beoordelen/"))
    page.get_by_label("Waarop baseert u dit?").fill("Twee gesprekken aan de balie.")
    page.get_by_role("button", name="Beoordeling vastleggen").click()
    summary = page.locator(".baken-error-summary")
    expect(summary).to_be_visible()
    expect(page.get_by_label("Waarop baseert u dit?")).to_have_value("Twee gesprekken aan de balie.")
    assert_accessible(page)
    summary.get_by_role("link").first.click()
    expect(page.locator("input[name=assessment]").first).to_be_in_viewport()


def test_the_envelope_shows_who_reported_once(live: Any, page: Page, case: Case) -> None:
    """From the closed vault to the name, and never again by going back."""
    enter(page, case, live.url)
    page.goto(live.url + case.url("envelop/"))
    page.get_by_role("link", name="Kluis openen").click()
    page.locator("main input[type=password]").first.fill(PASSPHRASE)
    page.locator("main form button[type=submit]").first.click()
    page.get_by_label("iets vragen dat alleen de melder weet").check()
    page.get_by_label("Schrijf in een of twee zinnen waarom.").fill("Alleen de melder weet de straat.")
    page.get_by_role("button", name="Envelop openen").click()
    expect(page.locator("main")).to_contain_text(REPORTER)
    assert_accessible(page)
    page.get_by_role("link", name="Klaar, terug naar het signaal").click()
    assert REPORTER not in page.content()
    expect(page.locator("#tijdlijn")).to_contain_text("Envelop van de melder geopend")


@pytest.mark.parametrize(("language", "more"), [("nl", "Meer"), ("en", "More")])
def test_the_menu_takes_one_line_and_what_is_behind_more_leads_there_and_back(
    live: Any, page: Page, case: Case, language: str, more: str
) -> None:
    enter(page, case, live.url, language)
    page.set_viewport_size(WIDE)
    page.goto(f"{live.url}/werk/")
    menu = page.locator("nav.baken-nav")
    height = menu.evaluate("one => one.getBoundingClientRect().height")
    assert height < 64, f"{height} pixels is more than one line"
    for size in (WIDE, NARROW):
        page.set_viewport_size(size)
        page.goto(f"{live.url}/werk/")
        menu.get_by_text(more, exact=True).click()
        look(page, f"menu-{language}")
        assert_accessible(page)
        assert_fits(page)
        with page.expect_navigation():
            menu.locator("a[href='/verantwoording/']").click()
        page.locator("main a[href='/verantwoording/datalekken/']").click()
        expect(menu.locator("summary")).to_have_text(re.compile(f"^{more}: "))
        look(page, f"menu-below-{language}")
        assert_fits(page)
        with page.expect_navigation():
            page.locator("main .baken-back a").click()
        expect(page).to_have_url(f"{live.url}/verantwoording/")
