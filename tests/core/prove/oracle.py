"""Whether one real signal breaks a promise: the whole policy, the whole route, and nothing left out.

Written apart from `core/prove`, so that the two can be held against each other.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from random import Random

from baken.core.derive.answers import Route, held_before
from baken.core.derive.route import compile_route, derive
from baken.core.policy.bundle import Bundle
from baken.core.policy.conditions import Condition, compiled
from baken.core.policy.properties import Adding, First, Owed, Property, Spared, Told
from baken.core.vocabulary.facts import DEFAULTS, FACTS, FactKind, Facts, Value, is_known
from baken.core.vocabulary.happened import Happened

DEMANDED = ("due", "overdue", "waiting")


@dataclass(frozen=True)
class Case:
    """One signal under one policy."""

    bundle: Bundle
    facts: Facts
    history: tuple[Happened, ...]

    @property
    def now(self) -> datetime:
        return self.history[-1].at + timedelta(hours=1)

    @cached_property
    def route(self) -> Route:
        return derive(compile_route(self.bundle), self.facts, self.history, self.now)

    @cached_property
    def known(self) -> dict[str, Value]:
        """What is established after everything that happened."""
        known = {**DEFAULTS, **self.facts.established}
        for one in self.history:
            if one.event == "fact.established" and one.fact and one.value is not None:
                known[one.fact] = one.value
            elif one.event == "signal.assessed" and one.assessment:
                known["assessment"] = one.assessment
        return known

    def holds(self, condition: Condition) -> bool:
        return compiled(condition)(self.known) is True

    def and_then(self, event: str, **about: object) -> "Case":
        return Case(self.bundle, self.facts, (*self.history, Happened(event, self.now, **about)))  # type: ignore[arg-type]

    def last(self, event: str) -> int:
        return max((n for n, one in enumerate(self.history) if one.event == event), default=-1)

    @property
    def closed(self) -> bool:
        return self.last("signal.closed") > self.last("signal.reopened")


def is_broken(promise: Property, case: Case, dice: Random) -> bool:
    """Return whether this signal breaks the promise."""
    if promise.told is not None:
        return _told(promise.told, case)
    if promise.spared is not None:
        return _spared(promise.spared, case)
    if promise.owed is not None:
        return _owed(promise.owed, case)
    if promise.first is not None:
        return _first(promise.first, case)
    if promise.adding is not None:
        return _adding(promise.adding, case, dice)
    if promise.closable is not None:
        return not any(_closes(case, dice) for _ in range(3))
    return False


def _informed(case: Case, partners: Sequence[str]) -> bool:
    return any(
        (one.event == "signal.referred" and one.partner in partners)
        or (one.event == "signal.tabled" and one.table in partners)
        for one in case.history
    )


def _obliged(route: Route, partners: Sequence[str]) -> bool:
    required = {one.partner for one in route.referrals if one.strength == "required" and not one.claimed}
    owed = {one.partner for one in route.owed}
    return any(partner in required and partner in owed for partner in partners)


def _told(promise: Told, case: Case) -> bool:
    if not case.holds(promise.when):
        return False
    route = case.route
    rows = [one for one in route.referrals if one.partner in promise.partners and not one.claimed]
    if promise.strength == "required":
        rows = [one for one in rows if one.strength == "required"]
    if not rows:
        return True
    if _informed(case, promise.partners):
        return False
    if promise.strength == "required" and not _obliged(route, promise.partners):
        return True
    if promise.at_once and case.last("signal.received") >= 0:
        handing = [
            step for step in route.steps if any(match.each == "required_referral" for match in step.completes)
        ]
        return all(one.held for one in rows) or any(step.status == "waiting" for step in handing)
    return False


def _spared(promise: Spared, case: Case) -> bool:
    named = promise.partners or {one.partner for one in case.route.referrals}
    required = {one.partner for one in case.route.referrals if one.strength == "required" and not one.claimed}
    return case.holds(promise.when) and bool(required & set(named) - set(promise.besides))


def _owed(promise: Owed, case: Case) -> bool:
    if (
        not case.holds(promise.when)
        or (promise.while_open and case.closed)
        or _informed(case, promise.or_told)
    ):
        return False
    if promise.once is not None:
        begun = [one for one in case.history if one.event == promise.once.event]
        if not begun or promise.once.outcome not in (None, begun[-1].outcome):
            return False
    event = promise.event
    if event.fact is not None and is_known(event.fact, case.known[event.fact]):
        return False
    found = [
        number
        for number, one in enumerate(case.history)
        if one.event == event.event
        and event.table in (None, one.table)
        and event.partner in (None, one.partner)
    ]
    anchor = next((case.last(name) for name in promise.since if case.last(name) >= 0), None)
    if event.fact is None and found and (not promise.since or (anchor is not None and found[-1] > anchor)):
        return False
    route = case.route
    optional = {step.id for step in case.bundle.steps if step.strength == "optional"}
    asked = any(
        step.status in DEMANDED and step.id not in optional
        for step in route.steps
        for match in step.completes
        if match.event == event.event
    )
    asking = {one.id for one in case.bundle.questions if event.fact is not None and one.fact == event.fact}
    asked = asked or any(step.id in asking and step.status in DEMANDED for step in case.route.steps)
    return not asked and not _obliged(route, promise.or_told)


def _first(promise: First, case: Case) -> bool:
    event = promise.event
    happened = any(
        one.event == event.event
        and all(
            getattr(event, about) in (None, getattr(one, about))
            for about in ("partner", "table", "source", "fact")
        )
        for one in case.history
    )
    if happened or not case.holds(promise.when):
        return False
    may_pass = promise.passable is not None and case.holds(promise.passable)
    tables = [
        table.id
        for table in case.bundle.table_list
        if table.exists and set(table.with_) & set(promise.before.tables_with)
    ]
    route = case.route
    for target in (*promise.before.partners, *tables):
        holds = held_before(route, target)
        if not holds or all(hold.may_override for hold in holds) is not may_pass:
            return True
    return any(
        step.status in ("due", "overdue", "optional") and match.event in promise.before.events
        for step in route.steps
        if step.kind == "step"
        for match in step.completes
    )


def _asked(case: Case) -> tuple[set[str], set[str]]:
    route = case.route
    free = {step.id for step in case.bundle.steps if step.strength == "optional"}
    free |= {step.id for step in case.bundle.steps if any(match.each for match in step.completes)}
    musts = {one.partner for one in route.referrals if one.strength == "required" and not one.done}
    musts |= {one.partner for one in route.owed if one.partner}
    musts |= {
        f"step {step.id}"
        for step in route.steps
        if step.kind != "advice" and step.id not in free and step.status in DEMANDED
    }
    mays = {one.partner for one in route.referrals if not one.done and not one.claimed}
    return musts, mays


def _adding(promise: Adding, case: Case, dice: Random) -> bool:
    if not case.holds(promise.when):
        return False
    changed = _changed(promise, case, dice)
    if changed is None:
        return False
    (musts, mays), (musts_then, mays_then) = _asked(case), _asked(changed)
    if promise.event is not None:
        musts, musts_then = ({one for one in some if " " not in one} for some in (musts, musts_then))
    besides = set(promise.besides)
    if promise.fact is not None:
        besides |= {f"step {one.id}" for one in case.bundle.questions if one.fact in promise.fact}
    if promise.never == "obliges":
        return bool(musts_then - musts - besides)
    return bool((musts - musts_then - besides) | (mays - mays_then - besides))


def _changed(promise: Adding, case: Case, dice: Random) -> Case | None:
    if promise.event is not None:
        return None if case.closed or case.last("signal.received") < 0 else case.and_then(promise.event)
    if promise.claims is not None:
        claimed = {kind.name: any_value(kind, dice) for kind in FACTS.values() if dice.random() < 0.7}
        return Case(case.bundle, Facts(case.facts.established, claimed), case.history)
    assert promise.fact is not None
    fact, value = next(iter(promise.fact.items()))
    known = case.known[fact]
    said: Value = known | {value} if isinstance(known, frozenset) else value
    return None if said == known else case.and_then("fact.established", fact=fact, value=said)


def any_value(kind: FactKind, dice: Random) -> Value:
    """Return some value of a fact."""
    if kind.is_set:
        return frozenset(one for one in kind.values if dice.random() < 0.5)
    return dice.choice(kind.values)


def _closes(case: Case, dice: Random) -> bool:
    """Do what the route says can be done, until nothing is left; whether that ends with a closed signal."""
    for _ in range(60):
        route = case.route
        optional = {step.id for step in case.bundle.steps if step.strength == "optional"}
        steps = [step for step in route.steps if step.kind == "step"]
        left = [step for step in steps if step.status in DEMANDED and step.id not in optional]
        questions = [
            step for step in route.steps if step.status in ("due", "overdue") and step.kind == "question"
        ]
        if case.closed and not left:
            return True
        if case.closed:
            case = case.and_then("signal.reopened")
            continue
        now = [step for step in steps if step.status in ("due", "overdue")]
        rest = [step for step in now if not _is_closing(step.id, case)]
        if not rest and not now:
            now = [step for step in steps if step.status == "optional"]
        now = rest or now
        if not now and not questions:
            return False
        if questions:
            fact = next(one.fact for one in case.bundle.questions if one.id == questions[0].id)
            kind = FACTS[fact]
            value: Value = frozenset({dice.choice(kind.values)}) if kind.is_set else kind.values[0]
            case = case.and_then("fact.established", fact=fact, value=value)
            continue
        case = _do(dice.choice(now), route, case, dice)
    return False


def _is_closing(step: str, case: Case) -> bool:
    found = next(one for one in case.bundle.steps if one.id == step)
    return any(match.event == "signal.closed" for match in found.completes)


def _do(step: object, route: Route, case: Case, dice: Random) -> Case:
    match = dice.choice(step.completes)  # type: ignore[attr-defined]
    about: dict[str, object] = {"partner": match.partner, "table": match.table, "source": match.source}
    if match.each == "required_referral":
        free = [
            one.partner
            for one in route.referrals
            if one.strength == "required" and not one.done and not one.held
        ]
        if not free:
            return case
        about["partner"] = free[0]
    elif match.each == "referral":
        owed = [one.partner for one in route.owed if one.step == step.id]  # type: ignore[attr-defined]
        told = [one.partner for one in case.history if one.event == "signal.referred"]
        about["partner"] = dice.choice(owed or told)
    elif match.event == "enrichment.weighed":
        about["outcome"] = dice.choice(("proceed", "stop"))
    elif match.event == "signal.assessed":
        about["assessment"] = dice.choice(FACTS["assessment"].values[1:])
    return case.and_then(match.event, **about)
