"""Since when something is owed of a signal: from the day its reason was established, not from the report."""

from datetime import timedelta

from baken.core.derive.route import derive
from baken.core.derive.signal import fold
from baken.core.events import signal as past
from tests.core.derive.route_of import policy
from tests.core.strategies import START


def test_a_hand_over_is_owed_since_the_fact_was_established() -> None:
    """The facts of a folded signal already hold what its history establishes; before that it was not known."""
    report = past.SignalReported("c", None, {}, "staff", "no", "web", False, "other", "p", "g")
    learned = START + timedelta(days=3)
    state = fold(
        [
            (report, START),
            (past.SignalReceived(), START + timedelta(days=1)),
            (past.FactEstablished("exploitation", ("labour",), "r"), learned),
        ]
    )
    route = derive(policy("woerden"), state.facts, state.history, START + timedelta(days=5))
    told = route.referral("labour_authority")
    assert told is not None
    assert told.since == learned
    always = route.referral("care_coordinator")
    assert always is not None
    assert always.since == START
