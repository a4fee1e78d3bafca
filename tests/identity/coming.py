"""Going to a provider and coming back, as a browser does: `come_back(client, leave(client, standin))`."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client

from baken.tenancy.models import Membership
from baken.tenancy.scope import scope
from tests.identity import settings
from tests.identity.standin import CODE, StandIn, running
from tests.tenants.town import Town

DOOR, HOME = "/inloggen/organisatie/", "http://localhost:8000"
GROUPS: dict[str, Any] = {
    "claim": "groups",
    "give": {
        "baken-af": ["focal_point"],
        "baken-beleid": ["policy_adviser"],
        "baken-beheer": ["administrator"],
        "baken-fg": ["data_protection_officer"],
    },
}


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
    """Nobody came in, and a page without anything of the attempt in its address says why and what to do."""
    assert answer.status_code == 303
    assert answer["Location"].startswith("/inloggen/mislukt/?waarom=")
    answer = answer.client.get(answer["Location"])
    page = answer.content.decode()
    assert answer.status_code == status, page
    assert words in page
    assert "Wat kunt u doen?" in page
    assert "_auth_user_id" not in answer.client.session
