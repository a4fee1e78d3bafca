"""Thousands of real signals, made by the product's own decisions and judged on the whole policy, agree with the proof.

Nothing is left out or taken together here: every fact, every event that may be decided, in any order.
"""

from collections.abc import Iterator
from datetime import timedelta
from random import Random
from typing import Any

import pytest

from baken.core.decide import Command, Refused, decide
from baken.core.decide import commands as ask
from baken.core.derive.route import compile_route, derive
from baken.core.derive.signal import SignalState, after
from baken.core.policy import written
from baken.core.policy.bundle import Bundle
from baken.core.policy.conditions import ALWAYS
from baken.core.policy.models import AfterStep, EventMatch
from baken.core.prove.proving import prove, prove_one
from baken.core.prove.worlds import is_possible
from baken.core.vocabulary import outcomes
from baken.core.vocabulary.facts import FACTS, Facts
from tests.core.decide.asking import START, begun
from tests.core.prove.bundles import bundle, with_element, without_element
from tests.core.prove.oracle import Case, is_broken

SHIPPED = ("copen", "example", "hoorn", "montfoort", "national", "west-friesland", "woerden")
KINDS = ("reporter", "reporter_named")


def cases(policy: Bundle, signals: int, seed: int) -> Iterator[Case]:
    """Yield every situation that some random signals pass through."""
    dice = Random(seed)
    for _ in range(signals):
        state = begun(
            reporter=dice.choice(FACTS["reporter"].values), reporter_named=dice.choice(("yes", "no"))
        )
        yield from _case(policy, state)
        for number, command in enumerate((ask.Receive(), *(_command(policy, dice) for _ in range(40)))):
            if number == 0 and dice.random() < 0.1:
                continue
            now = START + timedelta(hours=len(state.history))
            route = derive(compile_route(policy), state.facts, state.history, now)
            try:
                happened = decide(state, policy, route, command)
            except Refused:
                continue
            for one in happened:
                state = after(state, one, now)
            yield from _case(policy, state)


def _case(policy: Bundle, state: SignalState) -> Iterator[Case]:
    case = Case(policy, Facts({fact: state.established[fact] for fact in KINDS}), state.history)
    if is_possible(case.known):
        yield case


def _command(policy: Bundle, dice: Random) -> Command:
    fact = dice.choice([kind for kind in FACTS.values() if kind.name not in ("assessment", *KINDS)])
    value = (
        tuple(one for one in fact.values if dice.random() < 0.4)
        if fact.is_set
        else (dice.choice(fact.values),)
    )
    partner = dice.choice([use for use in policy.uses if use != "intake"])
    reason = dice.choice((None, "ref"))
    judged = dice.choice(list(outcomes.ASSESSMENT))
    place = dice.choice([one.id for one in policy.destinations])
    source, found = dice.choice(list(policy.sources.values())), dice.choice(("hit", "no_hit"))
    return dice.choice(
        (
            ask.RecordCoordinatorConsulted(),
            ask.EstablishFact(fact.name, value, "ref"),
            ask.EstablishFact(fact.name, value, "ref"),
            ask.Weigh(dice.choice(("proceed", "stop")), "ref"),
            ask.ConsultSource(source.id, found, dice.choice(("none", "care")), source.grounds[0], reason="r"),
            ask.ConsiderTrustedPerson("possible", "ref"),
            ask.PutOnTable(dice.choice([table.id for table in policy.table_list] or ["-"]), reason),
            ask.Assess(judged, "ref", place if judged == "other_phenomenon" else None),
            _handing_over(policy, partner, dice, reason),
            _handing_over(policy, partner, dice, reason),
            ask.AskPartner(f"r-{partner}"),
            ask.RecordAnswer(f"r-{partner}", "taken_up"),
            ask.InformReporter("in_progress", "ref"),
            ask.Close(dice.choice(("no_action", "handled")), "ref"),
            ask.Reopen("ref"),
        )
    )


def _handing_over(policy: Bundle, partner: str, dice: Random, reason: str | None) -> ask.Refer:
    use = policy.uses[partner]
    return ask.Refer(
        referral=f"r-{partner}",
        partner=partner,
        named=True,
        ground=use.grounds[0],
        purpose=use.purposes[0],
        pieces=use.pieces[:1],
        content="ref",
        delivery="in_baken",
        recipient="there",
        override_reason=reason,
        minor_reason="ref",
    )


def broken_by_force(policy: Bundle, signals: int, seed: int = 20261122) -> frozenset[str]:
    """Return the promises that some of these signals break. What takes long to try is tried now and then."""
    dice, found = Random(seed), set[str]()
    for case in cases(policy, signals, seed):
        for promise in policy.property_list:
            chance = 0.2 if promise.closable else 0.5 if promise.adding else 1
            if promise.id not in found and dice.random() < chance and is_broken(promise, case, dice):
                found.add(promise.id)
    return frozenset(found)


def variants() -> Iterator[tuple[str, Bundle]]:
    """Yield policies with one thing changed: most break something, some break nothing."""
    for name in ("woerden", "hoorn"):
        policy = bundle(name)
        for rule in policy.referrals:
            if rule.strength == "required":
                yield f"{name} without {rule.id}", without_element(policy, "referrals", rule.id)
            else:
                stronger = with_element(policy, "referrals", rule.id, strength="required")
                yield f"{name} with {rule.id} required", stronger
        closed = (EventMatch(event="signal.closed"),)
        for section, element, changes in _CHANGES[name]:
            yield f"{name} with {element} {changes}", with_element(policy, section, element, **changes)
        labour = with_element(policy, "referrals", "labour_authority", met_also_by=closed)
        yield f"{name} where closing tells the labour authority", labour


_ONLY_ACUTE = written.condition({"urgency": "acute"})
_NAMED = written.condition({"reporter_named": "yes"})
_NO_ORGANS = written.condition({"not": {"exploitation": {"includes": "organ_removal"}}})
_SMUGGLED = written.condition({"related": {"includes": "smuggling"}})
_AFTER_ASSESSING = (AfterStep(step="receive"), AfterStep(step="assess"))
_CHANGES: dict[str, list[tuple[str, str, dict[str, Any]]]] = {
    "woerden": [
        ("holds", "trusted_person_first", {"override": None}),
        ("holds", "trusted_person_first", {"when": ALWAYS}),
        ("holds", "trusted_person_first", {"when": _ONLY_ACUTE}),
        ("holds", "trusted_person_first", {"until": EventMatch(event="signal.received")}),
        ("steps", "consider_trusted_person", {"when": _ONLY_ACUTE}),
        ("steps", "consider_trusted_person", {"after": (AfterStep(step="hand_over"),)}),
        ("steps", "hand_over", {"after": _AFTER_ASSESSING}),
        ("steps", "tell_reporter", {"when": _NAMED}),
        ("steps", "assess", {"when": _NO_ORGANS}),
        ("referrals", "care_coordinator", {"when": _ONLY_ACUTE}),
    ],
    "hoorn": [
        ("steps", "table_locally", {"strength": "optional"}),
        ("steps", "table_locally", {"when": _SMUGGLED}),
        ("steps", "tell_reporter", {"strength": "optional"}),
        ("steps", "tell_reporter", {"when": _NAMED}),
        ("steps", "hand_over", {"after": _AFTER_ASSESSING}),
        ("steps", "close", {"when": _NAMED}),
        ("steps", "close", {"after": (AfterStep(step="assess"),)}),
        ("steps", "assess", {"after": ()}),
        ("referrals", "riec", {"when": _SMUGGLED}),
    ],
}


@pytest.mark.parametrize("policy_id", SHIPPED)
def test_no_real_signal_breaks_what_was_proved(policy_id: str) -> None:
    assert prove(bundle(policy_id)).holds
    assert broken_by_force(bundle(policy_id), 40) == frozenset()


def test_what_a_real_signal_breaks_the_proof_finds_too() -> None:
    caught = 0
    for name, policy in variants():
        broken = broken_by_force(policy, 5)
        for promise in policy.property_list:
            if promise.id in broken:
                assert not prove_one(policy, promise).holds, (name, promise.id)
                caught += 1
    assert caught >= 15
