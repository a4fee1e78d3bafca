"""Who comes into a client file, and what is written down of that (V8, V9, ROLE-07, issue: the room can stay off)."""

from uuid import UUID, uuid4

import pytest
from django.db import connection, connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from baken.care.clients.acts import ACTS
from baken.care.common import clients
from baken.ledger import processing_log
from baken.ledger.models import ClientRow, ReadEntry
from baken.tenancy.scope import scope
from tests.care.clients.filing import BECAUSE, NAME, Filing, open_files
from tests.care.clients.test_pages import soon
from tests.tenants.things import a_notification, adopt
from tests.tenants.town import build


def test_without_the_room_one_page_says_so_and_no_other_exists(db: None) -> None:
    """The hand-over and its answer are all there is where the organisation has a system of its own."""
    town, browser = build(), Client()
    adopt(town, "zorg", "woerden")  # a policy, and no room in it
    notification = a_notification(town)["notification"]
    town.visit(browser, "care")
    html = browser.get("/clienten/").content.decode()
    assert "in een eigen systeem" in html
    assert "/meldingen/" in html
    assert browser.get(f"/meldingen/{notification}/").status_code == 200
    for where in ("/clienten/openen/", f"/meldingen/{notification}/clienten/", f"/clienten/{uuid4()}/"):
        assert browser.get(where).status_code == 404
    assert "clienten/" not in browser.get(f"/meldingen/{notification}/").content.decode().split("<main")[1]
    client, part = uuid4(), uuid4()
    for name, act in ACTS.items():
        where = reverse(f"care_clients:{name}", args=[client, part] if act.part else [client])
        assert browser.get(where).status_code == 404
        assert browser.post(where, {}).status_code == 404


def test_a_file_of_before_the_room_was_switched_off_is_not_there_either(file: Filing) -> None:
    assert file.get().status_code == 200
    adopt(file.town, "zorg", "woerden")
    assert file.get().status_code == 404
    assert file.send("wens", wish="Weg hier").status_code == 404
    with scope(file.town.care.id):
        assert clients.open_clients(file.town.now) == []


def test_the_process_director_reads_along_as_long_as_the_case_was_brought_in(file: Filing) -> None:
    """ROLE-07: and never writes."""
    assert file.get(visitor="director").status_code == 404
    assert file.send("inbrengen", note="Drie gemeenten, geen opvang.").status_code == 303
    html = file.get(visitor="director").content.decode()
    assert NAME in html
    assert BECAUSE in html
    assert "/dossier/" not in html, "nothing to change"
    assert file.send("wens", visitor="director", wish="x").status_code == 404
    assert file.get("dossier/wens/", visitor="director").status_code == 404
    assert file.send("terughalen", note="Opgelost.").status_code == 303
    assert file.get(visitor="director").status_code == 404
    file.send("inbrengen", note="Opnieuw.")
    file.send("afsluiten", outcome="help_ended", note="Klaar.")
    assert file.get(visitor="director").status_code == 404


def test_every_look_is_in_both_logs(file: Filing) -> None:
    """V9, and the standard for logging what is processed of whom."""
    file.get()
    file.send("wens", wish="Rust")
    with scope(file.town.care.id):
        entries = list(ReadEntry.objects.filter(object_id=file.id, object_kind="client").order_by("number"))
        done = processing_log.of_signal(file.id)
    assert [(one.address, one.action, one.deed) for one in entries] == [
        ("care_clients:client", "care.read", "view"),
        ("care_clients:wish", "care.keep", "change"),
    ]
    assert {one.activity.rsplit(":", 1)[1] for one in done} == {"coordinate_care"}


def test_another_organisation_or_role_finds_nothing_of_it(file: Filing) -> None:
    """Whatever is written into each act, nobody else reads it on any page of theirs."""
    mark = "KANARIE-ZORG"
    told = {
        "contact": {
            "how": mark,
            "when": mark,
            "by": mark,
            "never": mark,
            "language": mark,
            "interpreter": mark,
        },
        "persoon": {"working_name": mark, "name": mark, "age": "minor", "role": "both", "because": mark},
        "vervolgd": {"treatment": "yes", "note": mark},
        "hulpvraag": {"area": "medical", "what": mark},
        "wens": {"wish": mark},
        "rechten": {"on": soon(0), "language": mark, "by": mark, "what": mark},
        "toestemming": {"recipient": "lawyer", "who": mark, "what": mark, "how": "by_guardian"},
        "afweging": {"recipient": "police", "outcome": "may_not", "reason": mark},
        "controle": {"next_on": soon(), "note": mark},
    }
    for act, fields in told.items():
        assert file.send(act, **fields).status_code == 303, act
    assert file.get().content.decode().count(mark) > 15
    pages = (
        "/",
        "/werk/",
        "/clienten/",
        "/meldingen/",
        file.url(),
        file.url("dossier/contact/"),
        "/cijfers/",
    )
    for visitor in (
        "focal_point",
        "neighbour",
        "director",
        "administrator",
        "supervisor",
        "privacy",
        "outsider",
    ):
        for page in pages:
            answer = file.town.visit(file.client, visitor).get(page)
            assert mark not in answer.content.decode(), (visitor, page)
    with scope(file.town.care.id):
        row = ClientRow.objects.values().get(stream_id=file.id)
    assert mark not in str(row)


@pytest.mark.parametrize("fields", [{"police": ""}, {"police": "yes"}])
def test_police_data_stay_out_and_nothing_typed_is_lost(file: Filing, fields: dict[str, str]) -> None:
    """V4."""
    answer = file.send("wens", wish="Terug naar huis", **fields)
    assert (answer.status_code, "Terug naar huis" in answer.content.decode()) == (422, True)
    assert not file.state.wishes


def test_two_who_write_at_once_lose_nothing_and_the_same_form_twice_is_done_once(file: Filing) -> None:
    command = str(uuid4())
    for _ in range(2):
        assert file.send("wens", wish="Rust", command=command).status_code == 303
    assert file.send("wens", wish="School", command=command).status_code == 303, (
        "other words are another command"
    )
    assert len(file.state.wishes) == 2


def test_the_caseload_asks_no_more_for_two_hundred_than_for_two(file: Filing) -> None:
    def asked() -> int:
        file.town.visit(file.client, "care")
        with CaptureQueriesContext(connection) as app, CaptureQueriesContext(connections["keys"]) as keys:
            assert file.client.get("/clienten/").status_code == 200
        return len(app) + len(keys)

    open_files(file.town, NAME)
    asked()  # reads the policy, which this process then knows
    few = asked()
    for group in range(10):
        open_files(file.town, *[f"{NAME} {group}.{number}" for number in range(20)])
    assert asked() == few


def test_a_file_of_nobody_is_not_there_for_the_coordinator(file: Filing) -> None:
    where = reverse("care_clients:client", args=[UUID(int=5)])
    assert file.town.visit(file.client, "care").get(where).status_code == 404
