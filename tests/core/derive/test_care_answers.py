"""An answer of care about one person: what it owes the reporter, and what it says (CARE-11)."""

from datetime import UTC, date, datetime

from baken.core.derive.signal import Referral, after, fold
from baken.core.events.signal import PartnerAnswered, ReporterInformed, SignalReferred

NOW = datetime(2026, 11, 22, tzinfo=UTC)
REFERRED = SignalReferred(
    "r", "care_coordinator", True, "social_support", "protect_victims", (), "c", "in_baken", "n", None
)


def told(*answers: PartnerAnswered) -> Referral:
    """What the hand-over is like after these answers, each told to the reporter except the last."""
    state = fold([(REFERRED, NOW)])
    for number, answer in enumerate(answers):
        if number:
            state = after(state, ReporterInformed("in_progress", "m", ("r",)), NOW)
        state = after(state, answer, NOW)
    return state.referrals["r"]


def answer(outcome: str, person: int | None, check_on: str | None = None) -> PartnerAnswered:
    return PartnerAnswered("r", "care_coordinator", outcome, None, False, person, check_on)


def test_a_new_day_of_the_next_check_is_no_news_for_the_reporter() -> None:
    found = told(answer("taken_up", 1, "2026-12-01"), answer("taken_up", 1, "2026-12-08"))
    assert found.told_at == NOW
    assert found.answers[-1].check_on == date(2026, 12, 8)


def test_another_standing_another_person_and_an_ordinary_answer_are_news() -> None:
    first = answer("taken_up", 1)
    for later in (answer("finished", 1), answer("taken_up", 2), answer("taken_up", None)):
        assert told(first, later).told_at is None
    assert told(answer("taken_up", None), answer("taken_up", None)).told_at is None
