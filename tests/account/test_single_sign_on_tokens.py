"""An id_token counts only where this provider signed it, for us, in answer to this attempt, and just now."""

import base64
import hmac
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client
from joserfc import jwt
from joserfc.jwk import OctKey

from baken.account.single_sign_on import discovery, exchange
from baken.account.single_sign_on.refusals import NoEntry
from baken.account.single_sign_on.settings_file import parse
from baken.clock import now
from tests.identity import settings
from tests.identity.coming import DOOR, HOME, come_back, leave, log_in, standin
from tests.identity.coming import refused as not_in
from tests.identity.standin import KEY, OTHER, StandIn, running, saskia, signed
from tests.tenants.conftest import town

__all__ = ["standin", "town"]
Sign = Callable[[dict[str, Any]], str]


@pytest.fixture(scope="module")
def server() -> Iterator[StandIn]:
    """One provider for all tokens."""
    with running() as made:
        yield made


@pytest.fixture
def alone(server: StandIn) -> StandIn:
    """A provider that was asked something, without a Baken around it."""
    discovery.forget()
    server.person, server.claims, server.asked = saskia(), {}, {"nonce": "our-own-nonce"}
    server.sign, server.keys = signed, [KEY]
    return server


def believed(standin: StandIn) -> dict[str, Any]:
    """What Baken believes of the token that this provider gives now."""
    file = {"format": 1, "address": HOME, "organisations": {"woerden": settings.entry(standin.url)}}
    (provider,) = parse(json.dumps(file)).values()
    about = discovery.metadata(standin.url)
    return exchange.checked(provider, about, standin.token(), nonce=standin.asked["nonce"], now=now())


def refused(standin: StandIn) -> None:
    with pytest.raises(NoEntry) as caught:
        believed(standin)
    assert caught.value.word == "untrusted"


def test_a_token_as_it_should_be_is_believed(alone: StandIn) -> None:
    """Or what follows would prove nothing."""
    assert believed(alone)["sub"] == "account-1"


def test_who_comes_back_with_a_wrong_token_does_not_come_in(client: Client, standin: StandIn) -> None:
    standin.sign = by_another
    not_in(log_in(client, standin), 400, "klopt niet")
    assert len(standin.redeemed) == 1


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
    alone: StandIn, claims: dict[str, Any]
) -> None:
    alone.person = {name: value for name, value in alone.person.items() if name not in claims}
    alone.claims = claims
    refused(alone)


def test_a_nonce_is_compared_as_text_and_not_found_in_a_list(alone: StandIn) -> None:
    alone.claims = {"nonce": [alone.asked["nonce"], "x"]}
    refused(alone)


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
def test_a_token_that_this_provider_did_not_sign_is_refused(alone: StandIn, sign: Sign) -> None:
    alone.sign = sign
    refused(alone)


def test_a_secret_key_in_the_public_list_signs_nothing(alone: StandIn) -> None:
    shared = OctKey.generate_key(256, {"kid": "gedeeld", "use": "sig"})
    alone.keys = [KEY, shared]
    alone.sign = lambda claims: jwt.encode({"alg": "HS256", "kid": "gedeeld"}, claims, shared)
    refused(alone)


def test_a_provider_may_renew_its_key(alone: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    """A key that is not known yet is asked for, at most once a minute."""
    believed(alone)
    newer = type(KEY).generate_key(2048, {"kid": "tweede", "use": "sig"})
    alone.keys, alone.sign = (
        [newer],
        lambda claims: jwt.encode({"alg": "RS256", "kid": "tweede"}, claims, newer),
    )
    refused(alone)
    monkeypatch.setattr(discovery, "KEYS_AGAIN_AFTER", 0.0)
    assert believed(alone)["sub"] == "account-1"


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
    alone: StandIn, monkeypatch: pytest.MonkeyPatch, said: dict[str, Any]
) -> None:
    monkeypatch.setattr(alone, "metadata", said)
    with pytest.raises(discovery.Unreachable):
        discovery.metadata(alone.url)


def test_a_provider_that_is_silent_is_said_to_be_and_not_asked_at_every_click(
    client: Client, standin: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.write(HOME, woerden=settings.entry("http://127.0.0.1:9"))
    not_in(client.post(f"{DOOR}woerden/"), 503, "geeft nu geen goed antwoord")
    monkeypatch.setattr(discovery, "fetch", lambda *_: pytest.fail("asked again at once"))
    not_in(client.post(f"{DOOR}woerden/"), 503, "geeft nu geen goed antwoord")
    assert client.get(DOOR).status_code == 200


def test_a_slow_provider_leaves_room_for_whoever_reports(
    client: Client, standin: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A web process has four threads; two may wait for providers, and a third person is told so at once."""
    asked = leave(client, standin)
    monkeypatch.setattr(discovery, "TURN", 0.01)
    with discovery.turn(), discovery.turn():
        not_in(come_back(client, asked), 503, "geeft nu geen goed antwoord")
    assert log_in(client, standin).status_code == 303
