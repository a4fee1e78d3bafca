"""The vault in the browser: chosen, opened for the session, closed, handed on (ROLE-03, V7)."""

import base64
import pickle
from datetime import timedelta

import pytest
from django.test import Client

from baken.account.models import Session
from baken.account.sessionstore import place
from baken.tenancy import actions, keys, renewing, sessions, slowdown, vault
from baken.tenancy.models import Delegation, PostKey, VaultKey
from baken.tenancy.scope import scope
from tests.tenants.town import PASSPHRASE, Town

pytestmark = pytest.mark.urls("tests.tenancy.urls")


@pytest.fixture(autouse=True)
def nobody_slowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vault, "vaults", slowdown.Slowdown())


def opens(client: Client) -> int:
    found: int = client.get("/probe/").json()["opens"]
    return found


def open_it(client: Client, town: Town, visitor: str = "focal_point") -> Client:
    assert town.visit(client, visitor).post("/kluis/", {"passphrase": PASSPHRASE}).status_code == 303
    return client


def test_the_passphrase_opens_the_vault_for_the_session(client: Client, town: Town) -> None:
    assert opens(town.visit(client, "focal_point")) == 0
    assert opens(open_it(client, town)) == 1
    cookie = client.cookies[sessions.COOKIE]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Strict")


def test_over_https_the_cookie_travels_over_https_only(client: Client, town: Town) -> None:
    town.visit(client, "focal_point").post("/kluis/", {"passphrase": PASSPHRASE}, secure=True)
    assert client.cookies[sessions.COOKIE]["secure"]


def test_a_wrong_passphrase_says_so_and_opens_nothing(client: Client, town: Town) -> None:
    page = town.visit(client, "focal_point").post("/kluis/", {"passphrase": "acht zwanen"})
    assert page.status_code == 422
    assert "opent de kluis niet" in page.content.decode()
    assert "acht zwanen" not in page.content.decode()
    assert opens(client) == 0


def test_guessing_a_passphrase_is_slowed(client: Client, town: Town) -> None:
    town.visit(client, "focal_point")
    answers = [client.post("/kluis/", {"passphrase": "mis"}).status_code for _ in range(6)]
    assert answers == [422] * 5 + [429]


def test_a_vault_that_began_anew_elsewhere_is_closed_here_and_no_page_breaks(
    client: Client, town: Town
) -> None:
    """With the passphrase of who watched over a shoulder nothing opens any more, and nobody meets an error."""
    open_it(client, town)
    who, helper = town.members["focal_point"].id, town.open_vault("deputy")
    with scope(town.woerden.id):
        renewing.begin_anew(who, f"{PASSPHRASE} en anders", now=town.now)
        share = PostKey.objects.get(membership_id=who)
        keys.hand_on(helper, share.id, now=town.now)
    assert opens(client) == 0
    assert client.get("/kluis/").status_code == 200


def test_neither_the_session_nor_the_cookie_alone_opens_anything(client: Client, town: Town) -> None:
    open_it(client, town)
    cookie = client.cookies.pop(sessions.COOKIE)
    assert opens(client) == 0
    client.cookies[sessions.COOKIE] = base64.urlsafe_b64encode(b"x" * 32).decode()
    assert opens(client) == 0
    client.cookies[sessions.COOKIE] = "rommel"
    assert opens(client) == 0
    client.cookies[sessions.COOKIE] = cookie.value
    assert opens(client) == 1
    town.visit(client, "focal_point")
    client.cookies[sessions.COOKIE] = cookie.value
    assert opens(client) == 0


def test_the_stored_session_holds_no_key_in_the_clear(client: Client, town: Town) -> None:
    secret = town.open_vault("focal_point")
    open_it(client, town)
    stored = client.session.load()
    raw = Session.objects.get(pk=place(client.session.session_key)).session_data.encode() + pickle.dumps(
        stored
    )
    for key in (secret.own, *secret.posts.values()):
        for form in (bytes(key), base64.b64encode(key), base64.urlsafe_b64encode(key), key.hex().encode()):
            assert form not in raw


def test_the_vault_of_one_membership_does_not_open_in_another(client: Client, town: Town) -> None:
    open_it(client, town)
    session = client.session
    session[sessions.ORGANISATION] = str(town.montfoort.id)
    session[sessions.MEMBERSHIP] = str(town.members["neighbour"].id)
    session["_auth_user_id"] = str(town.people["neighbour"].id)
    session["_auth_user_hash"] = town.people["neighbour"].get_session_auth_hash()
    session.save()
    assert opens(client) == 0


def test_closing_and_logging_out_close_the_vault(client: Client, town: Town) -> None:
    open_it(client, town).post("/kluis/sluiten/")
    assert opens(client) == 0
    open_it(client, town).post("/uitloggen/")
    assert client.cookies[sessions.COOKIE].value == ""


def test_the_vault_of_a_deputy_is_empty_as_soon_as_the_delegation_ends(client: Client, town: Town) -> None:
    """ROLE-17: also when it was opened while the delegation ran."""
    assert opens(open_it(client, town, "deputy")) == 1
    with scope(town.woerden.id):
        Delegation.objects.filter(membership_id=town.members["deputy"].id).update(
            until=town.now - timedelta(seconds=1)
        )
    assert opens(client) == 0


def test_the_first_time_one_chooses_a_passphrase(client: Client, town: Town) -> None:
    with scope(town.woerden.id):
        actions.change_roles(
            membership_id=town.members["lead"].id,
            roles=["lead_focal_point"],
            by=town.members["administrator"].id,
            now=town.now,
        )
        actions.create_post(
            role="lead_focal_point", name="Coördinator", holders=[town.members["lead"].id], now=town.now
        )
    town.visit(client, "lead")
    assert "Niemand kan deze wachtwoordzin herstellen" in client.get("/kluis/").content.decode()
    differs = client.post("/kluis/", {"passphrase": PASSPHRASE, "again": "iets anders dan dat"})
    assert (differs.status_code, "andere wachtwoordzin dan hierboven" in differs.content.decode()) == (
        422,
        True,
    )
    short = client.post("/kluis/", {"passphrase": "kort", "again": "kort"})
    assert (short.status_code, "minstens 12 tekens" in short.content.decode()) == (422, True)
    done = client.post("/kluis/", {"passphrase": PASSPHRASE, "again": PASSPHRASE})
    assert done.status_code == 303
    assert opens(client) == 1


def test_a_holder_gives_a_waiting_colleague_the_key(client: Client, town: Town) -> None:
    lead = town.members["lead"]
    with scope(town.woerden.id):
        actions.delegate(
            post_id=town.posts["woerden"].id,
            membership_id=lead.id,
            since=town.now,
            until=town.now + timedelta(days=3),
            now=town.now,
        )
        actions.set_vault_passphrase(membership_id=lead.id, passphrase=PASSPHRASE, now=town.now)
        share = PostKey.objects.get(membership_id=lead.id)
    assert "U wacht nog op een sleutel" in open_it(client, town, "lead").get("/kluis/").content.decode()
    assert "Persoon lead" in open_it(client, town).get("/kluis/").content.decode()
    assert client.post("/kluis/sleutel-geven/", {"share": str(share.id)}).status_code == 303
    assert opens(open_it(client, town, "lead")) == 1


def test_opening_a_vault_throws_away_what_ended_delegations_left(client: Client, town: Town) -> None:
    """ROLE-17: a share that nobody may use is not kept for whoever gets hold of the database later."""
    with scope(town.woerden.id):
        assert PostKey.objects.filter(membership_id=town.members["expired_deputy"].id).exists()
    open_it(client, town)
    with scope(town.woerden.id):
        assert not PostKey.objects.filter(membership_id=town.members["expired_deputy"].id).exists()
        assert PostKey.objects.filter(membership_id=town.members["deputy"].id).exists()


def test_no_key_is_given_for_a_delegation_that_ended_meanwhile(client: Client, town: Town) -> None:
    open_it(client, town)
    with scope(town.woerden.id):
        share = PostKey.objects.get(membership_id=town.members["deputy"].id)
        PostKey.objects.filter(id=share.id).update(sealed=None)
        Delegation.objects.filter(id=share.delegation_id).update(until=town.now - timedelta(seconds=1))
    assert client.post("/kluis/sleutel-geven/", {"share": str(share.id)}).status_code == 404


@pytest.mark.parametrize("share", ["", "rommel", "00000000-0000-4000-8000-000000000000"])
def test_a_key_that_nobody_asked_for_cannot_be_given(client: Client, town: Town, share: str) -> None:
    assert open_it(client, town).post("/kluis/sleutel-geven/", {"share": share}).status_code == 404


def test_without_an_open_vault_no_key_is_given(client: Client, town: Town) -> None:
    answer = town.visit(client, "focal_point").post("/kluis/sleutel-geven/", {"share": "x"})
    assert (answer.status_code, answer["Location"]) == (303, "/kluis/")


def test_a_second_passphrase_never_replaces_the_first(client: Client, town: Town) -> None:
    town.visit(client, "focal_point").post(
        "/kluis/", {"passphrase": "iets heel anders", "again": "iets heel anders"}
    )
    with scope(town.woerden.id):
        assert VaultKey.objects.filter(membership_id=town.members["focal_point"].id).count() == 1
    assert opens(open_it(client, town)) == 1
