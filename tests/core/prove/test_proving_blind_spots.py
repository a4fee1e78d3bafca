"""Ways round a promise that once went unseen: what is done from the start, elsewhere, or not needed after all."""

from typing import Any

import pytest

from baken.core.policy.bundle import Bundle
from baken.core.policy.models import AfterStep, EventMatch
from baken.core.policy.properties import Property
from baken.core.prove.proof import PromiseResult
from baken.core.prove.proving import prove, prove_one
from tests.core.prove.bundles import bundle, with_element
from tests.policies.shelf import GOOD, mistakes, with_files

WOERDEN = bundle("woerden")
LOCAL = "local_undermining_meeting"


def broken(policy: Bundle) -> set[str]:
    return {one.id for one in prove(policy).broken}


def promised(policy: Bundle, **kind: Any) -> PromiseResult:
    """Try a promise that stands in no policy."""
    words = {"nl": "a", "en": "a"}
    return prove_one(policy, Property.model_validate({"id": "x", "sentence": words, "chosen": words, **kind}))


def completed_also_by(step: str, *events: EventMatch) -> Bundle:
    found = next(one for one in WOERDEN.steps if one.id == step)
    return with_element(WOERDEN, "steps", step, completes=(*found.completes, *events))


def test_what_every_report_completes_is_done_from_the_start() -> None:
    policy = completed_also_by("tell_reporter", EventMatch(event="signal.reported"))
    assert "reporter_is_owed_an_answer" in broken(policy)


def test_a_partner_who_counts_as_told_by_the_report_is_not_told() -> None:
    met = (EventMatch(event="signal.reported"),)
    policy = with_element(WOERDEN, "referrals", "care_coordinator", met_also_by=met)
    assert "care_coordinator_hears_of_every_signal" in broken(policy)


def test_handing_over_before_the_signal_was_received_is_seen() -> None:
    assert broken(with_element(WOERDEN, "steps", "hand_over", after=())) == {"received_before_anything"}


@pytest.mark.parametrize(
    ("step", "after", "promise"),
    [
        ("check_own_records", ("weigh", "stop"), "what_may_be_searched_is_searched"),
        ("tell_reporter", ("weigh", "proceed"), "reporter_is_owed_an_answer"),
        ("assess", ("check_own_records", "hit"), "every_signal_is_assessed"),
    ],
)
def test_a_step_that_lapses_by_how_another_ended_is_owed_no_more(
    step: str, after: tuple[str, str], promise: str
) -> None:
    policy = with_element(WOERDEN, "steps", step, after=(AfterStep(step=after[0], outcome=after[1]),))
    assert promise in broken(policy)


def test_a_step_may_wait_for_one_that_this_municipality_does_not_have() -> None:
    policy = with_element(WOERDEN.without_tables([LOCAL]), "steps", "check_own_records", with_table=LOCAL)
    assert "what_may_be_searched_is_searched" in broken(policy)


def test_an_event_is_added_in_every_way_in_which_it_can_happen() -> None:
    at_a_table = (EventMatch(event="signal.tabled", table=LOCAL),)
    policy = with_element(WOERDEN, "referrals", "labour_authority", met_also_by=at_a_table)
    assert not promised(policy, adding={"event": "signal.tabled", "never": "releases"}).holds
    answered = (EventMatch(event="partner.answered", partner="avim"),)
    policy = with_element(WOERDEN, "referrals", "labour_authority", met_also_by=answered)
    assert not promised(policy, adding={"event": "partner.answered", "never": "releases"}).holds


def test_what_happened_elsewhere_did_not_happen_here() -> None:
    policy = with_element(
        WOERDEN, "holds", "trusted_person_first", until=EventMatch(event="signal.tabled"), override=None
    )
    first = {
        "event": {"event": "signal.tabled", "table": LOCAL},
        "before": {"partners": ["avim"]},
        "when": {"assessment": "suspicion"},
    }
    found = promised(policy, first=first).counterexample
    assert found is not None
    assert any(one.table not in (None, LOCAL) for one in found.history)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("completes: trusted_person.considered", "completes: [trusted_person.considered, fact.established]"),
        ("    after: [receive]\n", "    after: [receive]\n    once: fact.established\n"),
        ("until: trusted_person.considered", "until: {event: fact.established, fact: urgency}"),
    ],
)
def test_that_some_fact_was_established_completes_nothing(old: str, new: str) -> None:
    """It always is, and the proof tries facts one by one; so whoever means a fact names it, at a step."""
    route = (GOOD / "dorp/2024-01-01/route.yaml").read_text()
    assert old in route
    told = [error.in_("en") for error in mistakes(with_files({"route.yaml": route.replace(old, new, 1)}))]
    assert any("can complete or lift nothing here" in line for line in told)
