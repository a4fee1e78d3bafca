"""An id_token counts only where this provider signed it, for us, in answer to this attempt, and just now."""

import base64
import hmac
import json
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from joserfc import jwt
from joserfc.jwk import OctKey

from baken.account.single_sign_on import discovery
from tests.identity import settings
from tests.identity.coming import DOOR, HOME, come_back, leave, log_in, standin
from tests.identity.coming import refused as not_in
from tests.identity.standin import KEY, OTHER, StandIn
from tests.tenants.conftest import town

__all__ = ["standin", "town"]
Sign = Callable[[dict[str, Any]], str]


def refused(client: Client, standin: StandIn) -> None:
    not_in(log_in(client, standin), 400, "klopt niet")
    assert "_auth_user_id" not in client.session
    assert len(standin.redeemed) == 1


def test_a_token_as_it_should_be_is_believed(client: Client, standin: StandIn) -> None:
    """Or what follows would prove nothing."""
    assert log_in(client, standin).status_code == 303


@pytest.mark.parametrize(
    "claims",
    [
        {"aud": "another-client"},
        {"aud": ["another-client"]},
        {"aud": []},
        {"aud": None},
        {"aud": ["baken", "another-client"]},
        {"aud": ["baken", "another-client"], "azp": "another-client"},
        {"azp": "another-client"},
        {"iss": "https://kwaad.example"},
        {"iss": None},
        {"nonce": "another-attempt"},
        {"nonce": ""},
        {"nonce": None},
        {"exp": 1_700_000_000},
        {"exp": None},
        {"exp": "morgen"},
        {"iat": 9_999_999_999},
        {"iat": None},
        {"sub": ""},
        {"sub": None},
        {"sub": 7},
        {"sub": "x" * 256},
    ],
    ids=json.dumps,
)
def test_a_token_for_another_of_another_time_or_of_nobody_is_refused(
    client: Client, standin: StandIn, claims: dict[str, Any]
) -> None:
    standin.person = {name: value for name, value in standin.person.items() if name not in claims}
    standin.claims = claims
    refused(client, standin)


def test_a_nonce_is_compared_as_text_and_not_found_in_a_list(client: Client, standin: StandIn) -> None:
    asked = leave(client, standin)
    standin.claims = {"nonce": [asked["nonce"], "x"]}
    not_in(come_back(client, asked), 400, "klopt niet")


def part(value: dict[str, Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


def unsigned(claims: dict[str, Any]) -> str:
    return f"{part({'alg': 'none', 'kid': 'eerste'})}.{part(claims)}."


def by_another(claims: dict[str, Any]) -> str:
    return jwt.encode({"alg": "RS256", "kid": "eerste"}, claims, OTHER)


def with_the_public_key_as_password(claims: dict[str, Any]) -> str:
    body = f"{part({'alg': 'HS256', 'kid': 'eerste'})}.{part(claims)}"
    seal = hmac.digest(KEY.as_pem(private=False), body.encode(), "sha256")
    return f"{body}.{base64.urlsafe_b64encode(seal).decode().rstrip('=')}"


def with_our_secret(claims: dict[str, Any]) -> str:
    return jwt.encode({"alg": "HS256"}, claims, OctKey.import_key(settings.SECRET))


def with_a_key_it_brings_itself(claims: dict[str, Any]) -> str:
    return jwt.encode({"alg": "RS256", "jwk": OTHER.as_dict(private=False)}, claims, OTHER)


def changed_afterwards(claims: dict[str, Any]) -> str:
    head, _body, seal = jwt.encode({"alg": "RS256", "kid": "eerste"}, claims, KEY).split(".")
    return f"{head}.{part({**claims, 'sub': 'account-2'})}.{seal}"


def unknown_key(claims: dict[str, Any]) -> str:
    return jwt.encode({"alg": "RS256", "kid": "nooit-gezien"}, claims, OTHER)


@pytest.mark.parametrize(
    "sign",
    [
        unsigned,
        by_another,
        with_the_public_key_as_password,
        with_our_secret,
        with_a_key_it_brings_itself,
        changed_afterwards,
        unknown_key,
        lambda _: "",
        lambda _: "geen.token",
        lambda _: "a.b.c.d.e",
        lambda _: "x" * 60_000,
    ],
)
def test_a_token_that_this_provider_did_not_sign_is_refused(
    client: Client, standin: StandIn, sign: Sign
) -> None:
    standin.sign = sign
    refused(client, standin)


def test_a_secret_key_in_the_public_list_signs_nothing(client: Client, standin: StandIn) -> None:
    shared = OctKey.generate_key(256, {"kid": "gedeeld", "use": "sig"})
    standin.keys.append(shared)
    standin.sign = lambda claims: jwt.encode({"alg": "HS256", "kid": "gedeeld"}, claims, shared)
    refused(client, standin)


def test_a_provider_may_renew_its_key(
    client: Client, standin: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A key that is not known yet is asked for, at most once a minute."""
    log_in(client, standin)
    newer = type(KEY).generate_key(2048, {"kid": "tweede", "use": "sig"})
    standin.keys, standin.redeemed = [newer], []
    standin.sign = lambda claims: jwt.encode({"alg": "RS256", "kid": "tweede"}, claims, newer)
    monkeypatch.setattr(discovery, "KEYS_AGAIN_AFTER", 0.0)
    assert log_in(client, standin).status_code == 303


@pytest.mark.parametrize(
    "answer",
    [
        (500, b"oeps"),
        (200, b"geen json"),
        (200, b"[]"),
        (200, b"{}"),
        (302, b""),
        (400, b'{"error": "invalid_grant"}'),
    ],
)
def test_whatever_else_a_provider_answers_lets_nobody_in_and_breaks_nothing(
    client: Client, standin: StandIn, answer: tuple[int, bytes]
) -> None:
    standin.answer = lambda: answer
    page = client.get(log_in(client, standin)["Location"])
    assert page.status_code in (400, 503)
    assert "Inloggen is niet gelukt" in page.content.decode()
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(
    "said",
    [
        {"issuer": "https://kwaad.example"},
        {"authorization_endpoint": "http://kwaad.example/auth"},
        {"token_endpoint": "ftp://kwaad.example"},
        {"token_endpoint": None},
        {"jwks_uri": 7},
        {"code_challenge_methods_supported": ["plain"]},
        {"id_token_signing_alg_values_supported": ["none", "HS256"]},
    ],
    ids=json.dumps,
)
def test_a_provider_that_says_something_odd_of_itself_is_not_used(
    client: Client, standin: StandIn, said: dict[str, Any]
) -> None:
    standin.metadata = said
    not_in(client.post(f"{DOOR}woerden/"), 503, "geeft nu geen goed antwoord")


def test_a_provider_that_is_silent_is_said_to_be_and_not_asked_at_every_click(
    client: Client, standin: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.write(HOME, woerden=settings.entry("http://127.0.0.1:9"))
    not_in(client.post(f"{DOOR}woerden/"), 503, "geeft nu geen goed antwoord")
    monkeypatch.setattr(discovery, "fetch", lambda *_: pytest.fail("asked again at once"))
    not_in(client.post(f"{DOOR}woerden/"), 503, "geeft nu geen goed antwoord")
    assert client.get(DOOR).status_code == 200
