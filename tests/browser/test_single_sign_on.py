"""The whole way in a browser: button, the provider's own pages, back and at work; out again; and without the group.

What a provider says opens no envelope: for that, somebody who logs in there has a vault of their own too (V6).
"""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from baken.route import actions as route
from baken.tenancy.scope import scope
from tests.browser.desk import Desk
from tests.browser.looking import assert_accessible, assert_fits, look
from tests.identity import real, settings
from tests.identity.coming import GROUPS
from tests.identity.real import Real
from tests.route.case import REPORTER, Case, reported
from tests.tenants import things
from tests.tenants.town import PASSPHRASE, Town, build

POST = "Aandachtsfunctionaris Woerden"
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


@pytest.fixture
def case(town: Town) -> Case:
    """A received signal under a name."""
    things.adopt(town)
    case = Case(town, Client(), reported(town))
    with scope(town.woerden.id):
        route.receive(**case.by())
    return case


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


def test_who_logs_in_with_the_organisation_makes_a_vault_and_opens_an_envelope_with_it(
    live: Any, provider: Real, case: Case, visitor: Callable[..., Page]
) -> None:
    """The provider gives the role, a manager the seat, a colleague the key; the passphrase is theirs alone."""
    provider.person("noor", **NEW, groups=["baken-af"])
    noor = visitor()
    _come_in(noor, f"{live.url}/kluis/")
    manager = Desk(visitor(), live.url, case, "administrator", axe=False)
    manager.go("/mensen/").press("Noor Nieuw").press("Functie geven")
    manager.page.get_by_label(POST).check()
    manager.press("Functie geven").says("Noor Nieuw vervult nu deze functie.")
    _passphrase(noor, live, PASSPHRASE, "Wachtwoordzin kiezen")
    expect(noor.get_by_text("U wacht nog op een sleutel")).to_be_visible()
    seen(noor, "sso-kluis")
    holder = Desk(visitor(), live.url, case, "focal_point", axe=False).vault()
    holder.press("Sleutel geven aan Noor Nieuw").says("Uw collega heeft de sleutel gekregen.")
    _open_envelope(noor, live, case)
    expect(noor.get_by_text(REPORTER)).to_be_visible()

    noor.get_by_role("button", name="Uitloggen").click()
    again = visitor(width=320)
    _come_in(again, live.url + case.url("envelop/"))
    expect(again.get_by_text("Uw kluis is dicht")).to_be_visible()
    expect(again.get_by_text(REPORTER)).to_have_count(0)
    seen(again, "sso-envelop-dicht")
    _passphrase(again, live, "een heel andere zin van vijf woorden", "Kluis openen")
    expect(again.get_by_text("Deze wachtwoordzin opent de kluis niet.").first).to_be_visible()
    _passphrase(again, live, PASSPHRASE, "Kluis openen")
    _open_envelope(again, live, case)
    expect(again.get_by_text(REPORTER)).to_be_visible()
    seen(again, "sso-envelop-open")


def _come_in(page: Page, where: str) -> None:
    page.goto(where)
    page.get_by_role("link", name="Inloggen met het account van uw organisatie").click()
    page.get_by_role("button", name="Inloggen bij Gemeente Woerden").click()
    page.get_by_label("Gebruikersnaam").fill("noor")
    page.get_by_role("button", name="Inloggen").click()
    expect(page).to_have_url(where)


def _passphrase(page: Page, live: Any, words: str, button: str) -> None:
    page.goto(f"{live.url}/kluis/")
    for field in page.locator("main input[type=password]").all():
        field.fill(words)
    with page.expect_navigation():
        page.get_by_role("button", name=button).click()


def _open_envelope(page: Page, live: Any, case: Case) -> None:
    page.goto(live.url + case.url("envelop/"))
    page.get_by_label("de veiligheid van de melder").check()
    page.get_by_label("Schrijf in een of twee zinnen waarom.").fill("Alleen zo kan ik waarschuwen.")
    page.get_by_role("button", name="Envelop openen").click()
