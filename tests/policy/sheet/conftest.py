"""Whoever makes a route sheet: Woerden and Montfoort with the policies that are shipped."""

import pytest
from django.test import Client

from tests.tenants.things import adopt
from tests.tenants.town import Town, build

ADDRESS = "/beleid/meldroute/"


@pytest.fixture
def town(db: None) -> Town:
    """Two municipalities with people and a policy in use."""
    made = build()
    for slug in ("woerden", "montfoort"):
        adopt(made, slug)
    return made


def made(client: Client, town: Town, audience: str, language: str = "nl", who: str = "focal_point") -> bytes:
    """Return the sheet as this visitor gets it."""
    town.visit(client, who)
    answer = client.post(ADDRESS, {"audience": audience, "language": language})
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/pdf"
    return answer.content
