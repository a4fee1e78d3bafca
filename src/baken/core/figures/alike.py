"""Which signals take the same deeds under a policy, so that the route is asked once for all of them.

A route reads conditions, not facts: two signals for which the same conditions hold are handled alike. Partners are
alike where the same holds stand before them and nothing else of the policy names them. A test asks the route of both.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Mapping

from baken.core.derive.compiled import Match, RoutePolicy, When
from baken.core.figures.handling import NOT_A_FACT, World, destination, value_of
from baken.core.policy.conditions import Test
from baken.core.vocabulary.facts import DEFAULTS, Value, is_known

_STAGES: tuple[Mapping[str, Value], ...] = ({}, {"assessment": "open"})


class Alike:
    """Gives signals that are handled alike the same key."""

    def __init__(self, policy: RoutePolicy) -> None:
        self.policy = policy
        steps = [rule.when for rule in policy.steps]
        advice = [rule.when for rule in policy.advice if rule.done_by]
        holds = [when for hold in policy.holds for when in (hold.when, hold.override) if when is not None]
        questions = [rule.when for rule in policy.questions]
        self.tests = _different([*steps, *advice, *holds, *questions])
        self.asked = {rule.fact: DEFAULTS[rule.fact] for rule in policy.questions if rule.when.always}
        places = {rule.to for rule in policy.referrals} | set(policy.destinations)
        self.kinds = {place: self._kind(place) for place in places}

    def key(self, world: World) -> Hashable:
        """Return what decides which deeds a signal takes."""
        told = {name: value_of(name, value) for name, value in world.items() if name not in NOT_A_FACT}
        facts: dict[str, Value] = {**DEFAULTS, **told}
        unasked = {**facts, **self.asked}
        suggested = world["suggested"] == "yes"
        partners = {
            rule.to
            for rule in self.policy.referrals
            if (rule.required or suggested) and rule.when.test(facts) is True
        }
        if place := destination(self.policy, str(facts["assessment"])):
            partners.add(place)
        return (
            suggested,
            world["secrecy"],
            tuple(is_known(rule.fact, facts[rule.fact]) for rule in self.policy.questions),
            tuple(
                test({**base, **stage})
                for base in (facts, unasked)
                for stage in _STAGES
                for test in self.tests
            ),
            frozenset(Counter(self.kinds[partner] for partner in partners).items()),
        )

    def _kind(self, to: str) -> Hashable:
        """Return what a partner is to the route, and the partner's own id where something names it alone."""
        rules = [rule for rule in self.policy.referrals if rule.to == to]
        if any(rule.met_also_by for rule in rules) or to in self._named():
            return to
        holds = tuple(hold.id for hold in self.policy.holds if to in hold.targets)
        table = any(table.id == to for table in self.policy.tables)
        return table, holds, all(rule.ask_feedback for rule in rules)

    def _named(self) -> set[str | None]:
        matches: list[Match] = [match for rule in self.policy.steps for match in rule.matches]
        matches += [match for rule in self.policy.advice for match in rule.done_by]
        matches += [hold.until for hold in self.policy.holds]
        return {match.partner for match in matches} | {match.table for match in matches}


def _different(whens: list[When]) -> list[Test]:
    """Return the tests of different conditions; one that always holds tells nothing."""
    found: dict[str, Callable[[Mapping[str, Value]], bool | None]] = {
        repr(when.condition): when.test for when in whens if not when.always
    }
    return list(found.values())
