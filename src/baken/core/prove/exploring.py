"""Every situation that a part of a route can be in, smallest first, each derived once with the real engine."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import NamedTuple

from baken.core.derive.compiled import Match, RoutePolicy
from baken.core.derive.route import Route, derive
from baken.core.policy.conditions import Condition, Reads
from baken.core.prove.deeds import ASSESSED, START, Deed, deed, deeds_of
from baken.core.prove.histories import NOW, histories, ordered_events, told
from baken.core.prove.limits import combinations_of, orders_of, refuse_too_many
from baken.core.prove.proof import Counterexample, Outcome
from baken.core.prove.reductions import reductions
from baken.core.prove.slicing import all_matches, conditions_of
from baken.core.prove.wording import situation
from baken.core.prove.worlds import World, size, worlds
from baken.core.vocabulary.facts import Facts
from baken.core.vocabulary.happened import Happened
from baken.core.vocabulary.text import Text

_PLACEHOLDER = deed(ASSESSED)
_REPORTED = Happened("signal.reported", START - timedelta(hours=1))
"""Every signal begins with this, so a rule that reads it finds it."""


class State(NamedTuple):
    """One situation: what is established, what the reporter thinks, and what happened, in order."""

    world: World
    claimed: World
    history: tuple[Deed, ...]

    def happened(self, event: str, outcome: str | None = None) -> bool:
        """Return whether this happened, and if an outcome is named, whether it ended so the last time."""
        found = [one.happened for one in self.history if one.event == event]
        return bool(found) and outcome in (None, found[-1].outcome)

    @property
    def is_closed(self) -> bool:
        """Whether it was closed, and not reopened since."""
        last = [one.event for one in self.history if one.event in ("signal.closed", "signal.reopened")]
        return last[-1:] == ["signal.closed"]

    def route(self, policy: RoutePolicy) -> Route:
        """Return the route in this situation."""
        return derive(policy, self.facts, (_REPORTED, *told(self.history)), NOW)

    @property
    def facts(self) -> Facts:
        """The facts as the engine reads them; the assessment is an event."""
        known = {fact: value for fact, value in self.world.items() if fact != "assessment"}
        return Facts(established=known, claimed=self.claimed)

    def counterexample(self, policy: RoutePolicy, conclusion: Text) -> Counterexample:
        """Return this situation as the one that breaks a promise."""
        history = told(self.history)
        sentence = situation(self.world, self.claimed, history, policy.names, conclusion)
        return Counterexample(sentence, self.world, self.claimed, history)


@dataclass(frozen=True, slots=True)
class Space:
    """What is varied: the part of the route, conditions that matter beside its own, and events that matter.

    `closing`: whether closing is tried; `without`: an event that is not, because the promise is about its absence.
    """

    policy: RoutePolicy
    conditions: tuple[Condition, ...] = ()
    also: tuple[Match, ...] = ()
    closing: bool = True
    without: str = ""

    @property
    def all_conditions(self) -> tuple[Condition, ...]:
        """Every condition that tells situations apart here."""
        events = {match.event for match in (*self.also, *all_matches(self.policy))}
        events |= {match.event for rule in self.policy.referrals for match in rule.met_also_by}
        matters = ASSESSED in {*self.ordered, *events, *(step.once for step in self.policy.steps)}
        judged = (Reads("assessment", "any", ("open",)),) if matters else ()
        return (*self.conditions, *judged, *conditions_of(self.policy))

    @property
    def deeds(self) -> tuple[Deed, ...]:
        """Everything that can happen here."""
        also = (*self.also, Match("signal.closed")) if self.closing else self.also
        return deeds_of(self.policy, also)

    @property
    def ordered(self) -> frozenset[str]:
        """The events whose order matters here."""
        return ordered_events(self.policy, self.also)

    def states(self) -> Iterator[State]:
        """Yield every situation, smallest first: each established value and each event counts. Raises `TooMany`."""
        deeds, ordered = self.deeds, self.ordered
        absent = self.without
        refuse_too_many(combinations_of(self.all_conditions), orders_of(deeds, ordered))
        unassessed = _by_length(histories(deeds, ordered, without=absent))
        with_one = [] if absent == ASSESSED else histories(deeds, ordered, (_PLACEHOLDER,), without=absent)
        assessed = _by_length(with_one, less=1)
        placed = [(size(world), world, judged) for world, judged in self._worlds()]
        longest = max((*unassessed, *assessed), default=0) + max((size_ for size_, *_ in placed), default=0)
        for total in range(longest + 1):
            for said, world, judged in placed:
                if judged is None:
                    for history in unassessed.get(total - said, ()):
                        yield State(world, {}, history)
                else:
                    for history in assessed.get(total - said, ()):
                        yield State(
                            world, {}, tuple([judged if one is _PLACEHOLDER else one for one in history])
                        )

    def _worlds(self) -> Iterator[tuple[World, Deed | None]]:
        for world in worlds(*self.all_conditions):
            value = world.get("assessment")
            if value is None:
                yield world, None
                continue
            elsewhere: tuple[str | None, ...] = (None,)
            if value == "other_phenomenon":
                elsewhere = (None, *self.policy.destinations)
            for destination in elsewhere:
                yield world, deed(ASSESSED, assessment=str(value), destination=destination)


def _by_length(found: Sequence[tuple[Deed, ...]], less: int = 0) -> dict[int, list[tuple[Deed, ...]]]:
    by_length: dict[int, list[tuple[Deed, ...]]] = {}
    for history in found:
        by_length.setdefault(len(history) - less, []).append(history)
    return by_length


Applies = Callable[[State], bool]
Breaks = Callable[[State, Route], Text | None]


def explore(space: Space, whole: RoutePolicy, applies: Applies, breaks: Breaks) -> Outcome:
    """Try every situation to which a promise applies, until the first that breaks it."""
    explored, why = 0, reductions(space.policy, whole, space.all_conditions, space.deeds, space.ordered)
    for state in space.states():
        if not applies(state):
            continue
        explored += 1
        conclusion = breaks(state, state.route(space.policy))
        if conclusion is not None:
            return Outcome(explored, state.counterexample(whole, conclusion), why)
    return Outcome(explored, None, why)


def smallest(outcomes: Sequence[Outcome]) -> Outcome:
    """Return several outcomes as one: all that was explored, and of what breaks a promise the smallest."""
    broken = [one for one in outcomes if one.counterexample is not None]
    first = min(broken, key=lambda one: one.counterexample.size if one.counterexample else 0, default=None)
    lines = dict.fromkeys(line for one in outcomes for line in one.reductions)
    counterexample = first.counterexample if first is not None else None
    return Outcome(sum(one.explored for one in outcomes), counterexample, tuple(lines))
