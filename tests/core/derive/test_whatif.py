"""What another policy would have asked of a past signal: of its facts and history, at the moment they stood."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baken.core.derive.compiled import RoutePolicy, compile_route
from baken.core.derive.whatif import KINDS, Change, changes, moments, sentence
from baken.core.events import Event
from baken.core.events import signal as past
from baken.core.policy.bundle import Bundle
from baken.core.policy.models import ReferralRule, Step
from baken.core.policy.resolve import resolve
from baken.core.vocabulary.moments import Duration
from baken.core.vocabulary.text import Text
from baken.project.policies import library
from tests.core.strategies import START

DAY = date(2026, 11, 22)
MIRROR = {
    "told": "not_told", "stricter": "looser", "waits": "goes_at_once", "hold": "no_hold", "step": "no_step",
}  # fmt: skip
MIRROR |= {back: there for there, back in MIRROR.items()}


def bundle(policy: str) -> Bundle:
    return resolve(library(), policy, DAY)


def route(policy: str) -> RoutePolicy:
    return compile_route(bundle(policy))


def reported(**claims: tuple[str, ...]) -> past.SignalReported:
    return past.SignalReported("c", None, claims, "staff", "no", "web", False, "other", "p", "g")


def established(fact: str, *value: str) -> past.FactEstablished:
    return past.FactEstablished(fact, value, "r")


def assessed(assessment: str) -> past.SignalAssessed:
    return past.SignalAssessed(assessment, None, "r")


def referred(partner: str) -> past.SignalReferred:
    return past.SignalReferred(
        f"r-{partner}", partner, False, "g", "p", ("facts",), "c", "document", None, None
    )


def daily(*events: Event) -> list[tuple[Event, datetime]]:
    """One event a day."""
    return [(event, START + timedelta(days=number)) for number, event in enumerate(events)]


def asked(
    old: str, new: str, *events: Event, now: datetime = START + timedelta(days=60)
) -> frozenset[Change]:
    return changes(route(old), route(new), daily(*events), now)


def test_a_partner_that_only_the_other_policy_names_would_have_been_told() -> None:
    found = asked(
        "woerden", "montfoort", reported(), past.SignalReceived(), established("related", "youth_recruitment")
    )
    assert Change("told", "youth_team", "suggested") in found
    assert Change("not_told", "youth_work", "suggested") in found


def test_required_and_suggested_are_told_apart() -> None:
    labour = (reported(), past.SignalReceived(), established("exploitation", "labour"))
    assert Change("looser", "labour_authority", "suggested") in asked("woerden", "hoorn", *labour)
    assert Change("stricter", "labour_authority", "required") in asked("hoorn", "woerden", *labour)


def test_what_was_known_then_counts_and_not_what_turned_out_later() -> None:
    """A care coordinator had to be told as long as it could be trafficking, also when it turned out not to be."""
    found = asked("hoorn", "woerden", reported(), past.SignalReceived(), assessed("not_trafficking"))
    assert Change("told", "care_coordinator", "required") in found


def test_bringing_in_the_police_while_another_policy_lets_them_wait_is_seen() -> None:
    """ROUTE-W3a, tried on a signal of Montfoort."""
    early = (reported(), past.SignalReceived(), established("urgency", "not_acute"), referred("police"))
    found = asked("montfoort", "woerden", *early)
    assert Change("waits", "police") in found
    assert Change("hold", "trusted_person_first") in found
    assert Change("step", "consider_trusted_person") in found
    considered = past.TrustedPersonConsidered("possible", "r")
    assert Change("waits", "police") not in asked("montfoort", "woerden", *early[:3], considered, early[3])


def test_an_acute_signal_that_passes_with_a_reason_would_not_have_waited() -> None:
    acute = (reported(), past.SignalReceived(), established("urgency", "acute"), referred("police"))
    assert Change("waits", "police") not in asked("montfoort", "woerden", *acute)


def with_terms(found: Bundle, hours: int) -> RoutePolicy:
    """Give receiving and telling the labour authority a term."""
    within = Duration(hours, "hours")

    def timed(rule: Step | ReferralRule) -> Step | ReferralRule:
        return (
            rule.model_copy(update={"within": within}) if rule.id in ("receive", "labour_authority") else rule
        )

    changed = found.model_copy(
        update={
            "steps": tuple(timed(step) for step in found.steps),
            "referrals": tuple(timed(rule) for rule in found.referrals),
        }
    )
    return compile_route(Bundle.from_canonical(changed.canonical()))


@pytest.mark.parametrize(("hours", "late"), [(23, True), (25, False)])
def test_a_term_is_held_against_what_really_happened(hours: int, late: bool) -> None:
    happened = daily(
        reported(), past.SignalReceived(), established("exploitation", "labour"), referred("labour_authority")
    )
    found = changes(
        route("woerden"), with_terms(bundle("woerden"), hours), happened, START + timedelta(days=9)
    )
    assert (Change("late", "receive") in found) is late
    assert any(one.kind == "late" and one.about.endswith("/labour_authority") for one in found) is late


def test_a_term_on_what_nobody_was_asked_then_is_not_missed() -> None:
    """Montfoort's people never examined a trusted person, for nobody asked them."""
    timed = bundle("woerden").model_copy(
        update={
            "steps": tuple(
                step.model_copy(update={"within": Duration(1, "hours")})
                if step.id == "consider_trusted_person"
                else step
                for step in bundle("woerden").steps
            )
        }
    )
    new = compile_route(Bundle.from_canonical(timed.canonical()))
    found = changes(
        route("montfoort"), new, daily(reported(), past.SignalReceived()), START + timedelta(days=9)
    )
    assert Change("step", "consider_trusted_person") in found
    assert not [one for one in found if one.kind == "late"]


def test_the_same_policy_changes_nothing() -> None:
    assert asked("woerden", "woerden", reported(), past.SignalReceived()) == frozenset()


EVENTS: Sequence[Event] = (
    past.SignalReceived(),
    past.EnrichmentWeighed("proceed", "r"),
    past.TrustedPersonConsidered("possible", "r"),
    past.SignalTabled("local_undermining_meeting", None),
    established("urgency", "acute"),
    established("urgency", "not_acute"),
    established("exploitation", "labour"),
    established("related", "youth_recruitment", "prostitution"),
    established("age", "minor"),
    assessed("suspicion"),
    assessed("not_trafficking"),
    referred("police"),
    referred("care_coordinator"),
    past.SignalClosed("handled", "r"),
    past.SignalReopened("r"),
)
HAPPENED = st.lists(st.sampled_from(EVENTS), max_size=8).map(lambda events: daily(reported(), *events))
POLICIES = st.sampled_from(("woerden", "montfoort", "hoorn", "copen"))


@settings(max_examples=40, deadline=None)
@given(POLICIES, POLICIES, HAPPENED)
def test_the_other_way_round_is_the_mirror(
    old: str, new: str, happened: list[tuple[Event, datetime]]
) -> None:
    """No term is in these policies, so whatever one adds the other takes away."""
    now = START + timedelta(days=60)
    there = changes(route(old), route(new), happened, now)
    back = changes(route(new), route(old), happened, now)
    assert {(one.kind, one.about) for one in back} == {(MIRROR[one.kind], one.about) for one in there}


@settings(max_examples=20, deadline=None)
@given(HAPPENED)
def test_every_event_is_a_moment_and_the_last_one_lasts_until_now(
    happened: list[tuple[Event, datetime]],
) -> None:
    now = START + timedelta(days=60)
    found = list(moments(happened, now))
    assert len(found) == len(happened)
    assert found[-1].until == now
    assert [len(moment.state.history) for moment in found] == list(range(1, len(happened) + 1))


def test_every_change_can_be_said_in_both_languages() -> None:
    names = {"police": Text("Politie", "Police"), "hand_over": Text("Draag over", "Hand over")}
    for kind in KINDS:
        for strength in ("required", "suggested"):
            words = sentence(Change(kind, "police", strength), names)
            assert "Politie" in words.nl
            assert "Police" in words.en
    said = sentence(Change("late", "hand_over/police"), names)
    assert said.nl == "Termijn niet gehaald: Draag over (Politie)"
