"""From one municipality to another region, in a browser: found here, registered there, a place through CoMensha.

The person waits, moves, and is transferred; the municipality that notified sees three words and no more (CARE-04, 05,
06, 11; MON-07; V2, V5).
"""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import Page

from baken.clock import now
from baken.core.vocabulary.moments import civil_date
from baken.project.demo.cast import PASSWORD
from baken.tenancy import actions
from baken.tenancy.scope import scope
from tests.browser.test_clients import CARE
from tests.browser.test_rights import Office
from tests.browser.walking import SEND, Desk, Screen

NORTH, HOUSE = "zorgcoordinator@noord.invalid", "Huis van het Noorden"
PLACE, ADDRESS = "Huize Kanarie", "Verborgenlaan 12"
FOCAL = "aandachtsfunctionaris@woerden.invalid"


@pytest.fixture(
    params=[("nl-NL", 1280, False), ("en-GB", 320, True), ("nl-NL", 320, True), ("en-GB", 1280, True)],
    ids=["nl-without-scripts", "en-telephone", "nl-telephone", "en-desk"],
)
def office(request: pytest.FixtureRequest, live: Any, visitor: Callable[..., Page]) -> Office:
    """Woerden, the care organisation, one signal, and the coordinator of another region."""
    locale, width, scripts = request.param
    made = Office(live, visitor, width=width, locale=locale, scripts=scripts)
    since = now() - timedelta(days=90)
    house = actions.create_organisation(slug="huis-noord", name=HOUSE, kind="care", now=since)
    person = actions.add_person(email=NORTH, name="Persoon Noord", password=PASSWORD)
    with scope(house.id):
        actions.add_member(person=person, roles=["care_coordinator"], now=since)
    return made


def test_found_here_registered_there_waiting_moving_and_transferred(office: Office) -> None:
    focal, referral = _notify(office)
    care = office.screen(CARE, "/meldingen/")
    file = _open(care)
    _tell(care, file)
    _responsible(care, file)
    _no_place_nearby(care, file)
    _through_comensha(care, file)
    _waits_and_moves(care, file)
    _transferred(office, care, file)
    _tell(care, file)
    focal.goto(referral)
    focal.looks = care.looks
    focal.see("referral-finished")
    shown = focal.text()
    assert re.search("Persoon 1: afgerond|Person 1: finished", shown)
    assert not any(word in shown for word in (PLACE, ADDRESS, "Vogel", HOUSE, "Rotterdam"))


def _notify(office: Office) -> tuple[Screen, str]:
    desk = Desk(office.screen(FOCAL, "/werk/"), office.signal)
    desk.screen.looks = False
    desk.act("ontvangen/")
    desk.act("feiten/leeftijd/", value="adult", reason="nagevraagd")
    desk.hand_over(
        "care_coordinator",
        named="yes",
        purpose="protect_victims",
        ground="social_support",
        pieces=["facts", "account"],
        words_account="Een vrouw in een woning.",
    )
    return desk.screen, desk.screen.page.url.removeprefix(desk.screen.base)


def _open(care: Screen) -> str:
    care.follow(str(care.page.locator("main table a").first.get_attribute("href")))
    care.follow("/clienten/")
    care.fill({"names": "Vogel", "ground": "task_by_law", "age": "adult", "because": "Sliep op het werk."})
    care.fill({"police": "no"})
    care.send()
    return care.page.url.removeprefix(care.base)


def _tell(care: Screen, file: str) -> None:
    care.goto(file)
    care.follow("/bericht/")
    care.see("tell")
    assert "Vogel" not in care.text()
    care.send()
    assert care.page.url == care.base + file


def _responsible(care: Screen, file: str) -> None:
    _do(
        care,
        file,
        "opvang/gemeente/",
        stays="here",
        stays_in="Woerden",
        registered="registered",
        registered_in="Rotterdam",
        found_in="Woerden",
        since=_today(),
    )
    assert "Rotterdam" in care.text()


def _no_place_nearby(care: Screen, file: str) -> None:
    _do(
        care,
        file,
        "opvang/nodig/",
        along="alone",
        safety="secret",
        language="Roemeens",
        access="geen trappen",
    )
    _do(
        care,
        file,
        "opvang/aanvragen/",
        kind="local",
        whom="Opvang in de stad",
        named="no",
        meanwhile="own_place",
        on=_today(),
    )
    _answer(care, file, "no_place")


def _through_comensha(care: Screen, file: str) -> None:
    _do(care, file, "dossier/toestemming/", recipient="comensha", how="written", what="opvang")
    care.goto(file)
    care.follow("/comensha/klaarmaken/")
    care.see("comensha-prepare")
    care.rest_on()
    care.fill({"kind": "shelter", "age_16": "no", "double": "not_notified", "name": "V.", "police": "no"})
    care.send()
    care.see("comensha-copy")
    field = care.page.locator(".baken-copy").first
    field.click()
    if care.looks:
        assert care.page.evaluate("window.getSelection().toString()") == field.inner_text()
    assert field.inner_text() == "Eleonora de Crooy, Moviera"
    care.follow("/comensha/gemeld/")
    care.see("comensha-notified")
    care.fill({"checked": True, "on": _today(), "channel": "own_form", "reference": "CM-117"})
    care.send()
    assert "CM-117" in care.text()
    care.see("comensha-done")


def _waits_and_moves(care: Screen, file: str) -> None:
    _do(
        care,
        file,
        "opvang/aanvragen/",
        kind="specialist",
        not_local="no_place",
        whom=PLACE,
        named="yes",
        meanwhile="nowhere",
        on=_today(),
    )
    assert re.search("geen veilige plek|no safe place", care.text())
    care.see("file-waiting")
    care.goto("/clienten/opvang/")
    care.see("waiting")
    assert "Vogel" in care.text()
    assert PLACE not in care.text()
    _answer(care, file, "waiting")
    _answer(care, file, "place")
    _do(
        care,
        file,
        "opvang/verhuizing/",
        to="specialist",
        because="place_found",
        on=_today(),
        place=PLACE,
        address=ADDRESS,
        municipality="Groningen",
    )
    assert ADDRESS in care.text()
    care.goto("/clienten/")
    assert not any(word in care.text() for word in (PLACE, ADDRESS, "Groningen"))
    fields = {"stays": "other_region", "stays_in": "Groningen", "because": "changed", "since": _today()}
    _do(care, file, "opvang/gemeente/", **fields)
    assert re.search("Draag de zorg over|Hand the care over", care.text())


def _transferred(office: Office, care: Screen, file: str) -> None:
    _do(care, file, "dossier/toestemming/", recipient="care_organisation", how="written", what="overdracht")
    care.follow("/overdragen/")
    care.see("transfer")
    care.page.get_by_label(HOUSE).check()
    care.fill(
        {"purpose": "protect_victims", "ground": "social_support", "pieces": ["contact", "place", "comensha"]}
    )
    care.rest_on()
    care.fill({"reason": "Woont nu daar.", "explanation": "Bel ons gerust.", "police": "no"})
    care.send(SEND)
    care.see("transfer-preview")
    assert not any(word in care.text() for word in (PLACE, ADDRESS))
    care.send("main form button[name=stage][value=confirm]")
    care.see("transferred")
    north = office.screen(NORTH, "/meldingen/")
    north.follow(str(north.page.locator("main table a").first.get_attribute("href")))
    assert "Rotterdam" in north.text()
    assert not any(word in north.text() for word in (PLACE, ADDRESS))
    north.fill({"outcome": "taken_up"})
    north.send()
    care.goto(file)
    care.see("file-transferred")
    assert re.search("Dit dossier is afgesloten|This file was closed|closed", care.text())


def _answer(care: Screen, file: str, outcome: str) -> None:
    care.goto(file)
    care.page.locator("main a[href*='/opvang/'][href$='/antwoord/']").first.click()
    care.page.wait_for_url("**/antwoord/")
    care.see("shelter-answer")
    care.fill({"outcome": outcome, "on": _today()})
    care.send()


def _do(care: Screen, file: str, page: str, **fields: str) -> None:
    """Open one page from the file, fill it in, and come back to the file."""
    care.goto(file)
    care.follow(f"/{page}")
    care.see(page.strip("/").replace("/", "-"))
    care.fill(fields)
    care.rest_on()
    if care.page.locator("main [name=police]").count():
        care.fill({"police": "no"})
    care.send()
    assert care.page.url == care.base + file, care.text()


def _today() -> str:
    return str(civil_date(now()))
