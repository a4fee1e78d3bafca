"""Nobody who logs in meets a door that is shut for them."""

import re

import pytest
from django.test import Client

from tests.tenants.town import Town


@pytest.mark.parametrize(
    ("who", "words"),
    [
        ("administrator", "U beheert mensen en rollen"),
        ("adviser", "U zorgt voor het beleid"),
        ("expired_deputy", "Bent u achtervang?"),
        ("unattached", "werkt nog voor geen organisatie"),
    ],
)
def test_who_sees_no_signals_is_told_what_their_role_is_for(
    client: Client, town: Town, who: str, words: str
) -> None:
    page = town.visit(client, who).get("/").content.decode()
    assert words in page


@pytest.mark.parametrize(
    "who",
    [
        "focal_point",
        "lead",
        "deputy",
        "coordinator",
        "care",
        "adviser",
        "unattached",
        "administrator",
        "supervisor",
        "expired_deputy",
    ],
)
def test_every_door_opens(client: Client, town: Town, who: str) -> None:
    visitor = town.visit(client, who)
    page = visitor.get("/").content.decode()
    doors = re.findall(r'class="baken-door__link" href="([^"]+)"', page)
    assert doors
    assert {visitor.get(door).status_code for door in doors} == {200}


@pytest.mark.parametrize("who", ["privacy", "archivist", "supervisor", "ciso"])
def test_who_answers_for_the_work_begins_at_the_accountability(client: Client, town: Town, who: str) -> None:
    page = town.visit(client, who).get("/").content.decode()
    assert 'class="baken-door__link" href="/verantwoording/"' in page
