"""The reporter's envelope: opened by who holds the post, with a reason, and shown once (ROLE-03, V6)."""

import pytest

from tests.route.case import REPORTER, Case, reported
from tests.tenants.town import PASSPHRASE

WHY = "Alleen de melder weet de naam van de straat."


@pytest.fixture
def ready(case: Case) -> Case:
    """A received signal, and a focal point whose vault is open."""
    case.receive()
    case.client.post("/kluis/", {"passphrase": PASSPHRASE})
    return case


def test_with_a_closed_vault_one_is_told_to_open_it(case: Case) -> None:
    """Nothing is recorded, and there is no button to press."""
    page = case.receive().get("envelop/").content.decode()
    assert "Uw kluis is dicht" in page
    assert f"/kluis/?next={case.url('envelop/')}" in page
    case.send("envelop/", why="ask", reason=WHY)
    assert "envelope.opened" not in case.happened()


def test_the_name_is_shown_once_and_that_is_recorded(ready: Case) -> None:
    """The event says that and why, never who."""
    hidden = ready.hidden("envelop/")
    opened = ready.client.post(ready.url("envelop/"), {**hidden, "why": "ask", "reason": WHY})
    assert REPORTER in opened.content.decode()
    again = ready.client.post(ready.url("envelop/"), {**hidden, "why": "ask", "reason": WHY}, follow=True)
    assert REPORTER not in again.content.decode()
    assert ready.happened().count("envelope.opened") == 1
    newest = ready.get().context["page"].timeline[0]
    assert newest.title.nl == "Envelop van de melder geopend: iets vragen dat alleen de melder weet"
    assert newest.detail == WHY


@pytest.mark.parametrize("why", ["", "nieuwsgierig"])
def test_it_needs_a_word_of_the_closed_list(ready: Case, why: str) -> None:
    """V9: it stands in the log for who supervises, without the words; what was typed stays on the page."""
    answer = ready.send("envelop/", why=why, reason=WHY)
    assert answer.status_code == 422
    assert WHY in answer.content.decode()
    assert "envelope.opened" not in ready.happened()


def test_it_needs_a_reason(ready: Case) -> None:
    """No reason, no name."""
    answer = ready.send("envelop/", why="ask", reason=" ")
    assert answer.status_code == 422
    assert "envelope.opened" not in ready.happened()


def test_an_anonymous_signal_has_no_envelope(ready: Case) -> None:
    """The page says how to answer instead."""
    ready.signal = reported(ready.town, envelope=None)
    assert ready.get("envelop/").status_code == 404
    assert "U antwoordt via de antwoordcode." in ready.get().content.decode()


def test_the_lead_who_does_not_hold_the_post_has_no_such_page(ready: Case) -> None:
    """ROLE-04: the name is for the post where the signal came in."""
    assert ready.visit("lead").get("envelop/").status_code == 404


def test_the_envelope_cannot_be_opened_before_the_signal_is_received(case: Case) -> None:
    """First take it in hand."""
    case.client.post("/kluis/", {"passphrase": PASSPHRASE})
    answer = case.send("envelop/", why="ask", reason=WHY)
    assert answer.status_code == 409
    assert REPORTER not in answer.content.decode()
