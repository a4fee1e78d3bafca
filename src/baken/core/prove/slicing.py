"""The part of a compiled route that a promise can see: the other rules can change nothing about it."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from baken.core.derive.compiled import Match, RoutePolicy, StepRule
from baken.core.policy.conditions import Condition


def handing_over(policy: RoutePolicy) -> frozenset[str]:
    """Return the steps that hand over what is required."""
    return frozenset(step.id for step in policy.steps if step.each == "required_referral")


def completing(policy: RoutePolicy, match: Match) -> frozenset[str]:
    """Return the steps that an event like this completes."""
    return frozenset(step.id for step in policy.steps if any(_meets(one, match) for one in step.matches))


def _meets(one: Match, wanted: Match) -> bool:
    return (
        one.event == wanted.event
        and (one.partner is None or wanted.partner in (None, one.partner))
        and (one.table is None or wanted.table in (None, one.table))
        and (one.source is None or wanted.source in (None, one.source))
        and (one.fact is None or wanted.fact in (None, one.fact))
    )


def with_what_they_wait_for(policy: RoutePolicy, steps: Collection[str]) -> frozenset[str]:
    """Return these steps and every step that one of them waits for, at once or in the end."""
    found = set(steps)
    for position in reversed(policy.in_order):
        step = policy.steps[position]
        if step.id in found:
            found |= {name for name, _ in step.after}
    return frozenset(found)


def sliced(
    policy: RoutePolicy,
    *,
    targets: Collection[str] = (),
    steps: Collection[str] = (),
    questions: Collection[str] = (),
    with_holds: bool = False,
) -> RoutePolicy:
    """Return the route with only the rules about these targets and only these steps, without terms.

    Terms say until when, and a promise never asks that. Advice obliges nobody.
    """
    kept = tuple(replace(step, within=None) for step in policy.steps if step.id in steps)
    holds = tuple(hold for hold in policy.holds if with_holds and hold.targets.intersection(targets))
    return replace(
        policy,
        steps=kept,
        in_order=order_of(policy, kept),
        advice=(),
        questions=tuple(replace(one, within=None) for one in policy.questions if one.id in questions),
        referrals=tuple(replace(rule, within=None) for rule in policy.referrals if rule.to in targets),
        destinations={to: rule for to, rule in policy.destinations.items() if to in targets},
        holds=holds,
    )


def order_of(policy: RoutePolicy, kept: tuple[StepRule, ...]) -> tuple[int, ...]:
    """Return the positions of the kept steps, in the order in which they wait for each other."""
    place = {step.id: number for number, step in enumerate(kept)}
    names = (policy.steps[position].id for position in policy.in_order)
    return tuple(place[name] for name in names if name in place)


def conditions_of(policy: RoutePolicy) -> tuple[Condition, ...]:
    """Return every condition in a route."""
    return tuple(_conditions(policy))


def _conditions(policy: RoutePolicy) -> Iterable[Condition]:
    for rules in (
        policy.steps,
        policy.questions,
        policy.referrals,
        policy.destinations.values(),
        policy.holds,
    ):
        for rule in rules:
            yield rule.when.condition
    for hold in policy.holds:
        if hold.override is not None:
            yield hold.override.condition


def without_like_sources(policy: RoutePolicy, step: StepRule) -> tuple[Match, ...]:
    """Return what completes a step, with one source for all that complete only this step."""
    others = [match.source for match in all_matches(policy) if match not in step.matches]
    kept: dict[object, Match] = {}
    for match in step.matches:
        alike = match.event == "source.consulted" and match.source is not None and match.source not in others
        kept.setdefault("source" if alike else match, match)
    return tuple(kept.values())


def all_matches(policy: RoutePolicy) -> list[Match]:
    """Return every event that some step or hold waits for."""
    of_steps = [match for step in policy.steps for match in step.matches]
    return [*of_steps, *(hold.until for hold in policy.holds)]
