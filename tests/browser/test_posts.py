"""The keys of a post through a year of a municipality, in the browser (ROLE-03, ROLE-17, V6, V7).

A deputy comes and goes, recovery is arranged with two elsewhere, the key is renewed, a passphrase is lost and the key
recovered; and in another municipality nobody is left who has it.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from baken.core.vocabulary.moments import civil_date
from baken.route import actions as route
from baken.tenancy import actions
from baken.tenancy.scope import scope
from tests.browser.desk import Desk
from tests.route.case import REPORTER, Case, begin

NEW = "vier groene ganzen bij de brug"


@pytest.fixture
def case(live: Any) -> Case:
    """A received signal under a name, and a second person who may keep a share."""
    case = begin()
    town = case.town
    with scope(town.woerden.id):
        route.receive(**case.by())
        town.people["second"] = actions.add_person(email="tweede@regio.example", name="Persoon tweede")
        made = actions.add_member(person=town.people["second"], roles=["recovery_holder"], now=town.now)
        town.members["second"] = made
        by = town.members["administrator"].id
        lead = town.members["lead"].id
        actions.change_roles(membership_id=lead, roles=["lead_focal_point"], by=by, now=town.now)
    return case


def test_a_year_of_a_key(live: Any, visitor: Callable[..., Page], case: Case) -> None:
    def at(who: str) -> Desk:
        return Desk(visitor(), live.url, case, who, axe=True)

    holder = at("focal_point").vault()
    holder.go("/functies/").says("Herstel is niet geregeld").says("Persoon deputy").see("bare")
    _a_deputy_comes_and_goes(holder, case)
    keepers = [at("recovery"), at("second")]
    _recovery_is_arranged(holder, keepers)
    _the_key_is_renewed(holder, at("deputy"), case)
    _the_passphrase_is_lost_and_the_key_recovered(holder, keepers, case)
    log = at("supervisor").go("/functies/sleutels/").see("log")
    for words in (
        "geopend: de veiligheid van de melder",
        "Sleutel 2 van",
        "Begon een nieuwe kluis",
        "Gaf een hersteldeel aan Persoon focal_point",
        "Persoon focal_point heeft de sleutel weer",
    ):
        log.says(words)
    log.silent(REPORTER).silent("Alleen zo kan ik waarschuwen").silent("Briefje weg")


def _a_deputy_comes_and_goes(holder: Desk, case: Case) -> None:
    holder.press("Achtervang aanwijzen").see("appoint").press("Aanwijzen").says("Kies wie waarneemt.")
    holder.page.get_by_label("Persoon expired_deputy").check()
    today = civil_date(case.town.now)
    holder.page.get_by_label("Laatste dag").fill((today - timedelta(days=2)).isoformat())
    holder.press("Aanwijzen").says("De laatste dag ligt voor de eerste.")
    expect(holder.page.get_by_label("Persoon expired_deputy")).to_be_checked()
    holder.page.get_by_label("Laatste dag").fill((today + timedelta(days=5)).isoformat())
    holder.press("Aanwijzen").says("De achtervang is aangewezen").see("deputies")
    expect(holder.page.locator("main")).not_to_contain_text("moet vernieuwd worden")
    holder.press("Aanwijzing van Persoon expired_deputy beëindigen").says("De aanwijzing is beëindigd.")
    holder.says("De sleutel moet vernieuwd worden").see("owed")


def _recovery_is_arranged(holder: Desk, keepers: list[Desk]) -> None:
    holder.press("Hersteldelen maken").says("Er zijn nog geen twee bewaarders").see("no-keepers")
    for keeper in keepers:
        keeper.vault(first=True).says("Uw kluis is open")
    holder.go("/functies/").press("Hersteldelen maken").see("prepare")
    holder.page.get_by_label("Persoon recovery").check()
    holder.press("Delen maken").says("Er zijn minstens twee bewaarders nodig.")
    holder.page.get_by_label("Persoon tweede").check()
    holder.press("Delen maken").says("De hersteldelen zijn gemaakt.").silent("Herstel is niet geregeld")


def _the_key_is_renewed(holder: Desk, deputy: Desk, case: Case) -> None:
    holder.press("Sleutel vernieuwen").see("rotate")
    holder.page.get_by_label("Een vervanging liep af").check()
    holder.press("Sleutel vernieuwen").says("De sleutel is vernieuwd.").silent("moet vernieuwd worden")
    holder.says("Persoon tweede")
    deputy.vault().go(case.url("envelop/")).see("envelope")
    deputy.page.get_by_label("de veiligheid van de melder").check()
    deputy.page.get_by_label("Schrijf in een of twee zinnen waarom.").fill("Alleen zo kan ik waarschuwen.")
    deputy.press("Envelop openen").says(REPORTER)
    holder.go("/functies/").press("Aanwijzing van Persoon deputy beëindigen")


def _the_passphrase_is_lost_and_the_key_recovered(holder: Desk, keepers: list[Desk], case: Case) -> None:
    first, second = keepers
    holder.go("/kluis/").press("Kluis sluiten").press("Ik ben mijn wachtwoordzin kwijt")
    holder.says("Twee bewaarders kunnen deze sleutel samen herstellen").see("lost")
    _choose(holder)
    holder.says("U hebt de sleutel niet").see("without")
    holder.press("Om herstel vragen").see("ask")
    holder.page.get_by_label("Ik ben mijn wachtwoordzin kwijt").check()
    holder.page.get_by_label("Wat moeten de bewaarders weten?").fill("Briefje weg.")
    holder.press("Om herstel vragen").says("Uw verzoek staat klaar.").see("asked")
    for keeper in (first, second):
        keeper.go("/functies/herstel/").says("U kunt uw deel geven of weigeren.").see("requests")
        keeper.press("Persoon focal_point").says("Bel deze persoon eerst").says("Briefje weg.").see("request")
        keeper.press("Mijn deel geven").says("Bel eerst, en zet dan hier een vinkje.")
        keeper.page.get_by_label("Ik heb deze persoon zelf gesproken").check()
        keeper.press("Mijn deel geven").says("U hebt uw deel gegeven.")
    holder.go("/functies/herstel/").press("Persoon focal_point").see("ready").press("Sleutel herstellen")
    holder.says("De sleutel is hersteld.").silent("U hebt de sleutel niet").see("recovered")
    holder.go(case.url("envelop/"))
    holder.page.get_by_label("een wettelijke plicht").check()
    holder.page.get_by_label("Schrijf in een of twee zinnen waarom.").fill("Kijken of het weer gaat.")
    holder.press("Envelop openen").says(REPORTER)


def _choose(desk: Desk) -> None:
    desk.page.get_by_label("Ik heb gelezen wat ik nu niet meer kan openen").check()
    for field in desk.page.locator("main input[type=password]").all():
        field.fill(NEW)
    desk.press("Nieuwe wachtwoordzin kiezen").says("U hebt een nieuwe wachtwoordzin.")


def test_a_municipality_where_nobody_is_left_who_has_the_key(
    live: Any, visitor: Callable[..., Page], case: Case
) -> None:
    """Without JavaScript: the page says plainly what is lost, and new names can come in."""
    desk = Desk(visitor(javascript=False), live.url, case, "neighbour", axe=False)
    desk.go("/functies/wachtwoordzin-kwijt/").says("Niemand anders heeft deze sleutel").see("lost-alone")
    _choose(desk)
    desk.says("Niemand heeft de sleutel nog, en niemand bewaart een deel.").see("nobody")
    desk.press("Met een nieuwe sleutel beginnen").says("Wat er verloren gaat").see("fresh")
    desk.press("Nieuwe sleutel maken").says("Lees wat er verloren gaat, en zet hier een vinkje.")
    desk.page.get_by_label("Ik heb gelezen wat er verloren gaat").check()
    desk.press("Nieuwe sleutel maken").says("Er is een nieuwe sleutel.")
    desk.says("Oudere enveloppen blijven dicht").see("closed")
