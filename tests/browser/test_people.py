"""People come, get other rights and go; somebody takes access in an emergency and the FG sees it: without scripts."""

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Page, expect

from tests.browser.looking import assert_accessible, assert_fits, look
from tests.tenants import things
from tests.tenants.town import Town, build


@pytest.fixture
def town(live: Any) -> Town:
    """The town with a policy in use and a signal that was received."""
    made = build()
    things.a_signal(made)
    return made


def enter(page: Page, live: Any, town: Town, visitor: str) -> Page:
    """Be logged in as a visitor, as the log-in page would have it."""
    client = town.visit(Client(), visitor)
    key = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": key, "url": live.url}])
    return page


def status(page: Page, where: str) -> int:
    """Go there, and tell how it was answered."""
    answer = page.goto(where)
    assert answer is not None
    return answer.status


def test_somebody_comes_gets_another_role_and_goes_and_is_refused_at_once(
    live: Any, town: Town, visitor: Callable[..., Page]
) -> None:
    manager = enter(visitor(width=1280, javascript=False), live, town, "administrator")
    theirs = enter(visitor(width=1280, javascript=False), live, town, "coordinator")
    manager.goto(f"{live.url}/mensen/toevoegen/")
    manager.get_by_label("Naam").fill("Jip Nieuw")
    manager.get_by_label("E-mailadres van het werk").fill("jip@woerden.example")
    manager.get_by_label("Archivaris").check()
    manager.get_by_role("button", name="Toevoegen").click()
    expect(manager.get_by_role("heading", name="Jip Nieuw hoort nu bij uw organisatie")).to_be_visible()
    expect(manager.locator(".baken-code")).to_have_count(1)

    theirs.goto(f"{live.url}/werk/invoeren/")
    expect(theirs.get_by_role("heading", level=1)).to_be_visible()
    manager.goto(f"{live.url}/mensen/")
    manager.get_by_role("link", name="Persoon coordinator").click()
    manager.get_by_role("link", name="Rollen wijzigen").click()
    manager.get_by_label("Teamcoördinator").uncheck()
    manager.get_by_label("Archivaris").check()
    manager.get_by_role("button", name="Opslaan").click()
    expect(manager.get_by_text("De rollen van Persoon coordinator zijn gewijzigd.")).to_be_visible()
    assert status(theirs, f"{live.url}/werk/invoeren/") == 403

    manager.get_by_role("link", name="Lidmaatschap beëindigen").click()
    expect(manager.get_by_text("Er ligt geen werk dat alleen deze persoon heeft.")).to_be_visible()
    manager.get_by_role("button", name="Lidmaatschap beëindigen").click()
    expect(manager.get_by_text("Persoon coordinator heeft vanaf nu geen toegang meer.")).to_be_visible()
    theirs.goto(f"{live.url}/beleid/")
    assert "/beleid/" not in theirs.url.partition("?")[0]


def test_access_in_an_emergency_is_taken_seen_by_the_fg_and_ended(
    live: Any, town: Town, visitor: Callable[..., Page]
) -> None:
    page = enter(visitor(width=1280, javascript=False), live, town, "coordinator")
    supervisor = enter(visitor(width=1280, javascript=False), live, town, "supervisor")
    page.goto(f"{live.url}/beleid/")
    page.get_by_role("link", name="Noodtoegang").click()
    page.get_by_label("Iemand is nu in gevaar").check()
    page.get_by_role("button", name="Noodtoegang nemen").click()  # without a word about why
    expect(page.get_by_label("Iemand is nu in gevaar")).to_be_checked()
    page.get_by_label("Wat is er aan de hand").fill("De aandachtsfunctionaris is ziek.")
    page.get_by_role("button", name="Noodtoegang nemen").click()
    expect(page).to_have_url(f"{live.url}/werk/")
    expect(page.locator(".baken-emergency")).to_be_visible()
    page.locator("main a[href*='/signalen/']").first.click()
    expect(page.locator(".baken-emergency")).to_be_visible()
    assert things.REPORTER not in page.content()

    supervisor.goto(f"{live.url}/verantwoording/")
    expect(supervisor.get_by_text("Persoon coordinator heeft noodtoegang")).to_be_visible()
    supervisor.goto(f"{live.url}/verantwoording/noodtoegang/")
    expect(supervisor.get_by_text("De aandachtsfunctionaris is ziek.")).to_be_visible()
    expect(supervisor.get_by_text("loopt nu")).to_be_visible()

    page.get_by_role("link", name="Stoppen").click()
    page.get_by_role("button", name="Noodtoegang stoppen").click()
    assert status(page, f"{live.url}/werk/") == 403
    supervisor.reload()
    expect(supervisor.get_by_text("zelf eerder gestopt")).to_be_visible()


@pytest.mark.parametrize(("width", "locale"), [(1280, "nl-NL"), (320, "nl-NL"), (320, "en-GB")])
def test_the_pages_about_people_read_well(
    live: Any, town: Town, visitor: Callable[..., Page], width: int, locale: str
) -> None:
    """WCAG 2.2 AA as far as a machine can tell, and nothing to scroll sideways."""
    member = town.members["lead"].id
    for who, pages in {
        "administrator": {
            "mensen": "/mensen/",
            "toevoegen": "/mensen/toevoegen/",
            "iemand": f"/mensen/{member}/",
            "rollen": f"/mensen/{member}/rollen/",
            "vertrek": f"/mensen/{town.members['focal_point'].id}/vertrek/",
            "controle": "/mensen/controle/",
        },
        "supervisor": {"rechten": f"/mensen/rechten/?op={town.today.isoformat()}"},
        "coordinator": {"noodtoegang": "/verantwoording/noodtoegang/nemen/"},
    }.items():
        page = enter(visitor(width=width, locale=locale), live, town, who)
        for name, where in pages.items():
            page.goto(live.url + where)
            look(page, f"people-{name}-{width}-{locale[:2]}")
            assert_fits(page)
            assert_accessible(page)
