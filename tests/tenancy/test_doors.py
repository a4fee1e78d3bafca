"""Not logged in, not yours, not your role: three answers, and no difference between not yours and not there."""

import pytest
from django.test import Client

from tests.tenants.town import Town

pytestmark = pytest.mark.urls("tests.tenancy.urls")


@pytest.mark.parametrize(
    ("visitor", "action", "status"),
    [
        ("focal_point", "signal.list", 200),
        ("focal_point", "signal.read", 200),
        ("deputy", "signal.read", 200),
        ("expired_deputy", "signal.read", 404),
        ("administrator", "signal.read", 404),
        ("administrator", "signal.list", 403),
        ("administrator", "envelope.open", 404),
        ("supervisor", "envelope.open", 404),
        ("adviser", "figures.read", 403),
        ("care", "notification.read", 200),
        ("care", "signal.read", 404),
        ("coordinator", "signal.enter", 200),
    ],
)
def test_a_door_opens_by_role(client: Client, town: Town, visitor: str, action: str, status: int) -> None:
    """404 on one signal, so that its existence is not told; 403 on a page, so that one knows why."""
    assert town.visit(client, visitor).get(f"/deur/{action}/").status_code == status


def test_without_a_log_in_one_is_led_there_and_back(client: Client, town: Town) -> None:
    answer = client.get("/deur/signal.list/?maand=11")
    assert (answer.status_code, answer["Location"]) == (
        302,
        "/inloggen/?next=%2Fdeur%2Fsignal.list%2F%3Fmaand%3D11",
    )


def test_a_sent_form_is_not_an_address_to_come_back_to(client: Client, town: Town) -> None:
    assert client.post("/deur/signal.list/")["Location"] == "/inloggen/"


def test_what_somebody_typed_while_being_logged_out_is_given_back(client: Client, town: Town) -> None:
    given = {"reason": "Hij woont er <nog>.", "outcome": "handled", "password": "een lang geheim"}
    answer = client.post("/deur/signal.list/", given)
    page = answer.content.decode()
    assert answer.status_code == 403
    assert "Hij woont er &lt;nog&gt;." in page
    assert "/inloggen/?next=%2Fdeur%2Fsignal.list%2F" in page
    assert "handled" not in page
    assert "geheim" not in page


def test_without_an_organisation_one_is_asked_to_choose(client: Client, town: Town) -> None:
    answer = town.visit(client, "unattached").get("/deur/signal.list/")
    assert answer["Location"].startswith("/organisatie/")
