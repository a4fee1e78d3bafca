"""Which steps wait for which, for any reason; the circles among them; and the part of a route that one circle sees."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from baken.core.derive.compiled import HoldRule, Match, ReferralRule, RoutePolicy, StepRule
from baken.core.prove.slicing import all_matches, completing, handing_over, order_of, without_like_sources


def waits_for(policy: RoutePolicy, step: StepRule) -> frozenset[str]:
    """Return the steps that this one waits for: before it, lifting its holds, or deciding whether it is needed."""
    return frozenset(_waits_for(policy, step)) - {step.id}


def _waits_for(policy: RoutePolicy, step: StepRule) -> Iterator[str]:
    yield from (name for name, _ in step.after)
    if step.when.reads_assessment:
        yield from completing(policy, Match("signal.assessed"))
    for match in step.matches:
        for event in match.after_last:
            yield from completing(policy, Match(event))
    for hold in _holds(policy, [step]):
        yield from completing(policy, hold.until)


def _holds(policy: RoutePolicy, steps: Collection[StepRule]) -> tuple[HoldRule, ...]:
    """Return the holds that can stand before what these steps do."""
    tables = {match.table for step in steps for match in step.matches if match.table is not None}
    all_of_them = any(step.id in handing_over(policy) for step in steps)
    return tuple(hold for hold in policy.holds if all_of_them or not tables.isdisjoint(hold.targets))


def circles(edges: Mapping[str, frozenset[str]]) -> list[frozenset[str]]:
    """Return every step, together with those that wait for it while it waits for them."""
    reach = {step: _reached(edges, step) for step in edges}
    found: list[frozenset[str]] = []
    for step in edges:
        if not any(step in group for group in found):
            # A step may wait for one that this municipality does not have; that holds nobody up.
            others = (other for other in reach[step] if step in reach.get(other, ()))
            found.append(frozenset({step, *others}))
    return found


def _reached(edges: Mapping[str, frozenset[str]], start: str) -> set[str]:
    found: set[str] = set()
    todo = [start]
    while todo:
        for following in edges.get(todo.pop(), frozenset()):
            if following not in found:
                found.add(following)
                todo.append(following)
    return found


def part_of(policy: RoutePolicy, group: frozenset[str]) -> RoutePolicy:
    """Return what these steps see: themselves, and what they wait for, as if that itself never had to wait.

    Partners behind the same holds are treated alike, so the first stands for all, and so are sources of which any one
    completes the same step. What only may be told is left out.
    """
    members = [step for step in policy.steps if step.id in group]
    seen = group.union(*(waits_for(policy, step) for step in members))
    steps = tuple(
        replace(
            step,
            within=None,
            after=step.after if step.id in group else (),
            matches=without_like_sources(policy, step),
        )
        for step in policy.steps
        if step.id in seen
    )
    holds = _holds(policy, members)
    rules = [rule for rule in policy.referrals if rule.required]
    firsts = _firsts(policy, rules, holds)
    hands_over = not seen.isdisjoint(handing_over(policy))
    return replace(
        policy,
        steps=steps,
        in_order=order_of(policy, steps),
        advice=(),
        questions=(),
        referrals=tuple(
            replace(rule, to=firsts[rule.to], within=None, met_also_by=()) for rule in rules if hands_over
        ),
        destinations=_destinations(policy, firsts) if hands_over else {},
        holds=holds,
    )


def _firsts(
    policy: RoutePolicy, rules: Collection[ReferralRule], holds: Collection[HoldRule]
) -> dict[str, str]:
    """Return, for every partner that must be told something, the first one behind the same holds."""
    apart = {match.partner for match in all_matches(policy)}
    first: dict[tuple[frozenset[str], str | None], str] = {}
    found: dict[str, str] = {}
    for partner in (*(rule.to for rule in rules), *policy.destinations):
        behind = frozenset(hold.id for hold in holds if partner in hold.targets)
        found[partner] = first.setdefault((behind, partner if partner in apart else None), partner)
    return found


def _destinations(policy: RoutePolicy, firsts: Mapping[str, str]) -> dict[str, ReferralRule]:
    found: dict[str, ReferralRule] = {}
    for to, rule in policy.destinations.items():
        if firsts[to] not in (one.to for one in found.values()):
            found[to] = replace(rule, to=firsts[to])
    return found
