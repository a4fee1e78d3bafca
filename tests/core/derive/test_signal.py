"""A signal as its events tell it: nothing is stored, everything follows."""

from datetime import UTC, datetime, timedelta

import pytest

from baken.core.derive.signal import SignalState, after, fold
from baken.core.events import Event
from baken.core.events import signal as past

START = datetime(2026, 11, 3, 9, 0, tzinfo=UTC)
REPORTED = past.SignalReported(
    content="c1",
    envelope="e1",
    claims={"exploitation": ("labour", "sexual"), "urgency": ("acute",)},
    reporter="staff",
    reporter_named="yes",
    channel="web",
    question=False,
    about="other",
    purpose="stop_exploitation",
    ground="public_task",
)
REFERRED = past.SignalReferred(
    "r1",
    "labour_authority",
    True,
    "public_task",
    "stop_exploitation",
    ("facts",),
    "h1",
    "document",
    None,
    None,
)


def folded(*events: Event) -> SignalState:
    return fold([(event, START + timedelta(hours=hour)) for hour, event in enumerate(events)])


def test_no_events_are_no_signal() -> None:
    assert fold([]) == SignalState()
    assert not fold([]).exists


def test_a_report_tells_claims_and_establishes_only_who_reports() -> None:
    """TRIAGE-04: what a reporter thinks is a claim; what kind of reporter it was, is known."""
    state = folded(REPORTED)
    assert state.claimed == {"exploitation": frozenset({"labour", "sexual"}), "urgency": "acute"}
    assert state.established == {"reporter": "staff", "reporter_named": "yes"}
    assert (state.envelope, state.contents) == ("e1", ("c1",))
    assert (state.received, state.closed, state.may_enrich, state.assessment) == (False, False, False, "open")


def test_what_is_established_stands_beside_the_claim_and_the_last_word_counts() -> None:
    state = folded(
        REPORTED,
        past.FactEstablished("urgency", ("unknown",), "r"),
        past.FactEstablished("urgency", ("not_acute",), "r"),
        past.FactEstablished("exploitation", ("labour",), "r"),
    )
    assert state.facts.value("urgency") == "not_acute"
    assert state.facts.claim("urgency") == "not_acute"
    assert state.facts.value("exploitation") == frozenset({"labour"})
    assert state.claimed["urgency"] == "acute"


SEARCH = {
    "not weighed": ((), False),
    "weighed, go on": ((past.EnrichmentWeighed("proceed", "r"),), True),
    "weighed, stop": ((past.EnrichmentWeighed("proceed", "r"), past.EnrichmentWeighed("stop", "r")), False),
    "found": (
        (past.EnrichmentWeighed("proceed", "r"), past.SourceConsulted("brp", "hit", "none", "g", None)),
        True,
    ),
    "not found": (
        (past.EnrichmentWeighed("proceed", "r"), past.SourceConsulted("brp", "no_hit", "none", "g", None)),
        False,
    ),
    "not found, on for care": (
        (past.EnrichmentWeighed("proceed", "r"), past.SourceConsulted("brp", "no_hit", "care", "g", None)),
        True,
    ),
    "could not be consulted": (
        (
            past.EnrichmentWeighed("proceed", "r"),
            past.SourceConsulted("brp", "not_possible", "none", "g", None),
        ),
        True,
    ),
}


@pytest.mark.parametrize(("events", "may"), SEARCH.values(), ids=SEARCH.keys())
def test_whether_a_source_may_be_consulted_follows_from_what_happened(
    events: tuple[Event, ...], may: bool
) -> None:
    """V12."""
    assert folded(REPORTED, *events).may_enrich is may


def test_a_hand_over_grows_with_what_comes_back() -> None:
    """ROUTE-17: handed over, sent, asked, answered, told, each with its moment."""
    steps = (
        REFERRED,
        past.ReferralSent("r1", "labour_authority", "post"),
        past.PartnerAsked("r1", "labour_authority"),
        past.PartnerAnswered("r1", "labour_authority", "taken_up", "n1"),
        past.ReporterInformed("passed_on", "m1", ("r1",)),
    )
    hours = [START + timedelta(hours=hour) for hour in range(1, 6)]
    referral = folded(REPORTED, *steps).referrals["r1"]
    assert [referral.at, referral.sent_at, referral.asked_at] == hours[:3]
    assert [(one.at, one.outcome, one.note) for one in referral.answers] == [(hours[3], "taken_up", "n1")]
    assert referral.told_at == hours[4]


def test_a_new_answer_is_not_told_yet() -> None:
    state = folded(
        REPORTED,
        REFERRED,
        past.PartnerAnswered("r1", "labour_authority", "received", None),
        past.ReporterInformed("passed_on", "m1", ("r1",)),
        past.PartnerAnswered("r1", "labour_authority", "finished", None),
    )
    referral = state.referrals["r1"]
    assert [one.outcome for one in referral.answers] == ["received", "finished"]
    assert referral.told_at is None


def test_a_message_tells_only_about_the_hand_overs_it_names() -> None:
    state = folded(REPORTED, REFERRED, past.ReporterInformed("in_progress", "m1", ()))
    assert state.referrals["r1"].told_at is None
    assert [(one.category, one.ref) for one in state.messages] == [("in_progress", "m1")]


def test_within_baken_a_hand_over_arrives_at_once() -> None:
    assert not folded(REPORTED, REFERRED).referrals["r1"].arrived
    within = past.SignalReferred("r2", "care_coordinator", False, "g", "p", (), "h", "in_baken", "n", None)
    assert folded(REPORTED, within).referrals["r2"].arrived


def test_an_assessment_is_also_a_fact_and_has_a_destination_only_for_another_problem() -> None:
    state = folded(REPORTED, past.SignalAssessed("other_phenomenon", "safe_home", "r"))
    assert (state.assessment, state.destination) == ("other_phenomenon", "safe_home")
    assert state.facts.value("assessment") == "other_phenomenon"
    later = after(state, past.SignalAssessed("suspicion", None, "r"), START)
    assert (later.assessment, later.destination) == ("suspicion", None)


def test_a_correction_is_added_and_the_first_account_stays() -> None:
    """V26."""
    assert folded(REPORTED, past.SignalCorrected("c2", "r"), past.SignalCorrected("c3", "r")).contents == (
        "c1",
        "c2",
        "c3",
    )


def test_closing_and_reopening_lose_nothing() -> None:
    before = folded(REPORTED, past.SignalReceived(), REFERRED)
    closed = after(before, past.SignalClosed("handled", "r"), START)
    opened = after(closed, past.SignalReopened("r"), START)
    assert closed.closed
    assert not opened.closed
    assert opened.referrals == before.referrals
    assert len(opened.history) == len(before.history) + 2


def test_the_history_holds_what_a_route_reads_and_no_words() -> None:
    state = folded(
        REPORTED,
        past.SignalTabled("local_undermining_meeting", "why"),
        past.FactEstablished("exploitation", ("labour",), "r"),
        REFERRED,
        past.SourceConsulted("brp", "no_hit", "safety", "g", "n"),
    )
    tabled, fact, referred, source = state.history[1:]
    assert (tabled.table, tabled.reasoned) == ("local_undermining_meeting", True)
    assert (fact.fact, fact.value) == ("exploitation", frozenset({"labour"}))
    assert (referred.partner, referred.referral, referred.reasoned) == ("labour_authority", "r1", False)
    assert (source.source, source.outcome, source.reasoned) == ("brp", "no_hit", True)


def test_folding_does_not_change_what_was_folded_before() -> None:
    """States are values: an earlier one stays as it was."""
    first = folded(REPORTED, REFERRED)
    kept = dict(first.referrals), dict(first.established)
    after(first, past.ReferralSent("r1", "labour_authority", "post"), START)
    after(first, past.FactEstablished("age", ("minor",), "r"), START)
    assert (dict(first.referrals), dict(first.established)) == kept
