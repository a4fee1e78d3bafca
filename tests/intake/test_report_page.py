"""Reporting from outside: the page, the receipt, and what is kept."""

import re
from uuid import UUID

import pytest
from django.test import Client

from baken.intake.content import Report
from baken.ledger import signals, vault
from baken.tenancy.models import Locator
from baken.tenancy.scope import scope
from tests.tenants.town import Town

TOKEN = "een-formulier-met-een-eigen-kenmerk-0001"
STORY = "Er slapen zestien mensen op de grond."
CODE = re.compile(r"[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}-[0-9A-Z]{2}")


def code_on(page: str) -> str:
    """Return the return code that a receipt shows."""
    found = CODE.search(page)
    assert found
    return found.group()


def only_signal(town: Town) -> UUID:
    """Return the one signal there is."""
    (found,) = Locator.objects.filter(kind="return_code")
    assert found.organisation_id == town.woerden.id
    assert found.target is not None
    return found.target


def test_the_first_thing_on_the_page_is_a_telephone_number(client: Client, town: Town) -> None:
    page = client.get("/melden/woerden/").content.decode()
    assert page.index('href="tel:112"') < page.index('id="formulier"') < page.index("name=\"urgency\"")


def test_what_happens_with_a_name_is_said_before_it_is_asked(client: Client, town: Town) -> None:
    page = client.get("/melden/woerden/").content.decode()
    assert page.index("verzegelde envelop") < page.index('name="named"') < page.index('name="name"')
    assert "Aandachtsfunctionaris Woerden" in page


def test_the_policy_shows_purpose_and_ground(client: Client, town: Town) -> None:
    page = client.get("/melden/woerden/").content.decode()
    assert "mensenhandel stoppen" in page
    assert "AVG artikel 6" in page


def test_a_report_without_a_name_is_kept_with_purpose_and_ground_and_without_an_actor(
    client: Client, town: Town
) -> None:
    answer = client.post("/melden/woerden/", {"token": TOKEN, "happened": STORY, "exploitation": ["labour"]})
    assert answer.status_code == 200
    assert code_on(answer.content.decode())
    with scope(town.woerden.id):
        file = signals.read(only_signal(town), now=town.now)
        content = vault.get(file.id, file.state.contents[0])
    assert Report.from_vault(content) == Report(happened=STORY)
    assert file.state.claimed == {"exploitation": frozenset({"labour"})}
    assert (file.state.purpose, file.state.ground) == ("stop_exploitation", "public_task")
    assert file.state.envelope is None
    assert [one.actor for one in file.stream.events] == [None, None]
    assert [one.type for one in file.stream.events] == ["signal.reported", "signal.acknowledged"]
    assert not client.cookies


def test_a_name_is_sealed_to_the_post_and_opens_with_its_passphrase(client: Client, town: Town) -> None:
    told = {"named": "yes", "name": "Johanna Kanarie", "contact": "06-98765432", "coordinator": "Mevrouw Baas"}
    client.post("/melden/woerden/", {"token": TOKEN, "happened": STORY, **told})
    secret = town.open_vault("focal_point")
    with scope(town.woerden.id):
        file = signals.read(only_signal(town), now=town.now)
        assert file.state.envelope is not None
        opened = vault.get_sealed(file.id, file.state.envelope, secret)
    assert opened["name"] == "Johanna Kanarie"
    assert opened["coordinator"] == "Mevrouw Baas"
    assert set(opened) == {"name", "contact", "team", "coordinator", "reach"}
    assert file.state.reporter_named
    assert file.stream.events[-1].type == "team_coordinator.consulted"


@pytest.mark.parametrize("slug", ["woerden", "montfoort"])
def test_an_unknown_field_or_address_harms_nobody(client: Client, town: Town, slug: str) -> None:
    assert client.post(f"/melden/{slug}/", {"x": "y"}).status_code in (200, 422)
    assert client.get("/melden/nergens/").status_code == 404
    assert client.get("/melden/zorg/").status_code == 404
