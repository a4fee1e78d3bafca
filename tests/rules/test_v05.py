"""V5: what may be under professional secrecy is weighed, and that is recorded, before it is shared."""

from typing import Any

import pytest

from baken.core.derive.careful import NOT_WEIGHED
from tests.refer.conftest import Handing
from tests.route.case import Case, begin

WEIGHED = {"reason": "De moeder stemde toe, op 3 november."}


@pytest.fixture
def told(db: None) -> Handing:
    """A signal of somebody in care, received, and established to be labour exploitation."""
    return Handing(begin(work="care").receive().establish("exploitation", ["labour"]))


def owed(case: Case) -> list[str]:
    return [one.step for one in case.get().context["file"].route.owed]


@pytest.mark.parametrize("work", ["care", "health", "youth", "education"])
def test_the_policy_says_for_which_work_of_a_reporter_it_is_owed(db: None, work: str) -> None:
    case = begin(work=work).receive()
    assert "weigh_secrecy" in owed(case)
    assert NOT_WEIGHED.nl in case.get().content.decode()


def test_for_other_work_it_is_not_asked(case: Case) -> None:
    assert "weigh_secrecy" not in owed(case.receive())


def test_an_officer_can_say_so_as_well(case: Case) -> None:
    case.receive().send("beroepsgeheim/", outcome="later")
    assert "weigh_secrecy" in owed(case)


def test_before_it_is_weighed_nothing_is_handed_over_or_discussed(told: Handing) -> None:
    answer = told.over("labour_authority")
    assert answer.status_code == 409
    assert told.case.url("beroepsgeheim/") in answer.content.decode()
    told.case.send("vertrouwenspersoon/", outcome="not_possible", reason="Nog geen contact.")
    assert told.case.send("overleg/", table="local_undermining_meeting").status_code == 409
    assert told.referrals == []
    assert told.case.file().state.tables == ()


@pytest.mark.parametrize("outcome", ["consent", "legal_duty", "legal_right", "conflict_of_duties"])
def test_once_weighed_it_may_be_shared_and_the_reason_stands_in_the_timeline(
    told: Handing, outcome: str
) -> None:
    assert told.case.send("beroepsgeheim/", outcome=outcome).status_code == 422, (
        "without words it is not weighed"
    )
    assert told.case.send("beroepsgeheim/", outcome=outcome, **WEIGHED).status_code == 303
    assert "weigh_secrecy" not in owed(told.case)
    assert told.case.get().context["page"].timeline[0].detail == WEIGHED["reason"]
    assert told.over("labour_authority").status_code == 303


def test_what_was_weighed_to_stay_does_not_go(told: Handing) -> None:
    told.case.send("beroepsgeheim/", outcome="stays", **WEIGHED)
    assert told.over("labour_authority").status_code == 409


def test_in_established_danger_a_recorded_reason_is_weighing_enough(told: Handing) -> None:
    """And the weighing itself stays owed."""
    told.case.establish("urgency", "acute")
    sent: dict[str, Any] = {"override_reason": "Zij wordt vanavond weggebracht."}
    assert told.over("labour_authority", override_reason="").status_code == 422
    assert told.over("labour_authority", **sent).status_code == 303
    assert told.referrals[0].partner == "labour_authority"
    assert "weigh_secrecy" in owed(told.case)
