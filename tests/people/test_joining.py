"""Who another organisation let in comes in here with a code from here, and with nothing else (V8, GEN-01)."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from baken.account.single_sign_on.models import Link
from baken.tenancy import actions, invitations, joining, locator
from baken.tenancy.models import Membership, Person
from baken.tenancy.scope import scope
from tests.people.test_people import NEW, manage
from tests.tenants.town import Town

THERE = "/organisatie/"


def added(town: Town, client: Client, email: str = "neighbour@montfoort.example") -> str:
    """Woerden adds somebody whom another organisation let in."""
    code: str = manage(town, client, "toevoegen/", **{**NEW, "email": email}).context["code"]
    return code


def send(town: Town, visitor: str, code: str) -> Any:
    return town.visit(Client(), visitor).post(THERE, {"code": code})


def here(town: Town, person: Person) -> bool:
    return town.woerden.id in locator.logins(person.id)


def test_whoever_logs_in_under_an_address_does_not_come_along_unseen(town: Town, client: Client) -> None:
    """An administrator elsewhere makes somebody of a colleague's address first, and logs in as them."""
    with scope(town.montfoort.id):
        trap = actions.add_person(
            email=NEW["email"], name="Val", password="een lang wachtwoord van een ander"
        )
        actions.add_member(person=trap, roles=["focal_point"], now=town.now)
    manage(town, client, "toevoegen/", **NEW)
    assert not here(town, trap)
    town.people["trap"] = trap
    attacker = town.visit(Client(), "trap")
    assert str(town.woerden.id) not in attacker.get(THERE).content.decode()
    assert attacker.post(THERE, {"organisation": str(town.woerden.id)}).status_code == 422


def test_a_code_that_another_organisation_still_has_out_opens_nothing_here(
    town: Town, client: Client
) -> None:
    with scope(town.montfoort.id):
        trap = actions.add_person(email=NEW["email"], name="Val")
        actions.add_member(person=trap, roles=["focal_point"], now=town.now)
        out = invitations.invite(trap, now=town.now)
    manage(town, client, "toevoegen/", **NEW)
    assert invitations.redeem(out, now=town.now) == trap
    assert not here(town, trap)


def test_with_the_code_one_comes_in_once_and_acts_here_at_once(town: Town, client: Client) -> None:
    code = added(town, client)
    joined = town.visit(Client(), "neighbour")
    assert "Code van een organisatie" in joined.get(THERE).content.decode()
    assert joined.post(THERE, {"code": f" {code} "}).status_code == 303
    assert joined.session["organisation"] == str(town.woerden.id)
    assert here(town, town.people["neighbour"])
    assert send(town, "neighbour", code).status_code == 422


@pytest.mark.parametrize("visitor", ["outsider", "focal_point", "unattached"])
def test_a_code_is_worth_nothing_to_anybody_else(town: Town, client: Client, visitor: str) -> None:
    answer = send(town, visitor, added(town, client))
    assert answer.status_code == 422
    assert "werkt niet of niet meer" in answer.content.decode()
    assert not here(town, town.people["neighbour"])


def test_a_code_ends_after_days_with_a_new_one_and_with_the_membership(town: Town, client: Client) -> None:
    who, code = town.people["neighbour"], added(town, client)
    later = town.now + timedelta(days=invitations.DAYS, minutes=5)
    assert joining.join(who, code, now=later) is None
    with scope(town.woerden.id):
        member = Membership.objects.get(person=who)
    again = manage(town, client, f"{member.id}/uitnodigen/").context["code"]
    assert joining.join(who, code, now=town.now) is None
    manage(town, client, f"{member.id}/vertrek/")
    assert joining.join(who, again, now=town.now) is None


def test_whose_own_provider_vouches_for_them_needs_no_code(town: Town, client: Client) -> None:
    who = town.people["neighbour"]
    Link.objects.create(issuer="https://inlog.example", subject=b"x" * 32, person=who, made_at=town.now)
    assert added(town, client) == ""
    assert here(town, who)


def test_a_member_who_works_nowhere_else_and_lost_everything_begins_anew_here(
    town: Town, client: Client
) -> None:
    added(town, client, "unattached@nergens.example")
    with scope(town.woerden.id):
        member = Membership.objects.get(person=town.people["unattached"])
    code = manage(town, client, f"{member.id}/opnieuw/").context["code"]
    assert invitations.redeem(code, now=town.now) == town.people["unattached"]
    assert here(town, town.people["unattached"])
