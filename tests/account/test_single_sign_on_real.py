"""Against a real provider that demands PKCE: who should come in does, and who meddles does not."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote_plus, urlencode

import pytest
import requests
from django.test import Client

from tests.identity import real, settings
from tests.identity.coming import DOOR, GROUPS, HOME, refused, roles_of
from tests.identity.real import Real, through
from tests.tenants.conftest import town
from tests.tenants.town import Town

__all__ = ["town"]
SASKIA = {"email": "focal_point@woerden.example", "email_verified": True, "name": "Saskia"}


@pytest.fixture
def provider(town: Town) -> Iterator[Real]:
    """Woerden's provider, which knows one person, in the group of focal points."""
    with real.running(HOME) as running:
        running.person("saskia", **SASKIA, groups=["baken-af"])
        settings.write(HOME, woerden=settings.entry(running.url, scopes=["groups"], roles=GROUPS))
        yield running
    settings.remove()


def back(client: Client, said: dict[str, str]) -> Any:
    return client.get(f"{DOOR}woerden/terug/?{urlencode(said)}")


def leave(client: Client) -> str:
    return str(client.post(f"{DOOR}woerden/")["Location"])


def test_somebody_comes_in_with_the_roles_of_their_groups_and_loses_them_with_the_group(
    client: Client, provider: Real, town: Town
) -> None:
    provider.person("saskia", **SASKIA, groups=["baken-af", "baken-beleid"])
    said = through(leave(client), "saskia")
    assert said["iss"] == provider.url
    assert back(client, said)["Location"] == "/werk/"
    assert roles_of(town) == ["focal_point", "policy_adviser"]
    provider.person("saskia", **SASKIA, groups=["baken-beleid"])
    assert back(client, through(leave(client), "saskia")).status_code == 303
    assert roles_of(town) == ["policy_adviser"]
    provider.person("saskia", **SASKIA, groups=[])
    other = Client()
    refused(back(other, through(leave(other), "saskia")), 403, "geen rol in Baken")
    assert roles_of(town) == []


def test_without_pkce_the_provider_refuses(provider: Real) -> None:
    """Or the test above would not show that PKCE is used."""
    asked = {
        "client_id": "baken",
        "response_type": "code",
        "scope": "openid",
        "redirect_uri": f"{HOME}{DOOR}woerden/terug/",
        "state": "x",
    }
    said = through(f"{provider.url}/auth?{urlencode(asked)}", "saskia")
    assert said["error"] == "invalid_request"
    assert "PKCE" in said["error_description"]


def test_a_code_is_worth_nothing_to_who_has_another_verifier(client: Client, provider: Real) -> None:
    said = through(leave(client), "saskia")
    stolen = {
        "grant_type": "authorization_code",
        "code": said["code"],
        "redirect_uri": f"{HOME}{DOOR}woerden/terug/",
        "code_verifier": "x" * 64,
    }
    us = ("baken", quote_plus(settings.SECRET))
    answer = requests.post(f"{provider.url}/token", stolen, auth=us, timeout=20)
    assert (answer.status_code, answer.json()["error"]) == (400, "invalid_grant")


def test_who_meddles_with_the_way_back_or_comes_twice_does_not_come_in(
    client: Client, provider: Real
) -> None:
    said = through(leave(client), "saskia")
    refused(back(Client(), said), 400, "verlopen, al een keer gebruikt")
    refused(back(client, {**said, "state": "x" * 43}), 400, "verlopen, al een keer gebruikt")
    assert back(client, said)["Location"] == "/werk/"
    client.post("/uitloggen/")
    refused(back(client, said), 400, "verlopen, al een keer gebruikt")
    other = Client()
    fresh = through(leave(other), "saskia")
    refused(back(other, {**fresh, "code": said["code"]}), 400, "kon het inloggen niet afmaken")


def test_who_stops_at_the_provider_reads_what_to_do(client: Client, provider: Real) -> None:
    refused(back(client, through(leave(client), "saskia", do="stop")), 403, "Het inloggen is afgebroken")
