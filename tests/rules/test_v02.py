"""V2: nothing is handed over without a recipient, a purpose, a ground, a choice of the least, and a time."""

from typing import Any

import pytest

from tests.enrich.test_acts import consult, weigh
from tests.refer.conftest import Handing
from tests.route.case import Case

LACKING = {
    "purpose": {"purpose": None},
    "ground": {"ground": None},
    "choice of what goes": {"pieces": None},
    "choice between with and without a name": {"named": None},
    "purpose of this partner": {"purpose": "curiosity"},
    "ground of this partner": {"ground": "social_support"},
    "piece that this partner may have": {"pieces": ["sources"]},
}


@pytest.mark.parametrize("lacking", LACKING.values(), ids=LACKING.keys())
def test_without_one_of_them_nothing_is_handed_over(handing: Handing, lacking: dict[str, Any]) -> None:
    assert handing.over("labour_authority", **lacking).status_code == 422
    assert handing.referrals == []


def test_a_recipient_that_the_policy_does_not_name_is_not_there(handing: Handing) -> None:
    assert handing.show("prosecution_service").status_code == 404


def test_whoever_changes_nothing_shares_the_least(handing: Handing) -> None:
    assert handing.show("labour_authority").context["form"]["pieces"].value() == ["facts"]


def test_what_was_handed_over_stands_in_the_log_with_all_of_them(handing: Handing) -> None:
    handing.over("labour_authority", pieces=["facts"])
    stored = handing.case.file().stream.events[-2:]
    [made] = [one for one in stored if one.type == "signal.referred"]
    event = made.event
    assert (event.partner, event.purpose, event.ground, event.pieces) == (
        "labour_authority",
        "stop_exploitation",
        "public_task",
        ("facts",),
    )
    assert made.recorded_at.utcoffset() is not None
    titles = [entry.title.nl for entry in handing.case.get().context["page"].timeline]
    assert any("Arbeidsinspectie" in title for title in titles)


def test_a_table_where_it_was_discussed_has_a_purpose_and_a_ground_too(case: Case) -> None:
    case.receive().establish("urgency", "not_acute")
    case.send("vertrouwenspersoon/", outcome="not_possible", reason="Er is nog geen contact.")
    for lacking in ({"purpose": ""}, {"ground": ""}, {"ground": "bibob"}):
        assert case.send("overleg/", table="local_undermining_meeting", **lacking).status_code == 422
    assert case.send("overleg/", table="local_undermining_meeting", purpose="safe_living").status_code == 303
    tabled = case.file().stream.events[-1].event
    assert (tabled.purpose, tabled.ground, tabled.named) == ("safe_living", "public_task", False)


def test_a_table_takes_only_the_purposes_that_the_policy_gives_it(case: Case) -> None:
    """Copen lays down its own for the regional signals table."""
    case.receive()
    answer = case.send("overleg/", table="regional_signals_table", purpose="safe_living")
    assert answer.status_code == 422
    assert "purpose" in answer.context["form"].errors


def test_a_consultation_names_its_ground(case: Case) -> None:
    assert consult(weigh(case.receive()), ground="").status_code == 422
    assert consult(case).status_code == 303
    assert case.file().stream.events[-1].event.ground == "public_task"
