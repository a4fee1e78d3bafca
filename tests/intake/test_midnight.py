"""A new policy counts from midnight in the Netherlands, for what comes in from then on (ROUTE-02)."""

from datetime import date, datetime, time, timedelta
from uuid import uuid4

import pytest

from baken.core.policy.bundle import Bundle
from baken.core.policy.resolve import resolve
from baken.core.vocabulary.moments import AMSTERDAM
from baken.intake.actions import report
from baken.intake.content import Report
from baken.intake.gate import gate
from baken.ledger import policies, signals
from baken.project.policies import library
from baken.tenancy.scope import scope
from tests.tenants.town import Town

SECOND = timedelta(seconds=1)
DAYS = [date(2026, 12, 1), date(2026, 7, 1), date(2027, 3, 28), date(2026, 10, 25)]


@pytest.fixture(scope="module")
def newer() -> Bundle:
    return resolve(library(), "montfoort", date.max)


def adopt(town: Town, found: Bundle, from_date: date) -> None:
    """Adopt it a week before its day."""
    with scope(town.woerden.id):
        policies.adopt(
            found,
            from_date=from_date,
            decision="besluit 5",
            now=datetime.combine(from_date, time(9), AMSTERDAM) - timedelta(days=7),
            actor=None,
            command=uuid4(),
        )


def reported(town: Town, at: datetime, token: str | None = None) -> str:
    """Report at a moment, and return the policy that the signal follows."""
    done = report(
        organisation=town.woerden,
        form_token=token or str(uuid4()),
        content=Report(happened="Iemand slaapt in de werkplaats."),
        claims={},
        envelope=None,
        reporter="resident",
        question=False,
        about="other",
        channel="web",
        coordinator_consulted=False,
        actor=None,
        now=at,
    )
    with scope(town.woerden.id):
        return signals.read(done.signal, now=at).bundle.id


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_the_minute_before_midnight_follows_the_old_policy_and_midnight_the_new(
    village: Town, newer: Bundle, day: date
) -> None:
    """In winter and summer, and on the days on which the clock changes: midnight there is not midnight in UTC."""
    adopt(village, newer, day)
    midnight = datetime.combine(day, time(0), AMSTERDAM)
    with scope(village.woerden.id):
        for at, expected in ((midnight - SECOND, False), (midnight, True), (midnight + SECOND, True)):
            door = gate(at)
            assert door is not None
            assert (door.bundle.id == newer.id) == expected
    assert reported(village, midnight - SECOND) != newer.id
    assert reported(village, midnight) == newer.id


def test_a_report_begun_before_midnight_and_sent_after_it_follows_the_new_policy_once(
    village: Town, newer: Bundle
) -> None:
    """Sent again, it gives the same receipt: the policy of the moment in which it came in."""
    adopt(village, newer, DAYS[0])
    midnight = datetime.combine(DAYS[0], time(0), AMSTERDAM)
    assert reported(village, midnight + SECOND, "the form of 23:58") == newer.id
    assert reported(village, midnight + timedelta(days=9), "the form of 23:58") == newer.id


def test_a_report_sent_before_midnight_and_again_after_it_keeps_the_policy_of_its_moment(
    village: Town, newer: Bundle
) -> None:
    adopt(village, newer, DAYS[0])
    midnight = datetime.combine(DAYS[0], time(0), AMSTERDAM)
    before = reported(village, midnight - SECOND, "a double click at midnight")
    assert before != newer.id
    assert reported(village, midnight + SECOND, "a double click at midnight") == before


def test_a_municipality_whose_first_policy_comes_later_is_closed_until_its_midnight(
    village: Town, newer: Bundle
) -> None:
    """V1: without a policy in force there is no purpose and no ground."""
    midnight = datetime.combine(DAYS[0], time(0), AMSTERDAM)
    with scope(village.montfoort.id):
        policies.adopt(
            newer,
            from_date=DAYS[0],
            decision="besluit 5",
            now=midnight - timedelta(days=7),
            actor=None,
            command=uuid4(),
        )
        assert gate(midnight - SECOND) is None
        assert gate(midnight) is not None
