"""What holds for every signal under every policy."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.core.derive.route import Route, derive
from baken.core.vocabulary.facts import Facts, Value
from baken.core.vocabulary.happened import Happened
from tests.core.derive.route_of import policy
from tests.core.strategies import START, after, facts, histories, some_facts

POLICIES = st.sampled_from(["woerden", "montfoort", "hoorn", "west-friesland"])
History = tuple[Happened, ...]


def statuses(route: Route) -> dict[str, str]:
    return {step.id: step.status for step in route.steps if step.kind != "advice"}


def required(route: Route) -> set[str]:
    return {one.partner for one in route.referrals if one.strength == "required"}


@given(POLICIES, facts(), histories())
def test_deriving_twice_gives_the_same_answer(name: str, known: Facts, history: History) -> None:
    assert derive(policy(name), known, history, after(history)) == derive(
        policy(name), known, history, after(history)
    )


@given(POLICIES, some_facts(), some_facts(), histories())
def test_claims_never_create_an_obligation(
    name: str, established: dict[str, Value], claimed: dict[str, Value], history: History
) -> None:
    now = after(history)
    with_claims = derive(policy(name), Facts(established, claimed), history, now)
    without = derive(policy(name), Facts(established, {}), history, now)
    assert required(with_claims) == required(without)
    assert with_claims.owed == without.owed
    assert statuses(with_claims) == statuses(without)
    assert with_claims.holds == without.holds


@given(POLICIES, some_facts(), histories())
def test_what_history_says_wins_over_the_facts(name: str, told: dict[str, Value], history: History) -> None:
    learned: dict[str, Value] = {}
    for one in history:
        if one.event == "fact.established" and one.fact is not None and one.value is not None:
            learned[one.fact] = one.value
        elif one.event == "signal.assessed" and one.assessment is not None:
            learned["assessment"] = one.assessment
    now = after(history)
    one_way = derive(policy(name), Facts(told), history, now)
    other = derive(policy(name), Facts({**told, **learned}), history, now)
    assert {r.partner: (r.strength, r.held, r.done) for r in one_way.referrals} == {
        r.partner: (r.strength, r.held, r.done) for r in other.referrals
    }
    assert statuses(one_way) == statuses(other)


@given(POLICIES, facts(), histories(), st.randoms(use_true_random=False))
def test_the_order_in_which_history_is_told_changes_nothing(name, known, history, random) -> None:  # type: ignore[no-untyped-def]
    shuffled = list(history)
    random.shuffle(shuffled)
    assert derive(policy(name), known, shuffled, after(history)) == derive(
        policy(name), known, history, after(history)
    )


@given(POLICIES, facts(), histories())
def test_everything_required_and_not_done_is_owed(name: str, known: Facts, history: History) -> None:
    route = derive(policy(name), known, history, after(history))
    owed = {one.partner for one in route.owed if one.step == "hand_over"}
    assert owed == {one.partner for one in route.referrals if one.strength == "required" and not one.done}


@given(POLICIES, facts(), histories())
def test_only_what_is_required_and_undone_is_owed(name: str, known: Facts, history: History) -> None:
    now = after(history)
    route = derive(policy(name), known, history, now)
    for one in route.owed:
        step = route.step(one.step)
        assert step is not None
        assert step.status in ("due", "overdue", "waiting")
        assert one.since <= now


@given(POLICIES, facts(), histories())
def test_the_reporter_is_owed_an_answer_until_told_after_the_assessment(
    name: str, known: Facts, history: History
) -> None:
    route = derive(policy(name), known, history, after(history))
    answers = {rule.id for rule in policy(name).steps if rule.answers_reporter}
    assert answers
    if not any(one.event == "reporter.informed" for one in history):
        assert answers <= {one.step for one in route.owed}


@given(POLICIES, facts(), histories())
def test_nothing_is_overdue_before_its_term(name: str, known: Facts, history: History) -> None:
    now = after(history)
    for step in derive(policy(name), known, history, now).steps:
        if step.status == "overdue":
            assert step.due_at is not None
            assert step.due_at < now
        elif step.status == "due" and step.due_at is not None:
            assert now <= step.due_at


@given(POLICIES, facts(), histories(), st.integers(0, 12))
def test_the_past_is_as_it_was_then(name: str, known: Facts, history: History, length: int) -> None:
    """Asking at a former moment gives what was answered at that moment: later events change nothing."""
    then = history[:length]
    now = (then[-1].at if then else START - timedelta(hours=1)) + timedelta(minutes=5)
    assert derive(policy(name), known, history, now) == derive(policy(name), known, then, now)


@given(POLICIES, facts(), histories())
def test_a_held_referral_is_never_a_done_one(name: str, known: Facts, history: History) -> None:
    for one in derive(policy(name), known, history, after(history)).referrals:
        assert not (one.held and one.done)
        assert not (one.held and one.needs_reason)


@given(facts(), histories())
@pytest.mark.parametrize("name", ["woerden", "montfoort", "hoorn"])
def test_an_established_acute_signal_never_waits(name: str, known: Facts, history: History) -> None:
    acute = Facts({**known.established, "urgency": "acute"}, known.claimed)
    quiet = tuple(one for one in history if one.fact != "urgency")
    route = derive(policy(name), acute, quiet, after(quiet))
    immediate = [
        one for one in route.referrals if one.partner in ("avim", "police") and one.strength == "required"
    ]
    assert immediate
    assert not any(one.held for one in immediate)
