"""The route of one signal: decided (policy) and happened (facts, history) in, where it stands and what comes next out.

A pure function of its arguments: no clock, no files, nothing stored. What history says wins over the facts given.
Established facts make obligations; what only the reporter says gives advice and suggestions, and obliges nobody.
"""

from collections.abc import Sequence
from datetime import datetime

from baken.core.derive import sentences
from baken.core.derive.answers import (
    STAGES,
    CannotTell,
    HoldState,
    Owed,
    ReferralState,
    Route,
    Stage,
    Status,
    StepState,
    TableState,
    held_before,
    held_before_partner,
    held_before_table,
)
from baken.core.derive.compiled import RoutePolicy, compile_route
from baken.core.derive.past import Past
from baken.core.derive.referring import holds, referrals, tables
from baken.core.derive.stepping import Stepping
from baken.core.vocabulary.facts import Facts, is_known
from baken.core.vocabulary.happened import Happened
from baken.core.vocabulary.moments import add, aware

__all__ = [
    "STAGES",
    "CannotTell",
    "HoldState",
    "Owed",
    "ReferralState",
    "Route",
    "RoutePolicy",
    "StepState",
    "TableState",
    "compile_route",
    "derive",
    "held_before",
    "held_before_partner",
    "held_before_table",
]


def derive(policy: RoutePolicy, facts: Facts, history: Sequence[Happened], now: datetime) -> Route:
    """Return the route of one signal at `now`. Events after `now` have not happened yet."""
    past = Past(facts, history, aware(now))
    standing = holds(policy, past)
    named, cannot_tell = referrals(policy, past, standing)
    stepping = Stepping(policy, past, standing, named, cannot_tell)
    steps = stepping.run()
    asked, owed = _questions(policy, past)
    return Route(
        stage=_stage(past, stepping),
        steps=(*_advice(policy, past), *asked, *steps),
        referrals=named,
        holds=standing,
        owed=(*owed, *_in_policy_order(policy, stepping.owed)),
        tables=tables(policy, past, standing),
        cannot_tell=cannot_tell,
    )


def _in_policy_order(policy: RoutePolicy, owed: list[Owed]) -> list[Owed]:
    if len(policy.steps) == len(policy.in_order) and policy.in_order == tuple(range(len(policy.steps))):
        return owed
    place = {step.id: number for number, step in enumerate(policy.steps)}
    return sorted(owed, key=lambda one: place[one.step])


def _advice(policy: RoutePolicy, past: Past) -> list[StepState]:
    given = []
    for rule in policy.advice:
        claimed = rule.when.test(past.facts) is not True
        if claimed and (past.claims is None or rule.when.test(past.claims) is not True):
            continue
        done = bool(past.all_of(rule.done_by))
        because = sentences.because(rule.when, past.facts, past.claims if claimed else None)
        given.append(
            StepState(
                id=rule.id,
                kind="advice",
                actor=rule.actor,
                status="done" if done else "due" if rule.done_by else "optional",
                text=rule.text,
                since=None,
                due_at=None,
                because=(*because, sentences.IS_ADVICE),
                source=rule.says_who,
                completes=rule.done_by,
            )
        )
    return given


def _questions(policy: RoutePolicy, past: Past) -> tuple[list[StepState], list[Owed]]:
    asked, owed = [], []
    for rule in policy.questions:
        known = is_known(rule.fact, past.facts[rule.fact])
        since = due_at = None
        because = sentences.because(rule.when, past.facts)
        status: Status
        if known:
            status = "done"
        elif past.closed:
            status, because = "not_needed", (sentences.IS_CLOSED,)
        elif rule.when.test(past.facts) is False:
            status = "not_needed"
        else:
            since = past.true_since(rule.when)
            due_at = add(since, rule.within) if rule.within is not None else None
            status = "overdue" if due_at is not None and past.now > due_at else "due"
            because = (sentences.unknown(rule.fact),)
            owed.append(Owed(rule.id, rule.actor, None, since, due_at, rule.text))
        asked.append(
            StepState(
                rule.id, "question", rule.actor, status, rule.text, since, due_at, because, rule.says_who, ()
            )
        )
    return asked, owed


def _stage(past: Past, stepping: Stepping) -> Stage:
    happened = past.by_event
    if past.closed:
        return "closed"
    if past.facts["assessment"] != "open":
        answers = [rule for rule in stepping.policy.steps if rule.answers_reporter]
        if answers and all(stepping.states[rule.id].status == "done" for rule in answers):
            return "answered"
        return "handed_over" if past.partners else "assessed"
    if any(event in happened for event in ("enrichment.weighed", "source.consulted", "signal.tabled")):
        return "enriching"
    return "received" if "signal.received" in happened else "new"
