"""V12: no source before a weighing that says yes; nothing found means stop, unless safety or care asks to go on."""

import pytest

from tests.enrich.test_acts import consult, weigh
from tests.route.case import Case


def test_no_source_before_the_weighing(case: Case) -> None:
    case.receive()
    assert "Nu mag er geen bron worden geraadpleegd" in case.get("bron/").content.decode()
    answer = consult(case)
    assert answer.status_code == 409
    assert "Weeg eerst (opnieuw) af, met een reden." in answer.content.decode()


def test_a_weighing_that_says_stop_stops(case: Case) -> None:
    assert consult(weigh(case.receive(), "stop")).status_code == 409


def test_nothing_found_stops_the_search(case: Case) -> None:
    weigh(case.receive())
    assert consult(case, "no_hit").status_code == 303
    assert consult(case).status_code == 409


@pytest.mark.parametrize("because", ["safety", "care"])
def test_nothing_found_may_go_on_for_safety_or_care(case: Case, because: str) -> None:
    weigh(case.receive())
    consult(case, "no_hit", continues_because=because)
    assert consult(case).status_code == 303


def test_there_is_no_third_reason_to_go_on(case: Case) -> None:
    """Curiosity is none."""
    weigh(case.receive())
    assert consult(case, "no_hit", continues_because="curiosity").status_code == 422
