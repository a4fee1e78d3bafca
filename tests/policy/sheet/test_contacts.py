"""The address book of an organisation: kept by those who need it, on its own sheet and nowhere else (REP-10)."""

from uuid import UUID, uuid4

import pytest
from django.test import Client

from baken.policy.models import Contact
from baken.policy.sheet import contacts
from baken.tenancy.scope import scope
from tests.papers import everything_of, text_of
from tests.policy.sheet.conftest import ADDRESS, made
from tests.tenants.town import Town

ADD = f"{ADDRESS}contact/"
TOLD = {
    "partner": "riec",
    "name": "Kanarie van het RIEC",
    "task": "projectleider",
    "phone": "030-0000000",
    "email": "kanarie@riec.example",
}


def kept(town: Town) -> list[Contact]:
    with scope(town.woerden.id):
        return contacts.contacts()


@pytest.fixture
def known(client: Client, town: Town) -> UUID:
    """A contact at the RIEC, written down by the focal point."""
    answer = town.visit(client, "focal_point").post(ADD, {**TOLD, "new": str(uuid4())})
    assert (answer.status_code, answer.headers["Location"]) == (303, ADDRESS)
    (one,) = kept(town)
    assert one.changed_by == town.members["focal_point"].id
    return one.id


@pytest.mark.parametrize("who", ["focal_point", "lead", "deputy", "adviser"])
def test_who_handles_signals_or_advises_on_policy_keeps_the_book(
    client: Client, town: Town, who: str
) -> None:
    answer = town.visit(client, who).post(ADD, {**TOLD, "new": str(uuid4())})
    assert answer.status_code == 303
    assert len(kept(town)) == 1


def test_a_contact_stands_on_the_sheet_where_the_partner_does(
    client: Client, town: Town, known: UUID
) -> None:
    line = "Kanarie van het RIEC (projectleider), 030-0000000, kanarie@riec.example"
    said = " ".join(text_of(made(client, town, "focal_point")).split())
    assert "".join(line.split()) in "".join(said.split())
    assert "Kanarie" not in text_of(made(client, town, "staff"))


def test_a_contact_never_reaches_another_organisation(client: Client, town: Town, known: UUID) -> None:
    assert b"Kanarie" not in everything_of(made(client, town, "everyone", who="neighbour"))
    page = client.get(ADDRESS).content.decode()
    assert "Kanarie" not in page
    assert client.get(f"{ADD}{known}/").status_code == 404
    assert client.post(f"{ADD}{known}/weg/").status_code == 404
    assert len(kept(town)) == 1


def test_the_page_leads_from_a_partner_that_cannot_be_reached_to_the_form(client: Client, town: Town) -> None:
    page = town.visit(client, "focal_point").get(ADDRESS).content.decode()
    assert f'href="{ADD}?partner=riec"' in page
    form = client.get(f"{ADD}?partner=riec").content.decode()
    assert '<option value="riec" selected>' in form


def test_a_partner_with_a_contact_is_not_lacking_any_more(client: Client, town: Town, known: UUID) -> None:
    page = town.visit(client, "focal_point").get(ADDRESS).content.decode()
    assert "?partner=riec" not in page
    assert "?partner=belle" in page


def test_who_may_only_read_sees_the_book_and_no_buttons(client: Client, town: Town, known: UUID) -> None:
    page = town.visit(client, "coordinator").get(ADDRESS).content.decode()
    assert "Kanarie van het RIEC" in page
    assert "meldroute/contact/" not in page


def test_the_same_form_sent_twice_writes_down_one(client: Client, town: Town) -> None:
    sent = {**TOLD, "new": str(uuid4())}
    town.visit(client, "focal_point")
    assert [client.post(ADD, sent).status_code for _ in range(2)] == [303, 303]
    assert len(kept(town)) == 1


def test_of_two_who_change_at_once_the_second_is_told_and_loses_nothing(
    client: Client, town: Town, known: UUID
) -> None:
    town.visit(client, "focal_point")
    first = client.post(f"{ADD}{known}/", {**TOLD, "name": "De eerste", "looked_at": "1"})
    second = client.post(f"{ADD}{known}/", {**TOLD, "name": "De tweede", "looked_at": "1"})
    page = second.content.decode()
    assert (first.status_code, second.status_code) == (303, 409)
    assert "Er staat nu: De eerste (projectleider)" in page
    assert 'value="De tweede"' in page
    assert 'name="looked_at" value="2"' in page
    assert client.post(f"{ADD}{known}/", {**TOLD, "name": "De tweede", "looked_at": "2"}).status_code == 303
    assert kept(town)[0].name == "De tweede"


def test_what_is_removed_is_gone(client: Client, town: Town, known: UUID) -> None:
    town.visit(client, "focal_point")
    asked = client.get(f"{ADD}{known}/weg/").content.decode()
    assert "Contactpersoon weghalen?" in asked
    assert len(kept(town)) == 1
    assert client.post(f"{ADD}{known}/weg/").status_code == 303
    assert kept(town) == []


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"partner": ""}, "Kies een partner."),
        ({"partner": "bakery"}, "Deze partner staat niet in het beleid."),
        ({"name": ""}, "Vul een naam in"),
        ({"name": "x" * 121}, "Maak de tekst korter."),
        ({"phone": "", "email": ""}, "Vul een telefoonnummer of een e-mailadres in."),
        ({"phone": "bel maar"}, "Dit is geen telefoonnummer."),
        ({"email": "kanarie"}, "Dit is geen e-mailadres."),
        ({"task": "123456782"}, "lijkt op een burgerservicenummer"),
    ],
)
def test_what_is_wrong_says_what_to_do_and_keeps_the_rest(
    client: Client, town: Town, wrong: dict[str, str], says: str
) -> None:
    answer = town.visit(client, "focal_point").post(ADD, {**TOLD, **wrong})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert says in page
    assert ("Kanarie van het RIEC" in page) == ("name" not in wrong)
    assert kept(town) == []


@pytest.mark.parametrize("number", ["", "x", "٣", "-1", "9" * 40])
def test_a_damaged_form_overwrites_nothing(client: Client, town: Town, known: UUID, number: str) -> None:
    answer = town.visit(client, "focal_point").post(
        f"{ADD}{known}/", {**TOLD, "name": "Anders", "looked_at": number}
    )
    assert answer.status_code == 409
    assert kept(town)[0].name == "Kanarie van het RIEC"
