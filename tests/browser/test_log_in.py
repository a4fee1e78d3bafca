"""Logging in, choosing an organisation and opening the vault in a real browser, without JavaScript too."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from baken.tenancy import actions
from baken.tenancy.scope import scope
from tests.browser.looking import assert_accessible, assert_fits, look
from tests.tenants.town import PASSPHRASE, PASSWORD, Town, build


@pytest.fixture
def town(live: Any) -> Town:
    """A focal point who also sits at a table in Montfoort."""
    made = build()
    with scope(made.montfoort.id):
        actions.add_member(person=made.people["focal_point"], roles=["table_member"], now=made.now)
    return made


@pytest.mark.parametrize(("width", "javascript"), [(320, True), (1280, True), (1280, False)])
def test_from_the_log_in_page_to_an_open_vault_with_and_without_javascript(
    live: Any, town: Town, visitor: Callable[..., Page], width: int, javascript: bool
) -> None:
    def seen(page: Page, name: str) -> None:
        if javascript:  # axe and measuring need it; Baken does not
            look_at(page, name)

    page = visitor(width=width, javascript=javascript)
    page.goto(f"{live.url}/kluis/")
    seen(page, f"inloggen-{width}")
    page.get_by_label("E-mailadres").fill("focal_point@woerden.example")
    page.get_by_label("Wachtwoord").fill("verkeerd wachtwoord")
    page.get_by_role("button", name="Inloggen").click()
    seen(page, f"inloggen-fout-{width}")
    expect(page.get_by_label("E-mailadres")).to_have_value("focal_point@woerden.example")
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Inloggen").click()
    expect(page.get_by_role("heading", name="Kies uw organisatie")).to_be_visible()
    seen(page, f"organisatie-{width}")
    page.get_by_label("Woerden").check()
    page.get_by_role("button", name="Verder").click()
    expect(page).to_have_url(f"{live.url}/kluis/")
    seen(page, f"kluis-dicht-{width}")
    page.get_by_label("Wachtwoordzin van uw kluis").fill("iets anders")
    page.get_by_role("button", name="Kluis openen").click()
    seen(page, f"kluis-fout-{width}")
    page.get_by_label("Wachtwoordzin van uw kluis").fill(PASSPHRASE)
    page.get_by_role("button", name="Kluis openen").click()
    expect(page.get_by_role("button", name="Kluis sluiten")).to_be_visible()
    seen(page, f"kluis-open-{width}")
    page.get_by_role("button", name="Uitloggen").click()
    expect(page).to_have_url(f"{live.url}/")
    page.goto(f"{live.url}/kluis/")
    expect(page.get_by_role("heading", name="Inloggen")).to_be_visible()


def look_at(page: Page, name: str) -> None:
    """Nothing wrong with the page, and a picture for a person to look at."""
    assert_accessible(page)
    assert_fits(page)
    look(page, name)


def test_the_first_passphrase_in_english(live: Any, town: Town, visitor: Callable[..., Page]) -> None:
    with scope(town.woerden.id):
        actions.change_roles(
            membership_id=town.members["lead"].id,
            roles=["lead_focal_point"],
            by=town.members["administrator"].id,
            now=town.now,
        )
    page = visitor(width=320, locale="en-GB")
    page.goto(f"{live.url}/inloggen/?next=/kluis/")
    look_at(page, "log-in")
    page.get_by_label("E-mail address").fill("lead@woerden.example")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("heading", name="Your vault")).to_be_visible()
    look_at(page, "vault-new")
    page.get_by_label("New passphrase").fill(PASSPHRASE)
    page.get_by_label("The same passphrase once more").fill(PASSPHRASE)
    page.get_by_role("button", name="Choose passphrase").click()
    look_at(page, "vault-open")
