"""Sessions are listed without an address of the network, and end one by one or all at once (R7)."""

from typing import Any

import pytest
from django.test import Client

from baken.account.models import Change, Session
from baken.account.sessionstore import place
from baken.tenancy import browsers, sessions
from tests.account.conftest import code, password, with_app
from tests.tenants.town import PASSWORD, Town

FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0"
SAFARI = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Safari/604.1"
)


@pytest.fixture
def two(town: Town) -> tuple[Client, Client]:
    """The same person in two browsers."""
    with_app(town.people["focal_point"])
    first, second = Client(HTTP_USER_AGENT=FIREFOX), Client(HTTP_USER_AGENT=SAFARI)
    for off, browser in ((-1, first), (0, second)):
        password(browser)
        assert browser.post("/inloggen/tweede-stap/", {"code": code(off=off)}).status_code == 303
    return first, second


def test_each_session_is_listed_by_browser_and_way_of_logging_in(two: tuple[Client, Client]) -> None:
    page = two[0].get("/account/").content.decode()
    assert "Firefox op Windows" in page
    assert "Safari op iPhone" in page
    assert "wachtwoord en code uit de app" in page
    assert page.count("Deze sessie stoppen") == 1
    assert "127.0.0.1" not in page


def test_one_session_is_ended_and_the_other_goes_on(two: tuple[Client, Client]) -> None:
    first, second = two
    assert (
        first.post("/account/sessies/stoppen/", {"session": place(second.session.session_key)}).status_code
        == 303
    )
    assert second.get("/account/")["Location"].startswith("/inloggen/")
    assert first.get("/account/").status_code == 200


def test_all_others_are_ended_at_once_and_this_one_gets_another_identifier(
    two: tuple[Client, Client],
) -> None:
    first, second = two
    before = first.session.session_key
    first.post("/account/sessies/stoppen/", {"session": "others"})
    assert second.get("/account/").status_code == 302
    assert first.get("/account/").status_code == 200
    assert first.session.session_key != before


def test_nobody_ends_somebody_elses_session(client: Client, two: tuple[Client, Client], town: Town) -> None:
    town.visit(client, "neighbour").post(
        "/account/sessies/stoppen/", {"session": place(two[0].session.session_key)}
    )
    assert two[0].get("/account/").status_code == 200


def test_another_password_ends_the_other_sessions(two: tuple[Client, Client]) -> None:
    first, second = two
    new = "vier kale bomen aan zee"
    answer = first.post("/account/wachtwoord/", {"password": new, "again": new})
    assert answer.status_code == 303
    assert first.get("/account/").status_code == 200
    assert second.get("/account/").status_code == 302


@pytest.mark.parametrize("weak", ["kort", "1qaz2wsx3edc", "QWERTY123456"])
def test_a_weak_password_is_refused_with_what_to_do(two: tuple[Client, Client], weak: str) -> None:
    page = two[0].post("/account/wachtwoord/", {"password": weak, "again": weak})
    assert page.status_code == 422
    assert "Kies er een" in page.content.decode() or "Kies een ander" in page.content.decode()


def test_another_app_ends_the_other_sessions(two: tuple[Client, Client]) -> None:
    first, second = two
    first.post("/account/weghalen/?wat=app")
    assert second.get("/account/").status_code == 200, "the only second factor cannot be taken away"
    first.post("/account/herstelcodes/")
    assert second.get("/account/").status_code == 302


def test_something_about_the_log_in_changes_only_after_a_fresh_proof(two: tuple[Client, Client]) -> None:
    browser = two[0]
    kept = browser.session
    kept[sessions.PROVED] -= 601
    kept.save()
    for path in ("/account/app/", "/account/passkey/", "/account/wachtwoord/", "/account/herstelcodes/"):
        assert browser.get(path)["Location"].startswith("/account/bevestigen/?next="), path
        assert browser.post(path, {"password": "x" * 20, "again": "x" * 20})["Location"].startswith(
            "/account/bev"
        )
    wrong = browser.post("/account/bevestigen/", {"password": PASSWORD, "code": "000000"})
    assert wrong.status_code == 422
    assert browser.post("/account/bevestigen/", {"password": "fout", "code": code(off=1)}).status_code == 422
    before = browser.session.session_key
    answer = browser.post(
        "/account/bevestigen/", {"password": PASSWORD, "code": code(off=1), "next": "/account/wachtwoord/"}
    )
    assert (answer.status_code, answer["Location"]) == (303, "/account/wachtwoord/")
    assert browser.session.session_key != before
    assert browser.get("/account/wachtwoord/").status_code == 200


def test_a_session_is_kept_under_a_digest_so_that_a_dump_opens_none(two: tuple[Client, Client]) -> None:
    key = two[0].session.session_key
    assert not Session.objects.filter(pk=key).exists()
    row = Session.objects.get(pk=place(key))
    assert key not in row.session_data + row.pk


def test_choosing_an_organisation_gives_the_session_another_identifier(client: Client, town: Town) -> None:
    town.visit(client, "focal_point")
    before = client.session.session_key
    assert client.post("/organisatie/", {"organisation": str(town.woerden.id)}).status_code == 303
    assert client.session.session_key != before
    assert not Session.objects.filter(pk=place(before)).exists()


def test_what_was_in_the_session_before_the_log_in_does_not_go_along(client: Client, town: Town) -> None:
    with_app(town.people["focal_point"])
    kept = client.session
    kept["prepared"] = "by somebody else"
    kept.save()
    client.cookies["sessionid"] = before = kept.session_key
    password(client)
    client.post("/inloggen/tweede-stap/", {"code": code()})
    assert "prepared" not in client.session
    assert client.session.session_key != before


def test_who_comes_by_the_organisations_log_in_gets_no_second_way_in(client: Client, town: Town) -> None:
    """It would outlive the first: a leaver could still come in."""
    person = town.people["focal_point"]
    person.set_unusable_password()
    person.save()
    town.visit(client, "focal_point")
    for path in ("/account/app/", "/account/passkey/", "/account/wachtwoord/", "/account/herstelcodes/"):
        assert client.get(path).status_code == 403
    assert "account van uw organisatie" in client.get("/account/").content.decode()


@pytest.mark.parametrize(
    ("told", "family"),
    [(FIREFOX, "firefox/windows"), (SAFARI, "safari/iphone"), ("", "/"), ("curl/8 <script>", "/")],
)
def test_of_a_browser_only_its_family_is_kept(told: str, family: str) -> None:
    assert browsers.family(told) == family


def test_ending_sessions_is_recorded_for_the_person(two: tuple[Client, Client], town: Town) -> None:
    two[0].post("/account/sessies/stoppen/", {"session": "others"})
    kinds: list[Any] = list(Change.objects.values_list("kind", "person_id"))
    assert kinds == [("sessions_ended", town.people["focal_point"].id)]
