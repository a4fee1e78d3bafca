"""V30 where care is an organisation of its own: which client files and notifications a leak concerns, and its list."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.http import HttpResponse
from django.test import Client

from baken.core.events.base import read
from baken.ledger.models import NotificationRow, ReadEntry
from baken.ledger.projections import reference
from baken.tenancy import actions as tenancy
from baken.tenancy.scope import scope
from baken.trust.incidents import actions, queries
from tests.care.clients.filing import BECAUSE, NAME, Filing, filing
from tests.papers import text_of
from tests.refer.conftest import HAPPENED, VICTIM, Handing, handing
from tests.route.conftest import case
from tests.tenants.town import Town

__all__ = ["case", "handing"]

LEAKS = "/verantwoording/datalekken/"


def employ(town: Town, name: str, role: str) -> None:
    """Let somebody work at the care organisation, whom the tests can send anywhere."""
    with scope(town.care.id):
        person = tenancy.add_person(email=f"{name}@zorg.example", name=f"Persoon {name}")
        town.people[name] = person
        town.members[name] = tenancy.add_member(person=person, roles=[role], now=town.now)


def leaked(town: Town) -> UUID:
    """A leak in the care organisation, told by its coordinator."""
    with scope(town.care.id):
        return actions.report(
            what="sent_wrong",
            where="own",
            ongoing="no",
            discovered_at=town.now - timedelta(hours=2),
            told="Een overzicht ging naar het verkeerde adres.",
            actor=town.actor("care"),
            now=town.now,
            command_id=uuid4(),
        )


@pytest.fixture
def file(db: None) -> Filing:
    """An open client file, in a care organisation with a privacy officer and an FG."""
    found = filing()
    employ(found.town, "care_privacy", "privacy_officer")
    employ(found.town, "care_fg", "data_protection_officer")
    return found


def name_it(town: Town, client: Client, visitor: str, leak: UUID, written: str) -> HttpResponse:
    told = {"command": str(uuid4()), "records": written}
    return town.visit(client, visitor).post(f"{LEAKS}{leak}/wie/", told)


def get(town: Town, client: Client, visitor: str, leak: UUID, page: str = "") -> HttpResponse:
    return town.visit(client, visitor).get(f"{LEAKS}{leak}/{page}")


@pytest.mark.parametrize("visitor", ["care", "care_privacy"])
def test_a_care_organisation_says_which_client_files_it_is_about(file: Filing, visitor: str) -> None:
    town, leak = file.town, leaked(file.town)
    assert name_it(town, file.client, visitor, leak, reference(file.id).lower()).status_code == 303
    with scope(town.care.id):
        assert queries.one(leak, town.now).state.clients == (str(file.id),)
    listed = get(town, file.client, "care", leak, "wie/lijst/").content.decode("utf-8-sig")
    assert f"cliëntdossier;{reference(file.id)};{NAME};vermoedelijk slachtoffer" in listed
    assert BECAUSE not in listed


def test_who_supervises_it_there_sees_a_number_and_no_name(file: Filing) -> None:
    town, leak = file.town, leaked(file.town)
    name_it(town, file.client, "care", leak, reference(file.id))
    for visitor in ("care_privacy", "care_fg"):
        page = get(town, file.client, visitor, leak).content.decode()
        assert f"Cliëntdossier {reference(file.id)}: 1 persoon" in page
        assert NAME not in page
        assert get(town, file.client, visitor, leak, "wie/lijst/").status_code == 404
    printed = " ".join(text_of(get(town, file.client, "care_fg", leak, "verslag/").content).split())
    assert f"Cliëntdossier {reference(file.id)}: 1 persoon" in printed
    assert NAME not in printed


def test_nobody_else_learns_of_it(file: Filing) -> None:
    """The process director, and everybody at the municipality: for them there is no such leak."""
    town, leak = file.town, leaked(file.town)
    for visitor in ("director", "focal_point", "privacy", "supervisor"):
        assert get(town, file.client, visitor, leak).status_code in (403, 404)
    assert name_it(town, file.client, "director", leak, reference(file.id)).status_code in (403, 404)


def test_the_list_leaves_an_entry_for_each_file_that_was_in_it(file: Filing) -> None:
    town, leak = file.town, leaked(file.town)
    name_it(town, file.client, "care", leak, reference(file.id))
    get(town, file.client, "care", leak, "wie/lijst/")
    with scope(town.care.id):
        taken = ReadEntry.objects.filter(deed="export").values_list("object_kind", "object_id")
        assert set(taken) == {("incident", leak), ("client", file.id)}


def test_a_notification_that_was_received_names_whom_the_sender_named(handing: Handing) -> None:
    town = handing.case.town
    handing.over("care_coordinator", pieces=["persons", "account"])
    leak = leaked(town)
    with scope(town.care.id):
        notification = NotificationRow.objects.get()
    assert name_it(town, Client(), "care", leak, notification.reference).status_code == 303
    page = get(town, Client(), "care", leak)
    assert f"Ontvangen melding {notification.reference}: 1 persoon" in page.content.decode()
    listed = get(town, Client(), "care", leak, "wie/lijst/").content.decode("utf-8-sig")
    assert VICTIM in listed
    assert HAPPENED not in listed


def test_a_list_of_before_care_had_a_place_in_it_is_still_read() -> None:
    event = read("incident.concerned", 1, {"signals": ["a"]})
    assert event.to_payload() == {"signals": ["a"], "notifications": [], "clients": []}
