"""Who held a post leaves: the work, the key and the old envelopes go on with others (ROLE-17, V6, V7)."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from baken.route import actions as route
from baken.tenancy.scope import scope
from tests.browser.desk import Desk
from tests.route.case import HAPPENED, REPORTER, Case, begin

POST, LEAVER, NEW = "Aandachtsfunctionaris Woerden", "Persoon focal_point", "Persoon coordinator"


@pytest.fixture
def case(live: Any) -> Case:
    """A signal under a name, received by who will leave."""
    case = begin()
    with scope(case.town.woerden.id):
        route.receive(**case.by())
    return case


def test_the_holder_of_a_post_leaves_and_a_colleague_takes_over_with_the_key(
    live: Any, visitor: Callable[..., Page], case: Case
) -> None:
    """The deputy keeps the way open, the manager gives the seat, and the key is renewed."""

    def at(who: str) -> Desk:
        return Desk(visitor(), live.url, case, who, axe=True)

    leaver, manager, deputy = at("focal_point").vault(), at("administrator"), at("deputy").vault()
    leaver.go(case.url()).says(HAPPENED)
    _the_manager_lets_go(manager)
    _nothing_is_left_to_the_leaver(leaver, case)
    deputy.go("/werk/").says(f"De functie {POST} heeft niemand meer; een achtervang neemt waar tot")
    deputy.says(f"De sleutel van {POST} moet worden vernieuwd: {LEAVER} kon die openen").see("work")
    _the_manager_gives_the_seat(manager)
    colleague = at("coordinator").vault(first=True).says("U wacht nog op een sleutel").see("waits")
    deputy.go("/functies/").says("De sleutel moet vernieuwd worden").says(f"{LEAVER}: vertrokken").see("debt")
    expect(deputy.page.get_by_role("link", name="Sleutel vernieuwen")).to_have_count(0)
    deputy.press(f"Sleutel geven aan {NEW}").says(f"{NEW}: heeft de sleutel")
    colleague.go("/werk/").press("Bekijk de sleutel").says(f"{LEAVER}: vertrokken").see("debt")
    _the_colleague_renews_and_reads_what_came_before(colleague, case)
    log = at("supervisor").go("/functies/sleutels/")
    log.says(f"Sleutel 2 van {POST} gemaakt: iemand die de sleutel had, is vertrokken")
    log.says("geopend: de veiligheid van de melder").silent(REPORTER)


def _the_manager_lets_go(manager: Desk) -> None:
    manager.go("/mensen/").press(LEAVER).press("Lidmaatschap beëindigen")
    manager.says(f"Functie: {POST}").says("Heeft een functie straks niemand meer").see("leave")
    manager.press("Lidmaatschap beëindigen").says(f"{LEAVER} heeft vanaf nu geen toegang meer.")
    manager.says(f"De functie {POST} heeft niemand meer; een achtervang neemt waar tot")
    manager.says(f"De sleutel van {POST} moet worden vernieuwd: {LEAVER}").see("left")


def _nothing_is_left_to_the_leaver(leaver: Desk, case: Case) -> None:
    for path in (case.url(), case.url("envelop/"), "/werk/", "/kluis/", "/functies/"):
        leaver.page.goto(leaver.base + path)
        leaver.silent(HAPPENED).silent(POST)
        assert path not in leaver.page.url.partition("?")[0]
    leaver.see("out")


def _the_manager_gives_the_seat(manager: Desk) -> None:
    manager.go("/mensen/").press(NEW).press("Rollen wijzigen")
    manager.page.get_by_label("Aandachtsfunctionaris mensenhandel", exact=True).check()
    manager.press("Opslaan").press("Functie geven").see("seat")
    manager.page.get_by_label(POST).check()
    manager.press("Functie geven").says(f"{NEW} vervult nu deze functie.")
    manager.go("/mensen/").silent("heeft niemand meer")


def _the_colleague_renews_and_reads_what_came_before(colleague: Desk, case: Case) -> None:
    colleague.press("Sleutel vernieuwen")
    colleague.page.get_by_label("Iemand die de sleutel had, is vertrokken").check()
    colleague.press("Sleutel vernieuwen").says("De sleutel is vernieuwd.").silent("moet vernieuwd worden")
    colleague.go(case.url()).says(HAPPENED).go(case.url("envelop/"))
    colleague.page.get_by_label("de veiligheid van de melder").check()
    colleague.page.get_by_label("Schrijf in een of twee zinnen waarom.").fill("Ik neem het werk over.")
    colleague.press("Envelop openen").says(REPORTER)
