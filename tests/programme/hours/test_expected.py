"""The page that says how many hours a route asks: visible assumptions, an interval, and nothing of any one signal."""

import re
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.clock import now
from baken.core.figures.assumed import DEEDS, MIX, YEARLY
from baken.ledger import reported
from baken.ledger.models import SignalRow
from baken.programme.hours.assuming import hundredths
from baken.programme.hours.past import ENOUGH, past, told
from baken.tenancy.scope import scope
from tests.programme.hours.booking import Booking
from tests.tenants import things

PAGE = "verwachting/"
FEW = {"signals": "2"}


def _hours(page: str) -> int:
    found = re.search(r"Verwacht: (\d+) uur per jaar", page)
    assert found
    return int(found[1])


def test_says_what_is_expected_beside_what_is_reserved_with_an_interval_and_that_it_is_an_estimate(
    there: Booking,
) -> None:
    """FIN-01: for the policy adviser, who reserves."""
    things.adopt(there.town)
    page = there.text(PAGE, "adviser", **FEW)
    assert _hours(page) > 0
    assert "In acht van de tien jaren" in page
    assert "Gereserveerd: 60 uur." in page
    assert "Dit is een schatting" in page
    assert "Twee keer zoveel signalen" in page
    assert "Eén aandachtsfunctionaris erbij" in page


def test_every_assumption_stands_there_with_its_reason_and_can_be_changed(there: Booking) -> None:
    things.adopt(there.town)
    page = there.text(PAGE, "adviser", **FEW)
    assert all(f'name="m_{name}"' in page for name in (*DEEDS, *YEARLY))
    assert all(f'name="x_{name}_{value}"' in page for name, fact in MIX.items() for value in fact.shares)
    assert "Nadenken en een reden opschrijven" in page
    longer = there.text(PAGE, "adviser", **FEW, m_assess="600 600 600")
    assert _hours(longer) > _hours(page)
    assert 'value="600 600 600"' in longer


def test_more_signals_and_more_meetings_ask_more(there: Booking) -> None:
    things.adopt(there.town)
    first = _hours(there.text(PAGE, "adviser", **FEW))
    assert _hours(there.text(PAGE, "adviser", signals="4")) > first
    assert _hours(there.text(PAGE, "adviser", **FEW, t_meeting="20")) > first


def test_how_often_may_be_written_with_a_comma(there: Booking) -> None:
    things.adopt(there.town)
    assert _hours(there.text(PAGE, "adviser", **FEW, t_meeting="0,5")) == _hours(
        there.text(PAGE, "adviser", **FEW, t_meeting="0.5")
    )


def test_an_own_reservation_goes_before_that_of_the_policy(there: Booking) -> None:
    things.adopt(there.town)
    there.send(f"reserveren/{there.today.year}/", "adviser", hours="500", reason="besluit")
    assert "Gereserveerd: 500 uur. Dat is genoeg in 100 van de 100 jaren." in there.text(
        PAGE, "adviser", **FEW
    )


@pytest.mark.parametrize(
    ("asked", "told_there"),
    [
        ({"signals": "veel"}, "Vul een heel getal in van 0 tot en met 200."),
        ({"signals": ""}, "Vul een heel getal in van 0 tot en met 200."),
        ({"signals": "1e9"}, "Vul een heel getal in van 0 tot en met 200."),
        ({"people": "0"}, "Vul een heel getal in van 1 tot en met 20."),
        ({"m_assess": "5 10"}, "Schrijf drie hele getallen"),
        ({"m_assess": "10 5 1"}, "De getallen moeten oplopen"),
        ({"m_assess": "1 2 99999999999999999999"}, "De getallen moeten oplopen"),
        ({"x_urgency_acute": "50"}, "Zorg dat het 100 is."),
        ({"t_meeting": "NaN"}, "Vul een getal in van 0 tot en met 100"),
        ({"seed": "-1"}, "Vul een heel getal in van 0 tot en met 999999."),
    ],
)
def test_what_is_wrong_is_told_at_its_field_and_nothing_is_reckoned(
    there: Booking, asked: dict[str, str], told_there: str
) -> None:
    things.adopt(there.town)
    answer = there.get(PAGE, "adviser", **asked)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert told_there in page
    assert "Verwacht:" not in page


def test_without_a_policy_in_use_it_says_what_is_needed(there: Booking) -> None:
    assert "Nog geen beleid in gebruik" in there.text(PAGE, "adviser")


def test_only_who_reserves_sees_it(there: Booking) -> None:
    """A policy adviser's question, not one of the work page."""
    assert there.get(PAGE, "focal_point").status_code == 403
    assert PAGE not in there.text(visitor="focal_point")
    assert PAGE in there.text(visitor="adviser")


def _signals(there: Booking, number: int, **differently: Any) -> None:
    year = there.today.year - 1
    row: dict[str, Any] = {
        "organisation_id": there.town.woerden.id,
        "reference": "KANARIE",
        "number": 1,
        "stage": "closed",
        "reported_at": datetime(year, 6, 1, tzinfo=UTC),
        "last_at": datetime(year, 6, 1, tzinfo=UTC),
        "reporter": "staff",
        "reporter_named": True,
        "question": False,
        "forms": ["labour"],
        "urgency": "not_acute",
        "urgency_claimed": "",
        "assessment": "suspicion",
        "closed": True,
        "answered": True,
        "bundle": "",
        "engine_version": 1,
    }
    with scope(there.town.woerden.id):
        SignalRow.objects.bulk_create(
            SignalRow(**{**row, **differently, "stream_id": uuid4()}) for _ in range(number)
        )


def test_the_own_past_counts_where_it_is_large_enough_and_says_so(there: Booking) -> None:
    things.adopt(there.town)
    _signals(there, 40)
    _signals(there, 20, forms=["sexual"])
    with scope(there.town.woerden.id):
        found = past(now())
    assert found.signals == 60
    assert found.mix["exploitation"]["labour"] == pytest.approx(40 / 60)
    assert found.mix["exploitation"]["sexual"] == pytest.approx(20 / 60)
    page = there.text(PAGE, "adviser", **FEW)
    assert "Dit komt uit uw eigen signalen van de laatste hele jaren, afgerond." in page


def test_where_much_was_destroyed_no_own_share_is_told(
    there: Booking, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What turns out to be nothing is destroyed first: the rest would make every signal look grave."""
    things.adopt(there.town)
    _signals(there, 60)
    for gone, unfair in ((3, False), (4, True)):
        monkeypatch.setattr(reported, "destroyed", lambda first, last, gone=gone: gone)
        with scope(there.town.woerden.id):
            found = past(now())
        assert (found.unfair, not found.mix) == (unfair, unfair)
    page = there.text(PAGE, "adviser", **FEW)
    assert "zoveel vernietigd dat wat over is geen eerlijk beeld geeft" in page
    assert "Dit komt uit uw eigen signalen" not in page


def test_a_small_past_and_the_running_year_tell_nothing(there: Booking) -> None:
    """V22: fewer than fifty give no share, fewer than ten no number, and this year is not looked at."""
    _signals(there, ENOUGH - 1)
    _signals(there, 200, reported_at=there.town.now, last_at=there.town.now)
    with scope(there.town.woerden.id):
        assert past(now()).mix == {}
        assert past(now()).signals == 50
    with scope(there.town.montfoort.id):
        assert past(now()).signals is None


@given(
    st.dictionaries(st.sampled_from(list(MIX["reporter"].shares)), st.integers(0, 300)),
    st.sampled_from(list(MIX["reporter"].shares)),
)
def test_one_signal_more_shows_only_where_a_number_rounds_otherwise(
    found: dict[str, int], value: str
) -> None:
    """V22: shares come from numbers rounded to fives, and a value under ten is not told at all."""
    assumed = MIX["reporter"].shares
    shares = told(found, assumed)
    if not shares:
        assert sum(found.values()) < ENOUGH
        return
    assert sum(shares.values()) == pytest.approx(1)
    whole = [sum(found.values()) % 5, found.get(value, 0) % 5]
    if all(part not in (2,) for part in whole) and found.get(value, 0) + 1 != 10:
        assert told({**found, value: found.get(value, 0) + 1}, assumed) == shares


@given(st.lists(st.floats(0, 1), min_size=1, max_size=8).filter(lambda parts: sum(parts) > 0))
def test_parts_of_a_hundred_add_up_to_it(parts: list[float]) -> None:
    found = hundredths({str(number): part / sum(parts) for number, part in enumerate(parts)})
    assert sum(found.values()) == 100
    assert all(abs(found[str(n)] - 100 * part / sum(parts)) < 1.001 for n, part in enumerate(parts))
