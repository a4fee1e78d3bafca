"""Two of three keepers can bring a key back: one refuses, and a request that was ready is withdrawn (ROLE-17, V7)."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from baken.route import actions as route
from baken.tenancy import actions
from baken.tenancy.scope import scope
from tests.browser.desk import Desk
from tests.posts.conftest import NEW, Seat
from tests.route.case import REPORTER, Case, begin
from tests.tenants.town import PASSPHRASE

WHO, DOUBT, WORDS = "Persoon focal_point", "Een ander nam de telefoon op.", "Briefje weg."


@pytest.fixture
def case(live: Any) -> Case:
    """A signal under a name; the key is shared among three, and its holder has just lost the passphrase."""
    case = begin()
    town, keepers = case.town, {}
    with scope(town.woerden.id):
        route.receive(**case.by())
        for name in ("noor", "oost", "zuid"):
            person = actions.add_person(email=f"{name}@regio.example", name=f"Bewaarder {name}")
            made = actions.add_member(person=person, roles=["recovery_holder"], now=town.now)
            actions.set_vault_passphrase(membership_id=made.id, passphrase=PASSPHRASE, now=town.now)
            town.people[name], town.members[name], keepers[name] = person, made, made
        actions.end_membership(membership_id=town.members["deputy"].id, now=town.now)
    seat = Seat(town, keepers)
    seat.prepare()
    seat.lose()
    return case


def test_one_keeper_refuses_and_a_request_that_was_ready_is_withdrawn(
    live: Any, visitor: Callable[..., Page], case: Case
) -> None:
    def at(who: str) -> Desk:
        return Desk(visitor(), live.url, case, who, axe=True)

    holder = at("focal_point").vault(NEW)
    noor, oost, zuid = (at(who).vault() for who in ("noor", "oost", "zuid"))
    _ask(holder)
    _give(noor)
    _refuse(oost)
    _open(zuid).says("geweigerd").says(DOUBT)
    expect(zuid.page.get_by_role("button", name="Mijn deel geven")).to_have_count(0)
    _open(holder).says("Waarom geweigerd").says(DOUBT).see("refused")
    expect(holder.page.get_by_role("button", name="Sleutel herstellen")).to_have_count(0)
    _ask(holder)
    _give(noor)
    _give(zuid)
    _tick(_open(oost).silent(DOUBT))
    _open(holder).says("Twee bewaarders gaven hun deel").press("Verzoek intrekken")
    holder.says("Uw verzoek is ingetrokken.").see("withdrawn")
    oost.press("Mijn deel geven").says("Het verzoek loopt niet meer: ingetrokken").see("too-late")
    noor.go("/functies/herstel/").silent("U kunt uw deel geven of weigeren.").see("nothing-to-do")
    _ask(holder)
    _open(holder).says("nog niemand")  # what was given to the former requests is gone
    holder.go(case.url("envelop/"))
    holder.page.get_by_label("een wettelijke plicht").check()
    holder.page.get_by_label("Schrijf in een of twee zinnen waarom.").fill("Kijken of het gaat.")
    holder.press("Envelop openen").silent(REPORTER).see("closed")
    log = at("supervisor").go("/functies/sleutels/").says(f"Weigerde een hersteldeel aan {WHO}")
    log.says("Trok het verzoek om herstel in").silent(DOUBT).silent(WORDS).silent("heeft de sleutel weer")


def _ask(holder: Desk) -> None:
    holder.go("/functies/").press("Om herstel vragen")
    holder.page.get_by_label("Ik ben mijn wachtwoordzin kwijt").check()
    holder.page.get_by_label("Wat moeten de bewaarders weten?").fill(WORDS)
    holder.press("Om herstel vragen").says("Uw verzoek staat klaar. Bel nu twee bewaarders.")


def _open(desk: Desk) -> Desk:
    """The newest request is the first."""
    return desk.go("/functies/herstel/").press(WHO)


def _tick(keeper: Desk) -> Desk:
    keeper.page.get_by_label("Ik heb deze persoon zelf gesproken").check()
    return keeper


def _give(keeper: Desk) -> None:
    _tick(_open(keeper)).press("Mijn deel geven").says("U hebt uw deel gegeven.")


def _refuse(keeper: Desk) -> None:
    _open(keeper).press("Weigeren").says(f"Uw weigering beëindigt het verzoek van {WHO}").see("refuse")
    keeper.press("Weigeren").see("refuse-empty")
    keeper.page.get_by_label("Waarom weigert u?").fill(DOUBT)
    keeper.press("Weigeren").says("U hebt geweigerd. Het verzoek is beëindigd.").see("refused-list")
