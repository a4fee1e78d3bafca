"""A transfer says what a client file says: whoever reads no client files there does not find it (V2, CARE-08)."""

from uuid import UUID, uuid4

import pytest
from django.test import Client

from baken.ledger.models import NotificationRow
from baken.tenancy import actions
from baken.tenancy.models import Organisation
from baken.tenancy.scope import scope
from tests.care.placing.moving import Moving, another_house, notified, placed, received
from tests.care.placing.test_transferring import CHOICE
from tests.tenants.care_things import WORKING_NAME
from tests.tenants.things import a_notification
from tests.tenants.town import Town, build


def _works_at(town: Town, house: Organisation, role: str) -> Client:
    email = f"{role}@noord.example"
    town.people[role] = actions.add_person(email=email, name="Persoon noord", password="x" * 20)
    with scope(house.id):
        town.members[role] = actions.add_member(person=town.people[role], roles=[role], now=town.now)
    return town.visit(Client(), role)


@pytest.fixture
def arrived(db: None) -> tuple[Town, Organisation, UUID]:
    file: Moving = placed()
    house = another_house(file.town)
    file.post("overdragen/", **CHOICE, receiver=str(house.id))
    return file.town, house, received(file.town, house)


@pytest.mark.parametrize("role", ["process_director", "focal_point", "lead_focal_point"])
def test_a_transfer_does_not_exist_for_who_reads_no_client_files(
    arrived: tuple[Town, Organisation, UUID], role: str
) -> None:
    town, house, notification = arrived
    browser, url = _works_at(town, house, role), f"/meldingen/{notification}/"
    answer = {"command": str(uuid4()), "outcome": "taken_up", "note": "x"}
    assert browser.get(url).status_code == 404
    assert browser.post(url, answer).status_code == 404
    assert browser.post(f"{url}verbetering/{uuid4()}/").status_code == 404
    page = browser.get("/meldingen/").content.decode()
    assert str(notification) not in page
    assert town.care.name not in page
    with scope(house.id):
        assert NotificationRow.objects.get().answered_at is None


def test_who_reads_client_files_finds_the_transfer(arrived: tuple[Town, Organisation, UUID]) -> None:
    town, _house, notification = arrived
    north = town.visit(Client(), "north")
    assert str(notification) in north.get("/meldingen/").content.decode()
    assert WORKING_NAME in north.get(f"/meldingen/{notification}/").content.decode()


def test_what_a_municipality_handed_over_is_read_as_before(db: None) -> None:
    town = build()
    notification = a_notification(town)["notification"]
    for visitor in ("care", "director"):
        browser = town.visit(Client(), visitor)
        assert str(notification) in browser.get("/meldingen/").content.decode()
        assert browser.get(f"/meldingen/{notification}/").status_code == 200


def test_a_file_that_came_from_a_transfer_leads_to_it_for_who_may_read_it(db: None) -> None:
    """The director reads the file that was brought in, and is not led to what does not exist for them."""
    file = notified()
    notification = file.file.notification
    assert file.post("dossier/inbrengen/", note="Ingewikkeld").status_code == 303
    there = f"/meldingen/{notification}/"
    assert there in file.text(visitor="director")
    Organisation.objects.filter(pk=file.town.woerden.id).update(kind="care")
    assert there in file.text()
    assert there not in file.text(visitor="director")
