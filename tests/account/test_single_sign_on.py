"""Logging in with the account of one's organisation: who comes in, in which roles, and what is said otherwise."""

import logging
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from baken.account.single_sign_on import pending, views
from baken.account.single_sign_on.models import Link
from baken.clock import now as clock
from baken.ledger import people
from baken.tenancy import actions
from baken.tenancy.models import Membership, Person
from baken.tenancy.scope import scope
from tests.identity import settings
from tests.identity.coming import DOOR, come_back, leave, log_in
from tests.identity.standin import StandIn, running
from tests.tenants.conftest import town
from tests.tenants.town import Town

__all__ = ["town"]
HOME = "http://localhost:8000"
GROUPS = {
    "claim": "groups",
    "give": {
        "baken-af": ["focal_point"],
        "baken-beleid": ["policy_adviser"],
        "baken-beheer": ["administrator"],
        "baken-fg": ["data_protection_officer"],
    },
}


@pytest.fixture
def standin(town: Town) -> Iterator[StandIn]:
    """Woerden's provider, by which a person manager gives the roles."""
    with running() as made:
        settings.write(HOME, woerden=settings.entry(made.url))
        yield made
    settings.remove()


@pytest.fixture
def by_claims(standin: StandIn) -> StandIn:
    """The same, where groups give the roles."""
    settings.write(HOME, woerden=settings.entry(standin.url, roles=GROUPS))
    return standin


def acts_for(client: Client) -> str | None:
    return client.session.get("organisation")


def roles_of(town: Town, visitor: str = "focal_point") -> list[str]:
    with scope(town.woerden.id):
        member = Membership.objects.get(person=town.people[visitor])
        return sorted(member.roles) if member.active else []


def refused(answer: Any, status: int, words: str) -> None:
    """Nobody came in, and the page says why and what to do."""
    page = answer.content.decode()
    assert answer.status_code == status, page
    assert words in page
    assert "Wat kunt u doen?" in page
    assert "_auth_user_id" not in answer.client.session


def test_what_is_asked_of_the_provider_is_bound_to_this_browser_and_this_attempt(
    client: Client, standin: StandIn
) -> None:
    asked = leave(client, standin)
    assert asked["response_type"] == "code"
    assert asked["code_challenge_method"] == "S256"
    assert asked["redirect_uri"] == f"{HOME}{DOOR}woerden/terug/"
    assert set(asked["scope"].split()) == {"openid", "email", "profile"}
    again = leave(client, standin)
    for secret in ("state", "nonce", "code_challenge"):
        assert len(asked[secret]) >= 43
        assert asked[secret] != again[secret]


def test_the_way_back_never_follows_the_host_that_a_request_names(client: Client, standin: StandIn) -> None:
    answer = client.post(f"{DOOR}woerden/", headers={"host": "127.0.0.1"})
    assert standin.heard(answer["Location"])["redirect_uri"].startswith(f"{HOME}/")


def test_a_member_comes_in_with_a_session_of_their_own(client: Client, standin: StandIn, town: Town) -> None:
    asked = leave(client, standin, next="/overdrachten/")
    before = client.session.session_key
    answer = come_back(client, asked)
    assert (answer.status_code, answer["Location"]) == (303, "/overdrachten/")
    assert client.session.session_key != before
    assert acts_for(client) == str(town.woerden.id)
    assert client.session["factor"] == "sso"
    assert pending.KEY not in client.session
    assert client.get("/werk/").status_code == 200
    assert roles_of(town) == ["focal_point"]


def test_logging_in_anew_renews_the_session_also_for_the_same_person(
    client: Client, standin: StandIn
) -> None:
    log_in(client, standin)
    before, standin.redeemed = client.session.session_key, []
    log_in(client, standin)
    assert client.session.session_key != before


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
    refused(log_in(client, by_claims), 403, "geen rol in Baken")
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


@pytest.mark.parametrize(
    ("said", "status", "words"),
    [
        ("access_denied", 403, "Het inloggen is afgebroken"),
        ("server_error", 400, "kon het inloggen niet afmaken"),
        ("<script>", 400, "kon het inloggen niet afmaken"),
    ],
)
def test_what_the_provider_refuses_becomes_a_plain_page(
    client: Client, standin: StandIn, said: str, status: int, words: str
) -> None:
    asked = leave(client, standin)
    answer = client.get(f"{DOOR}woerden/terug/", {"state": asked["state"], "error": said})
    refused(answer, status, words)
    assert "<script>" not in answer.content.decode()
    assert standin.redeemed == []


def test_an_answer_to_no_question_of_this_browser_is_not_looked_at(client: Client, standin: StandIn) -> None:
    """Somebody else's code, pushed into my browser, would log me in as them."""
    asked = leave(client, standin)
    refused(come_back(Client(), asked), 400, "verlopen, al een keer gebruikt")
    refused(come_back(client, asked, state=asked["state"][:-1] + "x"), 400, "verlopen, al een keer gebruikt")
    refused(come_back(client, asked, state=""), 400, "verlopen, al een keer gebruikt")
    assert standin.redeemed == []


def test_an_answer_counts_once(client: Client, standin: StandIn) -> None:
    asked = leave(client, standin)
    assert come_back(client, asked).status_code == 303
    client.post("/uitloggen/")
    refused(come_back(client, asked), 400, "verlopen, al een keer gebruikt")
    assert len(standin.redeemed) == 1


def test_an_answer_that_failed_does_not_count_either_the_second_time(
    client: Client, standin: StandIn
) -> None:
    asked = leave(client, standin)
    assert come_back(client, asked, code="een-andere-code").status_code == 400
    refused(come_back(client, asked), 400, "verlopen, al een keer gebruikt")


def test_an_attempt_ends_after_ten_minutes(
    client: Client, standin: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = leave(client, standin)
    monkeypatch.setattr(views, "now", lambda: clock() + timedelta(minutes=10, seconds=2))
    refused(come_back(client, asked), 400, "verlopen, al een keer gebruikt")


def test_one_provider_does_not_answer_for_another(client: Client, standin: StandIn) -> None:
    """Neither at another's way back, nor by another name."""
    both = {
        "woerden": settings.entry(standin.url),
        "montfoort": settings.entry(standin.url, email_domains=["montfoort.example"]),
    }
    settings.write(HOME, **both)
    refused(
        come_back(client, leave(client, standin), slug="montfoort"), 400, "verlopen, al een keer gebruikt"
    )
    refused(come_back(client, leave(client, standin), iss="https://kwaad.example"), 400, "klopt niet")
    standin.metadata["authorization_response_iss_parameter_supported"] = True
    settings.write(HOME, **both)
    refused(come_back(client, leave(client, standin)), 400, "klopt niet")
    assert come_back(client, leave(client, standin), iss=standin.url).status_code == 303


@pytest.mark.parametrize(
    "elsewhere", ["https://kwaad.example/", "//kwaad.example", "/\\kwaad", "javascript:alert(1)"]
)
def test_one_is_never_led_to_another_site(client: Client, standin: StandIn, elsewhere: str) -> None:
    assert "kwaad" not in log_in(client, standin, next=elsewhere)["Location"]
    standin.redeemed = []
    asked = leave(client, standin)
    assert "kwaad" not in come_back(client, asked, next=elsewhere, redirect_uri=elsewhere)["Location"]


def test_a_link_or_another_site_cannot_begin_a_log_in(standin: StandIn) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.get(f"{DOOR}woerden/").status_code == 405
    assert strict.post(f"{DOOR}woerden/").status_code == 403


def test_an_organisation_without_a_provider_has_no_door(client: Client, standin: StandIn) -> None:
    refused(client.post(f"{DOOR}montfoort/"), 404, "niet ingesteld")


def test_the_page_with_the_button_names_the_provider_to_the_browser_and_no_other_page_does(
    client: Client, standin: StandIn
) -> None:
    settings.write(HOME, woerden=settings.entry(standin.url, also_through=["https://adfs.woerden.example"]))
    page = client.get(DOOR)
    assert "Inloggen bij Gemeente Woerden" in page.content.decode()
    assert (
        f"form-action 'self' {standin.url} https://adfs.woerden.example;" in page["Content-Security-Policy"]
    )
    asked = leave(client, standin)
    for answer in (client.get("/inloggen/"), client.get("/"), come_back(client, asked, state="x")):
        assert "form-action 'self';" in answer["Content-Security-Policy"]


def test_after_logging_out_the_provider_is_offered_to_forget_too(client: Client, standin: StandIn) -> None:
    log_in(client, standin)
    answer = client.post("/uitloggen/")
    assert answer["Location"] == "/uitgelogd/?bij=woerden"
    assert "cookies" in answer["Clear-Site-Data"]
    page = client.get(answer["Location"])
    link = page.context["where"]
    assert parse_qs(urlsplit(link).query) == {
        "client_id": ["baken"],
        "post_logout_redirect_uri": [f"{HOME}/"],
    }
    assert link.startswith(f"{standin.url}/end?")
    assert "Bij Gemeente Woerden bent u nog ingelogd" in page.content.decode()


def test_a_provider_that_cannot_forget_is_not_offered(client: Client, standin: StandIn) -> None:
    standin.metadata["end_session_endpoint"] = None
    settings.write(HOME, woerden=settings.entry(standin.url))
    log_in(client, standin)
    assert client.post("/uitloggen/")["Location"] == "/"


def test_nothing_about_a_person_and_no_secret_comes_in_a_log_or_a_page(
    client: Client, standin: StandIn, caplog: pytest.LogCaptureFixture
) -> None:
    standin.person["email"] = "nieuw@woerden.example"
    with caplog.at_level(logging.DEBUG):
        asked = leave(client, standin)
        page = come_back(client, asked).content.decode()
    said = "".join(
        f"{record.name} {record.getMessage()}" for record in caplog.records if record.name.startswith("baken")
    )
    assert "let nobody in: unknown" in said
    for word in ("nieuw@", "account-1", settings.SECRET, asked["state"], "Saskia"):
        assert word not in said + page
