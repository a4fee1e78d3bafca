"""Who comes in by single sign-on, and in which roles."""

from typing import Any

import pytest
from django.test import Client

from baken.account import factors
from baken.account.single_sign_on.models import Link
from baken.clock import now as clock
from baken.ledger import people
from baken.tenancy import actions
from baken.tenancy.models import Membership, Person
from baken.tenancy.scope import scope
from tests.account.conftest import with_app
from tests.identity import settings
from tests.identity.coming import HOME, acts_for, by_claims, log_in, refused, roles_of, standin
from tests.identity.standin import StandIn
from tests.tenants.conftest import town
from tests.tenants.town import Town

__all__ = ["by_claims", "standin", "town"]


def test_somebody_is_known_by_their_account_and_no_longer_by_their_address(
    client: Client, standin: StandIn, town: Town
) -> None:
    log_in(client, standin)
    link = Link.objects.get()
    assert link.person == town.people["focal_point"]
    assert b"account-1" not in bytes(link.subject)
    standin.redeemed = []
    standin.person |= {"email": "adviser@woerden.example"}
    log_in(client, standin)
    assert client.session["_auth_user_id"] == str(town.people["focal_point"].pk)


def test_an_address_that_went_to_a_newcomer_opens_nothing_of_whoever_had_it(
    client: Client, standin: StandIn
) -> None:
    log_in(client, standin)
    client.post("/uitloggen/")
    standin.redeemed = []
    standin.person |= {"sub": "account-2"}
    refused(log_in(client, standin), 403, "al een ander account")


def test_whoever_made_a_way_in_under_an_address_before_is_out_once_its_provider_vouches_for_somebody(
    client: Client, standin: StandIn, town: Town
) -> None:
    """An administrator elsewhere can have made somebody of this address; they would read along from here (V8)."""
    before, person = town.visit(Client(), "focal_point"), town.people["focal_point"]
    with_app(person)
    assert factors.of(person.id).enrolled
    log_in(client, standin)
    person.refresh_from_db()
    assert not person.has_usable_password()
    assert not factors.of(person.id).enrolled
    assert "_auth_user_id" not in before.session
    assert client.get("/werk/").status_code == 200


@pytest.mark.parametrize(
    "said",
    [
        {"email_verified": False},
        {"email_verified": None},
        {"email_verified": "true"},
        {"email": None},
        {"email": "neighbour@montfoort.example"},
        {"email": "focal_point@woerden.example@montfoort.example"},
        {"email": "focal_point@woerden.example.nl"},
    ],
)
def test_no_provider_vouches_for_an_address_it_did_not_verify_or_of_another_organisation(
    client: Client, standin: StandIn, said: dict[str, Any]
) -> None:
    """Or a neighbour's provider could let anybody in as a focal point of Woerden (V8)."""
    standin.person |= said
    refused(log_in(client, standin), 403, "geen gecontroleerd e-mailadres")
    assert not Link.objects.exists()


def test_a_provider_that_says_nothing_of_verifying_can_be_trusted_in_the_file(
    client: Client, standin: StandIn, town: Town
) -> None:
    settings.write(HOME, woerden=settings.entry(standin.url, email_verified="by_provider"))
    standin.person["email_verified"] = None
    assert log_in(client, standin).status_code == 303


def test_somebody_whom_baken_does_not_know_is_told_whom_to_ask(client: Client, standin: StandIn) -> None:
    standin.person["email"] = "nieuw@woerden.example"
    refused(log_in(client, standin), 403, "bent u nog geen lid")
    assert not Person.objects.filter(email="nieuw@woerden.example").exists()


def test_claims_make_somebody_new_a_member_without_a_password(
    client: Client, by_claims: StandIn, town: Town
) -> None:
    by_claims.person |= {
        "email": "nieuw@woerden.example",
        "groups": ["baken-af", "baken-beleid", "iets anders"],
    }
    assert log_in(client, by_claims).status_code == 303
    person = Person.objects.get(email="nieuw@woerden.example")
    assert not person.has_usable_password()
    with scope(town.woerden.id):
        member = Membership.objects.get(person=person)
        assert sorted(member.roles) == ["focal_point", "policy_adviser"]
        spell = people.rights().now_of(str(member.id))
    assert spell
    assert sorted(spell.roles) == ["focal_point", "policy_adviser"]


def test_roles_follow_the_claims_at_every_log_in_and_each_change_is_recorded(
    client: Client, by_claims: StandIn, town: Town
) -> None:
    log_in(client, by_claims)
    by_claims.redeemed, by_claims.person["groups"] = [], "baken-beleid"  # one group as a word, not a list
    log_in(client, by_claims)
    assert roles_of(town) == ["policy_adviser"]
    assert client.get("/werk/").status_code == 403
    by_claims.redeemed, by_claims.person["groups"] = [], []
    refused(log_in(Client(), by_claims), 403, "geen rol in Baken")
    assert roles_of(town) == []
    with scope(town.woerden.id):
        spells = people.rights().spells[str(town.members["focal_point"].id)]
    assert [spell.roles for spell in spells] == [("focal_point",), ("policy_adviser",), ()]


def test_a_role_that_the_groups_do_not_speak_of_stays_as_it_was_given(
    client: Client, by_claims: StandIn, town: Town
) -> None:
    with scope(town.woerden.id):
        actions.change_roles(
            membership_id=town.members["focal_point"].id,
            roles=["focal_point", "recovery_holder", "policy_adviser"],
            by=town.members["administrator"].id,
            now=town.now,
        )
    log_in(client, by_claims)
    assert roles_of(town) == ["focal_point", "recovery_holder"]


@pytest.mark.parametrize(
    "groups", [["baken-af", "baken-beheer"], ["baken-fg", "baken-beleid"], ["baken-fg", "baken-beheer"]]
)
def test_groups_that_may_not_go_together_let_nobody_in_and_change_nothing(
    client: Client, by_claims: StandIn, town: Town, groups: list[str]
) -> None:
    """V7."""
    by_claims.person["groups"] = groups
    refused(log_in(client, by_claims), 403, "rollen die niet samengaan")
    assert roles_of(town) == ["focal_point"]


def test_who_was_taken_off_by_hand_is_not_brought_back_by_a_claim(
    client: Client, by_claims: StandIn, town: Town
) -> None:
    log_in(client, by_claims)
    with scope(town.woerden.id):
        actions.end_membership(
            membership_id=town.members["focal_point"].id, by=town.members["administrator"].id, now=clock()
        )
    by_claims.redeemed = []
    refused(log_in(Client(), by_claims), 403, "Uw toegang tot Baken is gesloten")
    assert roles_of(town) == []


def test_who_left_and_has_the_group_again_is_a_member_again(
    client: Client, by_claims: StandIn, town: Town
) -> None:
    by_claims.person["groups"] = []
    refused(log_in(client, by_claims), 403, "geen rol in Baken")
    by_claims.redeemed, by_claims.person["groups"] = [], ["baken-af"]
    assert log_in(client, by_claims).status_code == 303
    assert roles_of(town) == ["focal_point"]


def test_claims_give_nothing_in_another_organisation_and_take_nothing_there(
    client: Client, by_claims: StandIn, town: Town
) -> None:
    """Somebody of Woerden who is mandated in Montfoort chooses, as with any log-in."""
    with scope(town.montfoort.id):
        actions.add_member(person=town.people["focal_point"], roles=["table_member"], now=town.now)
    answer = log_in(client, by_claims, next="/beleid/")
    assert answer["Location"] == "/organisatie/?next=%2Fbeleid%2F"
    by_claims.redeemed, by_claims.person["groups"] = [], []
    log_in(client, by_claims)
    assert roles_of(town) == []
    assert acts_for(client) == str(town.montfoort.id)


def test_groups_that_stand_at_the_userinfo_address_alone_count_too(
    client: Client, by_claims: StandIn, town: Town
) -> None:
    by_claims.userinfo = {**by_claims.person, "groups": ["baken-beleid"]}
    assert log_in(client, by_claims).status_code == 303
    assert roles_of(town) == ["policy_adviser"]


def test_userinfo_of_somebody_else_is_not_believed(client: Client, by_claims: StandIn) -> None:
    by_claims.userinfo = {**by_claims.person, "sub": "account-9"}
    refused(log_in(client, by_claims), 400, "klopt niet")


@pytest.mark.parametrize(
    ("demand", "said"),
    [
        ({"amr": ["mfa"]}, {"amr": ["pwd"]}),
        ({"amr": ["mfa"]}, {}),
        ({"acr": ["hoog"]}, {"acr": "laag"}),
        ({"acr": ["hoog"]}, {}),
    ],
)
def test_a_second_step_that_the_file_demands_must_have_been_taken(
    client: Client, standin: StandIn, demand: dict[str, list[str]], said: dict[str, Any]
) -> None:
    settings.write(HOME, woerden=settings.entry(standin.url, demand=demand))
    standin.claims = said
    refused(log_in(client, standin), 403, "zonder tweede stap")
    standin.redeemed, standin.claims = [], {"amr": ["pwd", "mfa"], "acr": "hoog"}
    assert log_in(client, standin).status_code == 303


def test_who_is_closed_out_as_a_person_stays_out(client: Client, standin: StandIn, town: Town) -> None:
    log_in(client, standin)
    Person.objects.filter(pk=town.people["focal_point"].pk).update(is_active=False)
    standin.redeemed = []
    refused(log_in(Client(), standin), 403, "Uw toegang tot Baken is gesloten")


def test_groups_that_a_provider_only_points_to_take_nothing_away(
    client: Client, by_claims: StandIn, town: Town
) -> None:
    """Or too many groups at once would end somebody's membership."""
    by_claims.person |= {"groups": None, "_claim_names": {"groups": "src1"}}
    refused(log_in(client, by_claims), 503, "niet door bij welke groepen")
    assert roles_of(town) == ["focal_point"]


def test_a_provider_that_falls_silent_halfway_takes_nothing_away(
    client: Client, by_claims: StandIn, town: Town
) -> None:
    by_claims.userinfo, by_claims.gone = dict(by_claims.person), ("/me",)
    refused(log_in(client, by_claims), 503, "geeft nu geen goed antwoord")
    assert roles_of(town) == ["focal_point"]
