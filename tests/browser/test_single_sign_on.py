"""The whole way in a browser: button, the provider's own pages, back and at work; out again; and without the group."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import assert_accessible, assert_fits, look
from tests.identity import real, settings
from tests.identity.coming import GROUPS
from tests.identity.real import Real
from tests.tenants.town import Town, build

NEW = {"email": "nieuw@woerden.example", "email_verified": True, "name": "Noor Nieuw"}


@pytest.fixture
def town(live: Any) -> Town:
    """Woerden, where the new colleague is not known yet."""
    return build()


@pytest.fixture
def provider(live: Any, town: Town) -> Iterator[Real]:
    """Woerden's provider."""
    with real.running(live.url) as running:
        settings.write(live.url, woerden=settings.entry(running.url, scopes=["groups"], roles=GROUPS))
        yield running
    settings.remove()


def seen(page: Page, name: str) -> None:
    """Nothing wrong with the page, and a picture for a person to look at."""
    assert_accessible(page)
    assert_fits(page)
    look(page, name)


def test_a_new_colleague_comes_in_works_leaves_and_stays_out_without_the_group(
    live: Any, provider: Real, visitor: Callable[..., Page]
) -> None:
    provider.person("noor", **NEW, groups=["baken-af"])
    page = visitor()
    page.goto(f"{live.url}/overdrachten/")
    seen(page, "sso-inloggen")
    page.get_by_role("link", name="Inloggen met het account van uw organisatie").click()
    seen(page, "sso-deur")
    page.get_by_role("button", name="Inloggen bij Gemeente Woerden").click()
    expect(page.get_by_role("heading", name="Inloggen bij de gemeente")).to_be_visible()
    page.get_by_label("Gebruikersnaam").fill("noor")
    page.get_by_role("button", name="Inloggen").click()
    expect(page).to_have_url(f"{live.url}/overdrachten/")
    expect(page.get_by_role("link", name="Werkvoorraad")).to_be_visible()

    page.get_by_role("button", name="Uitloggen").click()
    expect(page.get_by_role("heading", name="U bent uitgelogd")).to_be_visible()
    seen(page, "sso-uitgelogd")
    page.get_by_role("link", name="Ook uitloggen bij Gemeente Woerden").click()
    page.get_by_role("button", name="Ja, log mij uit").click()
    expect(page).to_have_url(f"{live.url}/")

    provider.person("noor", **NEW, groups=[])
    phone = visitor(width=320, locale="en-GB")
    phone.goto(f"{live.url}/inloggen/")
    seen(phone, "sso-log-in")
    phone.get_by_role("link", name="Log in with your organisation's account").click()
    seen(phone, "sso-door")
    phone.get_by_role("button", name="Log in at Gemeente Woerden").click()
    phone.get_by_label("Gebruikersnaam").fill("noor")
    phone.get_by_role("button", name="Inloggen").click()
    expect(phone.get_by_role("heading", name="You could not be logged in")).to_be_visible()
    assert "code=" not in phone.url
    seen(phone, "sso-refused")


def test_the_way_there_needs_no_script_and_can_be_broken_off(
    live: Any, provider: Real, visitor: Callable[..., Page]
) -> None:
    page = visitor(javascript=False)
    page.goto(f"{live.url}/inloggen/organisatie/")
    page.get_by_role("button", name="Inloggen bij Gemeente Woerden").click()
    page.get_by_role("button", name="Annuleren").click()
    expect(page.get_by_text("Het inloggen is afgebroken")).to_be_visible()
    page.get_by_role("link", name="Inloggen", exact=True).first.click()
    expect(page.get_by_role("heading", name="Inloggen", exact=True)).to_be_visible()
