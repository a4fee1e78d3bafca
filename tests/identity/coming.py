"""Going to a provider and coming back, as a browser does: `come_back(client, leave(client, standin))`."""

from typing import Any
from urllib.parse import urlencode

from django.test import Client

from tests.identity.standin import CODE, StandIn

DOOR = "/inloggen/organisatie/"


def leave(client: Client, standin: StandIn, slug: str = "woerden", **form: str) -> dict[str, str]:
    """Press the button; return what the provider is asked."""
    answer = client.post(f"{DOOR}{slug}/", form)
    assert answer.status_code == 303, answer.content.decode()
    return standin.heard(answer["Location"])


def come_back(client: Client, asked: dict[str, str], slug: str = "woerden", **other: str) -> Any:
    """Come back with a code, as the provider leads; `other` is what is different then."""
    given = {"code": CODE, "state": asked["state"], **other}
    return client.get(f"{DOOR}{slug}/terug/?{urlencode(given)}")


def log_in(client: Client, standin: StandIn, **form: str) -> Any:
    """There and back."""
    return come_back(client, leave(client, standin, **form))
