"""Writing down what somebody else tells, by telephone or at the desk (REP-12, ROLE-05)."""

import pytest
from django.test import Client

from baken.ledger import codes
from tests.intake.sending import STORY, TOKEN, code_on, only_signal, signals_of
from tests.tenants.town import Town


def test_the_focal_point_enters_and_passes_the_code_on(client: Client, town: Town) -> None:
    town.visit(client, "focal_point")
    assert "Wat vertelt de melder?" in client.get("/werk/invoeren/").content.decode()
    told = {"token": TOKEN, "happened": STORY, "reporter": "resident"}
    page = client.post("/werk/invoeren/", told).content.decode()
    assert "geef deze pagina mee" in page
    file = only_signal(town.woerden, town.now)
    assert f"/signalen/{file.id}/" in page
    assert codes.find(code_on(page)) == (town.woerden.id, file.id)
    assert (file.state.channel, file.state.reporter) == ("entered", "resident")
    assert {one.actor for one in file.stream.events} == {town.members["focal_point"].id}


def test_a_team_coordinator_enters_but_is_not_led_to_what_they_may_not_read(
    client: Client, town: Town
) -> None:
    town.visit(client, "coordinator")
    page = client.post("/werk/invoeren/", {"token": TOKEN, "happened": STORY}).content.decode()
    assert code_on(page)
    assert f"/signalen/{signals_of(town.woerden)[0]}/" not in page


def test_each_is_told_what_stands_beside_a_signal_they_enter(client: Client, town: Town) -> None:
    """DATA-06: of a team coordinator no trace stands beside it, and the page promises none."""
    kept, hidden = "Wij leggen vast dat u dit hebt ingevoerd", "Bij het signaal staat niet dat u dit invoerde"
    for visitor, said, unsaid in (("focal_point", kept, hidden), ("coordinator", hidden, kept)):
        page = town.visit(client, visitor).get("/werk/invoeren/").content.decode()
        assert said in page
        assert unsaid not in page


@pytest.mark.parametrize("visitor", ["adviser", "supervisor", "administrator", "care", "expired_deputy"])
def test_others_have_no_right_to_enter(client: Client, town: Town, visitor: str) -> None:
    town.visit(client, visitor)
    assert client.get("/werk/invoeren/").status_code == 403
    assert client.post("/werk/invoeren/", {"token": TOKEN, "happened": STORY}).status_code == 403
    assert signals_of(town.woerden) == []


def test_what_is_entered_lands_in_ones_own_municipality_only(client: Client, town: Town) -> None:
    town.visit(client, "neighbour")
    answer = client.post("/werk/invoeren/", {"token": TOKEN, "happened": STORY})
    assert answer.status_code == 409
    assert signals_of(town.woerden) == signals_of(town.montfoort) == []


def test_entering_asks_for_the_forms_safety_code(town: Town) -> None:
    strict = Client(enforce_csrf_checks=True)
    town.visit(strict, "focal_point")
    assert strict.post("/werk/invoeren/", {"token": TOKEN, "happened": STORY}).status_code == 403
    assert signals_of(town.woerden) == []


def test_reporting_from_outside_needs_no_cookie(town: Town) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post("/melden/woerden/", {"token": TOKEN, "happened": STORY}).status_code == 200
