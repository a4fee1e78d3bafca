"""V32: of whoever reports without a name no address, device, language, place or moment of their own session is kept."""

import logging
from io import StringIO

import pytest
from django.test import Client

from baken.account.models import Session
from tests.intake.sending import STORY, TOKEN, code_on, only_signal
from tests.intake.test_traces import MARKED
from tests.rules.stored import rows
from tests.scanning import found_in
from tests.tenants import things
from tests.tenants.town import Town

CONTROL = "Persoon focal_point"


@pytest.fixture
def reported(client: Client, town: Town) -> str:
    """A report without a name, sent by a browser that tells much about itself. Returns the receipt."""
    things.adopt(town)
    answer = client.post("/melden/woerden/", {"token": TOKEN, "happened": STORY}, **MARKED)  # type: ignore[arg-type]
    return answer.content.decode()


def test_nothing_of_the_device_or_the_connection_is_stored(reported: str, town: Town) -> None:
    assert found_in(rows(town), [*MARKED.values(), CONTROL]) == {CONTROL}


def test_the_story_and_the_return_code_cannot_be_read_from_what_is_stored(reported: str, town: Town) -> None:
    code = code_on(reported)
    assert found_in(rows(town), [STORY, code, code.replace("-", ""), TOKEN, CONTROL]) == {CONTROL}


def test_the_signal_has_no_actor_and_no_envelope(reported: str, town: Town) -> None:
    file = only_signal(town.woerden, town.now)
    assert {event.actor for event in file.stream.events} == {None}
    assert file.state.envelope is None


def test_reporting_and_reading_the_answer_leave_no_cookie_and_no_session(
    client: Client, reported: str
) -> None:
    client.get("/melden/")
    client.post("/terugkoppeling/", {"code": code_on(reported)}, **MARKED)  # type: ignore[arg-type]
    assert set(client.cookies) <= {"csrftoken"}
    assert Session.objects.count() == 0


def test_nothing_is_told_to_a_log_of_who_reported(client: Client, town: Town, log: StringIO) -> None:
    things.adopt(town)
    client.post("/melden/woerden/", {"token": TOKEN, "happened": STORY}, **MARKED)  # type: ignore[arg-type]
    client.post("/melden/woerden/", b"\xff", "application/x-www-form-urlencoded", **MARKED)  # type: ignore[arg-type]
    logging.getLogger("django.request").error("Broke on %s", STORY)
    assert "Broke on ..." in log.getvalue(), "the control: something was written"
    assert found_in([log.getvalue().encode()], [*MARKED.values(), STORY]) == set()
