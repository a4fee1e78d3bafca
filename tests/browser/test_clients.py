"""A group of eight from one notification to eight files, in a browser without scripts (CARE-01, 12, 16; V5, V21)."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import Page

from baken.clock import now
from baken.core.vocabulary.moments import civil_date
from baken.ledger.models import ClientRow
from baken.tenancy.scope import scope
from tests.browser.test_rights import Office
from tests.browser.walking import Desk, Screen

CARE = "zorgcoordinator@moviera.invalid"
EIGHT = [f"Vogel {number}" for number in range(1, 9)]
NEVER = "Nooit bellen na zes uur."


@pytest.fixture(
    params=[("nl-NL", 1280, False), ("en-GB", 320, True)], ids=["nl-without-scripts", "en-telephone"]
)
def office(request: pytest.FixtureRequest, live: Any, visitor: Callable[..., Page]) -> Office:
    """Woerden, the care organisation, and one signal that nobody took in hand yet."""
    locale, width, scripts = request.param
    return Office(live, visitor, width=width, locale=locale, scripts=scripts)


def test_a_group_of_eight_from_one_notification(office: Office) -> None:
    _notify(office)
    care = office.screen(CARE, "/meldingen/")
    _open_eight(care)
    _shelter_for_the_eight(care)
    file = _safe_contact_first(care)
    _help_and_rights(care, file)
    _consent_and_withdrawal(care, file)
    _closed_as_no_victim(care, office)
    director = office.screen("procesregisseur@moviera.invalid", "/meldingen/")
    assert director.status(file) == 404
    _do(care, file, "inbrengen", note="Acht mensen, drie gemeenten.")
    director.goto(file)
    director.see("client-director")
    assert NEVER in director.text()
    assert director.page.locator("main a[href*='/dossier/']").count() == 0


def _notify(office: Office) -> None:
    desk = Desk(office.screen("aandachtsfunctionaris@woerden.invalid", "/werk/"), office.signal)
    desk.screen.looks = False
    desk.act("ontvangen/")
    desk.act("feiten/leeftijd/", value="adult", reason="nagevraagd")
    desk.hand_over(
        "care_coordinator",
        named="yes",
        purpose="protect_victims",
        ground="social_support",
        pieces=["facts", "account"],
        words_account="Acht mensen in een schuur.",
    )


def _open_eight(care: Screen) -> None:
    care.follow(str(care.page.locator("main table a").first.get_attribute("href")))
    care.see("notification-care")
    care.follow("/clienten/")
    care.see("open")
    care.fill({"names": "\n".join([*EIGHT, EIGHT[0]]), "ground": "task_by_law", "age": "unknown"})
    care.fill({"because": "Sliepen in een schuur, paspoorten lagen bij de baas.", "police": "no"})
    care.send()
    assert EIGHT[0] in care.page.locator("main [name=names]").input_value(), "nothing typed is lost"
    care.fill({"names": "\n".join(EIGHT), "police": "no"})
    care.send()
    care.see("caseload-eight")
    assert "/clienten/?samen=" in care.page.url, "the eight stand together, among all the others"
    assert all(name in care.text() for name in EIGHT)


def _shelter_for_the_eight(care: Screen) -> None:
    """CARE-12: asked once for all of them, and answered for five; the other three go on waiting."""
    care.follow("/opvang/")
    care.see("shelter-for-eight")
    assert care.page.locator("main [name=people]:checked").count() == 8
    care.fill({"whom": "Huize Noord", "meanwhile": "nowhere", "along": "together", "safety": "guarded"})
    care.fill({"language": "Pools", "note": "Er is haast bij.", "police": "no"})
    care.send()
    assert "/clienten/?samen=" in care.page.url
    care.see("eight-waiting")
    care.follow("/antwoord/")
    offered = care.page.locator("main [name=requests]")
    five = [str(offered.nth(number).get_attribute("value")) for number in range(5)]
    care.fill({"requests": five, "outcome": "place"})
    care.see("answer-for-five")
    care.send()
    care.goto("/clienten/opvang/")
    care.see("three-waiting")
    assert [one in care.text() for one in EIGHT] == [False] * 5 + [True] * 3
    care.goto("/clienten/")


def _safe_contact_first(care: Screen) -> str:
    care.page.locator("main table a", has_text=EIGHT[0]).click()
    care.page.wait_for_url("**/clienten/*-*/")
    care.see("client-new")
    file = care.page.url.removeprefix(care.base)
    assert care.page.locator("main h2").first.get_attribute("id") == "deel-contact"
    _do(care, file, "contact", how="Alleen via de opvang.", never=NEVER, language="Pools", interpreter="Ja")
    assert NEVER in care.text()
    return file


def _help_and_rights(care: Screen, file: str) -> None:
    soon = str(civil_date(now()) + timedelta(days=3))
    _do(care, file, "hulpvraag", area="medical", what="Een huisarts.", by="", due="")
    care.page.locator("main a[href*='/dossier/hulp/']").click()
    care.page.wait_for_url("**/hulp/*/")
    care.see("help")
    care.fill({"by": "doctor", "due": soon, "what": "Morgen om tien uur."})
    care.fill({"police": "no"})
    care.send()
    today = str(civil_date(now()))
    _do(care, file, "rechten", on=today, language="Pools", by="Zorgcoördinator", what="Alles.")
    _do(care, file, "wens", wish="Naar huis bellen.")
    assert "Naar huis bellen." in care.text()


def _consent_and_withdrawal(care: Screen, file: str) -> None:
    _do(care, file, "toestemming", recipient="lawyer", who="mr. X", what="Wat er gebeurde.", how="spoken")
    care.page.locator("main a[href*='/dossier/intrekken/']").click()
    care.page.wait_for_url("**/intrekken/*/")
    care.see("withdraw")
    care.send()
    assert care.page.locator("main a[href*='/dossier/intrekken/']").count() == 0
    care.see("client-full")


def _closed_as_no_victim(care: Screen, office: Office) -> None:
    care.goto("/clienten/")
    care.page.locator("main table a", has_text=EIGHT[7]).click()
    care.page.wait_for_url("**/clienten/*-*/")
    file = care.page.url.removeprefix(care.base)
    _do(care, file, "afsluiten", outcome="not_a_victim", note="Bleek de chauffeur; geen slachtoffer.")
    care.see("client-closed")
    assert care.page.locator(f"main a[href='{file}dossier/heropenen/']").count() == 1
    care.goto("/clienten/")
    care.see("caseload-seven")
    with scope(office.town.organisations["moviera"].id):
        rows = list(ClientRow.objects.filter(group_id__isnull=False).values_list("open", "outcome"))
    assert sorted(rows) == [(False, "not_a_victim"), *[(True, "")] * 7]


def _do(care: Screen, file: str, act: str, **fields: str) -> None:
    """Open one act from the file's own page, fill it in, and come back to the file."""
    if care.page.url != care.base + file:
        care.goto(file)
    care.follow(f"/dossier/{act}/")
    care.see(f"act-{act}")
    care.fill({**fields, "police": "no"})
    care.send()
    assert care.page.url == care.base + file, care.text()
