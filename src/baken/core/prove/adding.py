"""Promises about one change: what a fact, a claim or an event that comes after the rest never does.

Each thing that the route may ask (a partner to tell, a step, a question) is tried on its own, in every situation,
before the change and after it; what does not read what changes cannot change with it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from baken.core.derive.answers import Route
from baken.core.derive.compiled import Match, RoutePolicy, compile_route
from baken.core.policy.bundle import Bundle
from baken.core.policy.conditions import ALWAYS, Condition, Reads, compiled, facts_of
from baken.core.policy.properties import Adding
from baken.core.prove.deeds import ASSESSED, Deed, deed
from baken.core.prove.exploring import Space, State
from baken.core.prove.histories import can_happen
from baken.core.prove.limits import combinations_of, orders_of, refuse_too_many
from baken.core.prove.proof import Counterexample, Outcome
from baken.core.prove.reductions import one_by_one, reductions
from baken.core.prove.slicing import conditions_of, handing_over, sliced
from baken.core.prove.wording import named
from baken.core.prove.worlds import World, is_possible, size, whole, worlds
from baken.core.vocabulary.facts import DEFAULTS, FACTS
from baken.core.vocabulary.happenings import EVENT_WORDS
from baken.core.vocabulary.text import Text

Asked = tuple[str, str]
"""What a route asks or offers: ("required" or "named", partner), or ("step", id)."""
Change = Callable[[State], Iterator[State]]

_MUST = Text("{who} moet het dan horen.", "{who} must then be told.")
_MUST_DO = Text("dan moet ook dit: {what}", "then this must be done too: {what}")
_NO_MORE = Text("{who} hoeft het dan niet meer te horen.", "{who} need then not be told any more.")
_DO_NO_MORE = Text("dan hoeft dit niet meer: {what}", "then this need not be done any more: {what}")
_COMES = Text("komt daar nog {what} bij, {then}", "when {what} is added, {then}")
_HAPPENS = Text("gebeurt dan dit: {what}, {then}", "when then {what}, {then}")


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing that a route may ask, with the rules that decide it."""

    part: RoutePolicy
    is_partner: bool


def adding(bundle: Bundle, promise: Adding) -> Outcome:
    """Try a change in every situation, and look what it asks more, or no more."""
    policy = compile_route(bundle)
    units = [unit for unit in _units(policy, promise) if _may_see(unit, promise)]
    explored, worst = 0, None
    for unit in units:
        tried, found = _try(bundle, promise, unit)
        explored += tried
        if found is not None and (worst is None or found[0] < worst[0]):
            worst = found
    return Outcome(explored, worst[1] if worst else None, _why(policy, promise, units))


def _units(policy: RoutePolicy, promise: Adding) -> Iterator[Unit]:
    handing = handing_over(policy)
    for target in dict.fromkeys((*(rule.to for rule in policy.referrals), *policy.destinations)):
        if target not in promise.besides:
            yield Unit(sliced(policy, targets=(target,), steps=handing), True)
    if promise.event is not None:
        return  # What closing or the like ends for the municipality itself is its own affair.
    for step in policy.steps:
        if step.id not in handing and not step.optional:
            yield Unit(sliced(policy, steps=(step.id,)), False)
    for question in policy.questions:
        # Whoever says a fact has answered the question after it.
        if promise.fact is None or question.fact not in promise.fact:
            yield Unit(sliced(policy, questions=(question.id,)), False)


def _may_see(unit: Unit, promise: Adding) -> bool:
    read = {fact for condition in conditions_of(unit.part) for fact in facts_of(condition)}
    return bool(read) if promise.fact is None else not read.isdisjoint(promise.fact)


def _try(bundle: Bundle, promise: Adding, unit: Unit) -> tuple[int, tuple[int, Counterexample] | None]:
    space = Space(unit.part, (promise.when, _read_of(promise)), _events_of(promise), closing=unit.is_partner)
    condition, change = compiled(promise.when), _change(promise, space)
    explored = 0
    for state in space.states():
        if condition(whole(state.world)) is not True:
            continue
        before = asked(unit.part, state.route(unit.part))
        for changed in change(state):
            explored += 1
            after = asked(unit.part, changed.route(unit.part))
            wrong = _wrong(promise, before, after)
            if wrong:
                said = _said(bundle, promise, unit.part, min(wrong))
                told = changed if promise.claims else state
                length = size(told.world) + size(told.claimed) + len(told.history)
                return explored, (length, told.counterexample(unit.part, said))
    return explored, None


def asked(policy: RoutePolicy, route: Route) -> frozenset[Asked]:
    """Return what a route asks or offers now and what is not done yet."""
    free = {step.id for step in policy.steps if step.optional or step.each is not None}
    found: set[Asked] = set()
    for row in route.referrals:
        if not row.done and not row.claimed:
            found.add(("named", row.partner))
            if row.strength == "required":
                found.add(("required", row.partner))
    found |= {("required", one.partner) for one in route.owed if one.partner is not None}
    for step in route.steps:
        if step.kind != "advice" and step.id not in free and step.status in ("due", "overdue", "waiting"):
            found.add(("step", step.id))
    return frozenset(found)


def _wrong(promise: Adding, before: frozenset[Asked], after: frozenset[Asked]) -> frozenset[Asked]:
    if promise.never == "releases":
        return before - after
    return frozenset(one for one in after - before if one[0] != "named")


def _read_of(promise: Adding) -> Condition:
    if promise.fact is None:
        return ALWAYS
    fact, value = next(iter(promise.fact.items()))
    return Reads(fact, "includes" if FACTS[fact].is_set else "any", (value,))


def _events_of(promise: Adding) -> tuple[Match, ...]:
    return (Match(promise.event),) if promise.event is not None else ()


def _change(promise: Adding, space: Space) -> Change:
    if promise.claims is not None:
        each = combinations_of(space.all_conditions)
        refuse_too_many(each, each, orders_of(space.deeds, space.ordered))
        claims = [world for world in worlds(*space.all_conditions) if world]
        return lambda state: (State(state.world, claimed, state.history) for claimed in claims)
    if promise.event is not None:
        return _happening(promise.event, space.deeds)
    assert promise.fact is not None
    return _saying(*next(iter(promise.fact.items())))


def _happening(event: str, deeds: Sequence[Deed]) -> Change:
    """It happens in every way in which it can: about each partner, table or source, with each outcome."""
    ways = [one for one in deeds if one.event == event] or [deed(event)]

    def change(state: State) -> Iterator[State]:
        before = {one.slot for one in state.history}
        for one in ways if state.happened("signal.received") else ():
            history = (*state.history, one)
            if one.slot not in before and can_happen(history, deeds):
                yield State(state.world, state.claimed, history)

    return change


def _saying(fact: str, value: str) -> Change:
    def change(state: State) -> Iterator[State]:
        known = state.world.get(fact, DEFAULTS[fact])
        said = known | {value} if isinstance(known, frozenset) else value
        world: World = {**state.world, fact: said}
        if said == known or not is_possible(world):
            return
        judged = (deed(ASSESSED, assessment=value),) if fact == "assessment" else ()
        yield State(world, state.claimed, (*state.history, *judged))

    return change


def _said(bundle: Bundle, promise: Adding, part: RoutePolicy, wrong: Asked) -> Text:
    kind, name = wrong
    more = promise.never == "obliges"
    if kind == "step":
        texts = {**{one.id: one.text for one in part.steps}, **{one.id: one.text for one in part.questions}}
        then = (_MUST_DO if more else _DO_NO_MORE).format(what=texts[name])
    else:
        then = (_MUST if more else _NO_MORE).format(who=bundle.name_of(name))
    if promise.fact is not None:
        return _COMES.format(what=named(*next(iter(promise.fact.items()))), then=then)
    if promise.event is not None:
        return _HAPPENS.format(what=EVENT_WORDS[promise.event], then=then)
    return then


def _why(policy: RoutePolicy, promise: Adding, units: list[Unit]) -> tuple[Text, ...]:
    tried = sliced(
        policy,
        targets=[
            rule.to for unit in units for rule in (*unit.part.referrals, *unit.part.destinations.values())
        ],
        steps=[step.id for unit in units for step in unit.part.steps],
        questions=[one.id for unit in units for one in unit.part.questions],
    )
    space = Space(tried, (promise.when, _read_of(promise)), _events_of(promise))
    why = one_by_one(len(units))
    if not units:
        return (why,)
    return (why, *reductions(tried, policy, space.all_conditions, space.deeds, space.ordered))
