"""Coming in for the first time, and again after everything was lost."""

from datetime import timedelta

import pyotp
import pytest
from django.test import Client

from baken.account import factors
from baken.account.models import Change, Session
from baken.core.decide.refusal import Refused
from baken.tenancy import actions, invitations
from baken.tenancy.scope import scope
from tests.account.conftest import WHO, password, with_app
from tests.account.test_second_step import secret_on
from tests.tenants.town import PASSWORD, Town

NEW = "vier kale bomen aan zee"


@pytest.fixture
def code(town: Town) -> str:
    """An invitation for somebody new in Woerden."""
    with scope(town.woerden.id):
        person = actions.add_person(email="nieuw@woerden.example", name="Nieuwe Collega")
        actions.add_member(person=person, roles=["focal_point"], now=town.now)
        return invitations.invite(person, now=town.now)


def come_in(client: Client, code: str, chosen: str = NEW) -> int:
    return client.post(
        "/inloggen/uitnodiging/", {"code": code, "password": chosen, "again": chosen}
    ).status_code


def test_an_invitation_becomes_a_password_and_then_a_second_factor(client: Client, code: str) -> None:
    assert come_in(client, code) == 303
    assert client.get("/werk/").status_code == 302
    secret = secret_on(client.get("/account/app/").content.decode())
    assert client.post("/account/app/", {"code": pyotp.TOTP(secret).now()}).status_code == 200
    assert client.get("/werk/").status_code == 200


def test_it_counts_once(client: Client, code: str) -> None:
    assert come_in(client, code) == 303
    assert come_in(Client(), code) == 422


def test_wrong_used_and_ended_get_the_same_answer(client: Client, code: str, town: Town) -> None:
    come_in(Client(), code)
    with scope(town.woerden.id):
        person = actions.add_person(email="later@woerden.example", name="Later")
        ended = invitations.invite(person, now=town.now - timedelta(days=30))
    pages = []
    for tried in (code, ended, "x" * len(code)):
        answer = client.post("/inloggen/uitnodiging/", {"code": tried, "password": NEW, "again": NEW})
        pages.append(answer.content.decode().replace(tried, "").split("csrfmiddlewaretoken")[0])
        assert answer.status_code == 422
    assert len(set(pages)) == 1


def test_a_refused_password_uses_nothing_up_and_loses_only_what_is_secret(client: Client, code: str) -> None:
    answer = client.post("/inloggen/uitnodiging/", {"code": code, "password": "kort", "again": "kort"})
    assert answer.status_code == 422
    assert code in answer.content.decode()
    assert come_in(client, code) == 303


def test_guessing_is_slowed(client: Client, town: Town) -> None:
    tried = [come_in(client, f"zelfde-begin-{one}") for one in range(6)]
    assert tried == [422] * 5 + [429]


def test_who_lost_everything_is_let_in_anew_by_the_manager_and_by_nothing_else(
    client: Client, town: Town
) -> None:
    person = town.people["focal_point"]
    with_app(person)
    town.visit(client, "focal_point")
    assert client.get("/account/").status_code == 200
    with scope(town.woerden.id):
        factors.end_log_in(person, by=town.actor("administrator"), now=town.now)
        again = invitations.invite(person, now=town.now)
    assert client.get("/account/").status_code == 302
    assert not Session.objects.filter(person_id=person.id).exists()
    assert password(Client()).status_code == 422, "the old password alone would be less than before"
    assert come_in(client, again) == 303
    (row,) = Change.objects.filter(person_id=person.id, kind="ended_by_manager")
    assert row.by_membership == town.members["administrator"].id


def test_a_manager_ends_neither_their_own_log_in_nor_that_of_who_works_elsewhere_too(town: Town) -> None:
    with scope(town.montfoort.id):
        actions.add_member(person=town.people["focal_point"], roles=["table_member"], now=town.now)
    with scope(town.woerden.id):
        for visitor in ("focal_point", "administrator"):
            with pytest.raises(Refused):
                factors.end_log_in(town.people[visitor], by=town.actor("administrator"), now=town.now)
    assert town.people["focal_point"].check_password(PASSWORD)


def test_an_address_with_an_invitation_is_not_known_from_outside(client: Client, code: str) -> None:
    pages = {
        password(client, who, "verkeerd wachtwoord").content.decode().replace(who, "").split("csrfmiddle")[0]
        for who in ("nieuw@woerden.example", "niemand@woerden.example", WHO)
    }
    assert len(pages) == 1
