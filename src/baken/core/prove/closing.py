"""The promise that from everything that can have happened a signal can still be closed properly, with nothing owed.

Each step is tried with only what it waits for itself: a step before it, an event that lifts a hold, the assessment.
What that waits for in turn is tried in its own place. Steps that wait for each other are tried together. From every
situation the route itself must lead on, by what it says can be done now, until nothing of it is left to do.
"""

from collections.abc import Iterator

from baken.core.derive.answers import Route
from baken.core.derive.compiled import Match, RoutePolicy, compile_route
from baken.core.policy.bundle import Bundle
from baken.core.prove.deeds import ASSESSED, Deed, deed
from baken.core.prove.exploring import Space, State
from baken.core.prove.proof import Counterexample, Outcome
from baken.core.prove.reductions import step_by_step
from baken.core.prove.slicing import completing
from baken.core.prove.waiting import circles, part_of, waits_for
from baken.core.prove.worlds import choices, reads_by_fact, size
from baken.core.vocabulary.clauses import AND, joined
from baken.core.vocabulary.facts import Value
from baken.core.vocabulary.text import Text

_NO_CLOSING = Text(
    "Elk signaal: geen enkele stap van de route sluit het af.",
    "Every signal: no step of the route closes it.",
)
_STUCK = Text(
    "het kan niet meer goed worden afgesloten, want dit blijft staan: {steps}.",
    "it can no longer be closed properly, for this stays: {steps}.",
)
Key = tuple[frozenset[tuple[str, Value]], frozenset[Deed], tuple[Deed, ...]]
_SETTLED = ("done", "not_needed", "optional", "cannot_tell")
_DOABLE = ("due", "overdue", "optional")


def closable(bundle: Bundle) -> Outcome:
    """Try every situation of every step, each with only what it waits for itself."""
    policy = compile_route(bundle)
    if not completing(policy, Match("signal.closed")):
        return Outcome(0, Counterexample(_NO_CLOSING), ())
    groups = circles({step.id: waits_for(policy, step) for step in policy.steps})
    explored, smallest = 0, None
    for group in groups:
        trial = Trial(part_of(policy, group), group)
        found = trial.smallest_stuck()
        explored += trial.explored
        if found is not None and (smallest is None or found[0] < smallest[0]):
            smallest = found
    return Outcome(explored, smallest[1] if smallest else None, step_by_step(len(groups)))


class Trial:
    """One group of steps with what it waits for, and from which situations the route leads on to its end."""

    def __init__(self, part: RoutePolicy, group: frozenset[str]) -> None:
        self.part, self.group = part, group
        self.space = Space(part, without="signal.reopened")
        self.deeds, self.ordered = self.space.deeds, self.space.ordered
        reads = reads_by_fact(self.space.all_conditions).get("assessment", [])
        self._judgements = [
            deed(ASSESSED, assessment=str(value)) for value in choices("assessment", reads)[1:]
        ]
        self._closing = completing(part, Match("signal.closed"))
        self._found: set[Key] = set()
        self._before: dict[Key, list[Key]] = {}
        self._ends: list[Key] = []

    @property
    def explored(self) -> int:
        """How many situations were derived."""
        return len(self._found)

    def smallest_stuck(self) -> tuple[int, Counterexample] | None:
        """Return the smallest situation from which the route does not lead on, with its size; None: there is none."""
        states = list(self.space.states())
        for state in states:
            self._follow(state)
        leads_on = self._leading_on()
        for state in states:
            if self._key(state) not in leads_on:
                stuck = [step.text for step in state.route(self.part).steps if step.status not in _SETTLED]
                said = _STUCK.format(steps=joined([_without_stop(text) for text in stuck], AND))
                return size(state.world) + len(state.history), state.counterexample(self.part, said)
        return None

    def _follow(self, start: State) -> None:
        """Derive a situation and all that the route leads to from there, each once."""
        todo = [] if self._key(start) in self._found else [start]
        while todo:
            state = todo.pop()
            key = self._key(state)
            if key in self._found:
                continue
            self._found.add(key)
            route = state.route(self.part)
            if self._ended(route):
                self._ends.append(key)
                continue
            for following in self._next(state, route):
                self._before.setdefault(self._key(following), []).append(key)
                todo.append(following)

    def _leading_on(self) -> set[Key]:
        """Return every situation from which an end can be reached, found backwards from the ends."""
        found, todo = set(self._ends), list(self._ends)
        while todo:
            for key in self._before.get(todo.pop(), ()):
                if key not in found:
                    found.add(key)
                    todo.append(key)
        return found

    def _key(self, state: State) -> Key:
        """Return what two situations share that differ only in an order that does not matter."""
        free = frozenset(one for one in state.history if one.event not in self.ordered)
        bound = tuple(one for one in state.history if one.event in self.ordered)
        return frozenset(state.world.items()), free, bound

    def _ended(self, route: Route) -> bool:
        mine = (step for step in route.steps if step.id in self.group)
        return all(
            step.status == "done" if step.id in self._closing else step.status in _SETTLED for step in mine
        )

    def _next(self, state: State, route: Route) -> Iterator[State]:
        free = {one.partner for one in route.referrals if not one.held and not one.done}
        for step in route.steps:
            for match in step.completes if step.status in _DOABLE else ():
                if match.event == ASSESSED:
                    yield from self._assessing(state)
                for one in self.deeds:
                    told = one.event == "signal.referred"
                    fits = one.event == match.event and match.fits(one.happened)
                    if fits and (not told or one.happened.partner in free):
                        yield self._after(state, one)

    def _after(self, state: State, one: Deed) -> State:
        # Of what happens twice only the last time counts.
        before = (done for done in state.history if done.slot != one.slot)
        return State(state.world, state.claimed, (*before, one))

    def _assessing(self, state: State) -> Iterator[State]:
        for one in self._judgements:
            world = {**state.world, "assessment": str(one.happened.assessment)}
            yield State(world, state.claimed, (*state.history, one))


def _without_stop(text: Text) -> Text:
    return Text(text.nl.rstrip("."), text.en.rstrip("."))
