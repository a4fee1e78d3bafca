"""The route of one signal: what each step, referral, hold and obligation answers (ROUTE, TRIAGE)."""

from datetime import timedelta

import pytest

from baken.core.derive.route import derive, held_before_partner, held_before_table
from baken.core.vocabulary.facts import Facts
from baken.core.vocabulary.moments import NaiveMoment
from tests.core.derive.route_of import happened, policy, route, status
from tests.core.strategies import START


def test_naive_now_is_refused() -> None:
    with pytest.raises(NaiveMoment):
        derive(policy("dorp"), Facts(), (), START.replace(tzinfo=None))


def test_a_step_waits_for_the_one_before_it() -> None:
    assert status(route("dorp"), "trusted") == "waiting"
    assert status(route("dorp", "signal.received"), "trusted") == "due"
    assert status(route("dorp", "signal.received", "trusted_person.considered"), "trusted") == "done"


def test_work_done_out_of_order_counts() -> None:
    found = route("dorp", "trusted_person.considered")
    assert status(found, "trusted") == "done"
    assert status(found, "receive") == "due"


def test_a_required_referral_is_owed_until_done() -> None:
    before = route("dorp", "signal.received", urgency="acute")
    assert [(one.step, one.partner) for one in before.owed if one.partner] == [("hand_over", "avim")]
    after = route("dorp", "signal.received", "signal.referred partner=avim", urgency="acute")
    assert not [one for one in after.owed if one.partner]
    assert status(after, "hand_over") == "done"


def test_a_withdrawn_referral_is_owed_again() -> None:
    found = route("dorp", "signal.referred partner=avim", "referral.retracted partner=avim", urgency="acute")
    assert [one.partner for one in found.owed if one.partner] == ["avim"]


def test_a_claim_suggests_and_obliges_nobody() -> None:
    found = route("dorp", "signal.received", claimed={"urgency": "acute"})
    (avim,) = found.referrals
    assert (avim.partner, avim.strength, avim.claimed) == ("avim", "suggested", True)
    assert not [one for one in found.owed if one.partner]


def test_what_an_officer_established_goes_before_the_claim() -> None:
    assert route("dorp", claimed={"urgency": "acute"}, urgency="not_acute").referrals == ()


def test_an_unknown_fact_is_named_where_it_decides() -> None:
    found = route("dorp", "signal.received")
    assert [(one.partner, one.missing) for one in found.cannot_tell] == [("avim", ("urgency",))]
    assert status(found, "hand_over") == "cannot_tell"
    hand_over = found.step("hand_over")
    assert hand_over is not None
    assert "gevaar nu" in hand_over.because[0].nl


def test_a_hold_stands_until_its_event() -> None:
    found = route("dorp", "signal.received", claimed={"urgency": "acute"})
    assert found.referrals[0].held
    hold = held_before_table(found, "local_undermining_meeting")
    assert hold is not None
    assert not hold.may_override
    assert status(found, "table") == "waiting"
    after = route("dorp", "signal.received", "trusted_person.considered")
    assert after.holds == ()
    assert status(after, "table") == "optional"


def test_an_acute_signal_passes_the_hold_with_a_reason() -> None:
    found = route("dorp", "signal.received", urgency="acute")
    (avim,) = found.referrals
    assert (avim.held, avim.needs_reason) == (False, True)
    hold = held_before_partner(found, "avim")
    assert hold is not None
    assert hold.may_override
    assert status(found, "table") == "optional"
    assert status(found, "hand_over") == "due"


def test_nothing_stands_before_a_partner_no_hold_names() -> None:
    assert held_before_partner(route("dorp"), "safe_home") is None


def test_the_answer_is_owed_from_the_first_day_and_needs_an_assessment() -> None:
    new = route("dorp", "signal.reported")
    assert [one.since for one in new.owed if one.step == "answer"] == [START]
    early = route("dorp", "signal.reported", "reporter.informed")
    assert [one.step for one in early.owed if one.step == "answer"]
    told = route("dorp", "signal.reported", "signal.assessed assessment=suspicion", "reporter.informed")
    assert not [one for one in told.owed if one.step == "answer"]


def test_after_a_new_assessment_a_new_answer_is_owed_since_then() -> None:
    found = route(
        "dorp",
        "signal.reported",
        "signal.assessed assessment=suspicion",
        "reporter.informed",
        "signal.assessed assessment=not_trafficking",
    )
    assert [one.since for one in found.owed if one.step == "answer"] == [START + timedelta(hours=3)]


def test_closing_after_the_answer_owes_no_second_one() -> None:
    found = route("dorp", "signal.assessed assessment=suspicion", "reporter.informed", "signal.closed")
    assert not [one for one in found.owed if one.step == "answer"]


def test_a_signal_closed_without_assessment_owes_its_answer_after_the_closing() -> None:
    closed = route("dorp", "signal.reported", "reporter.informed", "signal.closed")
    assert [one for one in closed.owed if one.step == "answer"]
    told = route("dorp", "signal.reported", "signal.closed", "reporter.informed")
    assert not [one for one in told.owed if one.step == "answer"]


def test_what_is_required_stays_owed_after_closing() -> None:
    found = route("woerden", "signal.received", "signal.closed")
    assert found.stage == "closed"
    assert ("hand_over", "care_coordinator") in {(one.step, one.partner) for one in found.owed}


def test_events_after_now_have_not_happened() -> None:
    found = derive(policy("dorp"), Facts(), happened("signal.reported", "signal.received"), START)
    assert status(found, "receive") == "due"


def test_owed_since_the_moment_the_fact_was_established() -> None:
    found = route(
        "dorp",
        "signal.reported",
        "signal.received",
        "fact.established fact=urgency value=acute",
        "signal.corrected",
    )
    assert [one.since for one in found.owed if one.partner == "avim"] == [START + timedelta(hours=2)]


def test_history_wins_over_the_facts_given() -> None:
    found = route("dorp", "fact.established fact=urgency value=not_acute", urgency="acute")
    assert found.referrals == ()


@pytest.mark.parametrize(
    ("told", "stage", "reporter"),
    [
        ((), "new", "received"),
        (("signal.reported",), "new", "received"),
        (("signal.received",), "received", "in_progress"),
        (("signal.received", "enrichment.weighed outcome=proceed"), "enriching", "in_progress"),
        (("signal.received", "signal.referred partner=care_coordinator"), "received", "in_progress"),
        (("signal.assessed assessment=suspicion",), "assessed", "in_progress"),
        (
            ("signal.assessed assessment=suspicion", "signal.referred partner=care_coordinator"),
            "handed_over",
            "in_progress",
        ),
        (("signal.assessed assessment=suspicion", "reporter.informed"), "answered", "in_progress"),
        (("signal.received", "signal.closed"), "closed", "finished"),
        (("signal.received", "signal.closed", "signal.reopened"), "received", "in_progress"),
    ],
)
def test_stage_of_a_signal_and_what_the_reporter_sees(
    told: tuple[str, ...], stage: str, reporter: str
) -> None:
    found = route("woerden", *told)
    assert (found.stage, found.reporter_stage) == (stage, reporter)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (("enrichment.weighed outcome=proceed",), "due"),
        (("enrichment.weighed outcome=stop",), "not_needed"),
        (("enrichment.weighed outcome=stop", "enrichment.weighed outcome=proceed"), "due"),
        ((), "waiting"),
    ],
)
def test_no_source_before_the_weighing_and_none_after_it_said_stop(
    told: tuple[str, ...], expected: str
) -> None:
    assert status(route("woerden", "signal.received", *told), "check_own_records") == expected


def test_no_hit_stops_the_search_unless_a_reason_was_recorded() -> None:
    start = ("signal.received", "enrichment.weighed outcome=proceed")
    stopped = route("hoorn", *start, "source.consulted source=brp outcome=no_hit")
    sources = [s for s in stopped.steps if s.status != "done" and any(m.source for m in s.completes)]
    assert sources
    assert {step.status for step in sources} == {"not_needed"}
    hit = route("hoorn", *start, "source.consulted source=brp outcome=hit")
    assert "not_needed" not in {s.status for s in hit.steps if any(m.source for m in s.completes)}


def test_advice_stands_on_top_and_is_never_owed() -> None:
    found = route("woerden", "signal.received", claimed={"urgency": "acute"})
    assert (found.steps[0].id, found.steps[0].kind, found.steps[0].status) == ("call_now", "advice", "due")
    assert "call_now" not in {one.step for one in found.owed}


def test_unknown_urgency_owes_the_question() -> None:
    assert "danger_now" in {one.step for one in route("woerden").owed}
    assert "danger_now" in {one.step for one in route("woerden", claimed={"urgency": "acute"}).owed}
    assert "danger_now" not in {one.step for one in route("woerden", urgency="not_acute").owed}


def test_feedback_is_asked_per_hand_over() -> None:
    told = ("signal.received", "signal.referred partner=avim", "signal.referred partner=care_coordinator")
    found = route("woerden", *told, "partner.asked partner=avim", urgency="acute")
    assert {one.partner for one in found.owed if one.step == "ask_feedback"} == {"care_coordinator"}


def test_every_answer_gives_a_source() -> None:
    found = route("woerden", "signal.received", urgency="acute", exploitation=frozenset({"labour"}))
    for one in (*found.steps, *found.referrals, *found.holds, *found.tables):
        assert one.source.nl
        assert one.source.en


def test_closing_ends_the_preparation_but_nothing_that_is_owed_to_others() -> None:
    open_ = route("woerden", "signal.received", reporter="staff", exploitation=frozenset({"labour"}))
    closed = route(
        "woerden", "signal.received", "signal.closed", reporter="staff", exploitation=frozenset({"labour"})
    )
    still = {(one.step, one.partner) for one in closed.owed}
    assert {partner for _, partner in still} >= {"labour_authority", "care_coordinator"}
    assert still - {("assess", None)} < {(one.step, one.partner) for one in open_.owed}
    ended = [step for step in closed.steps if "afgesloten" in " ".join(reason.nl for reason in step.because)]
    assert {step.status for step in ended} == {"not_needed"}
    assert {"talk_with_team_coordinator", "danger_now", "weigh"} <= {step.id for step in ended}


def test_reopening_brings_the_preparation_back() -> None:
    told = ("signal.received", "signal.closed", "signal.reopened")
    again, never_closed = (
        route("woerden", *told, reporter="staff"),
        route("woerden", told[0], reporter="staff"),
    )
    assert [(one.id, one.status) for one in again.steps] == [
        (one.id, one.status) for one in never_closed.steps
    ]
