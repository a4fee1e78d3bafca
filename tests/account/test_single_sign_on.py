"""To the provider and back: what is asked, what comes back, and what is said where it is no answer."""

import logging
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from baken.account.single_sign_on import pending, views
from baken.clock import now as clock
from tests.identity import settings
from tests.identity.coming import (
    DOOR,
    HOME,
    acts_for,
    come_back,
    leave,
    log_in,
    refused,
    roles_of,
    standin,
)
from tests.identity.standin import StandIn
from tests.tenants.conftest import town
from tests.tenants.town import Town

__all__ = ["standin", "town"]


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
    refused(come_back(client, asked, code="een-andere-code"), 400, "kon het inloggen niet afmaken")
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
    assert answer.cookies["sessionid"]["max-age"] == 0
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
