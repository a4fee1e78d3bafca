"""Promises that something comes first: before partners and tables are brought in, or before something is done."""

from dataclasses import replace

from baken.core.derive.answers import Route, held_before
from baken.core.derive.compiled import Match, RoutePolicy, compile_route
from baken.core.policy.bundle import Bundle
from baken.core.policy.conditions import ALWAYS, compiled
from baken.core.policy.properties import First
from baken.core.prove.exploring import Applies, Space, State, explore, smallest
from baken.core.prove.owing import is_done
from baken.core.prove.proof import Outcome
from baken.core.prove.slicing import (
    completing,
    handing_over,
    sliced,
    with_what_they_wait_for,
    without_like_sources,
)
from baken.core.prove.worlds import whole
from baken.core.vocabulary.happenings import EVENT_WORDS
from baken.core.vocabulary.text import Text

_FREE = Text("{who} kan er al bij, voordat dit is gebeurd: {what}.", "{who} can come in before this: {what}.")
_STUCK = Text(
    "{who} moet wachten, ook met een reden: dit is nog niet gebeurd: {what}.",
    "{who} must wait, even with a reason, for this has not happened yet: {what}.",
)
_NO_REASON = Text(
    "een reden is al genoeg om {who} erbij te halen, voordat dit is gebeurd: {what}.",
    "a reason is enough to bring in {who} before this: {what}.",
)
_TOO_EARLY = Text(
    "dit kan al, voordat dit is gebeurd: {what}. Het gaat om: {step}",
    "this can be done already, before this: {what}. It is about: {step}",
)
_DOABLE = ("due", "overdue", "optional")


def first(bundle: Bundle, promise: First) -> Outcome:
    """Try that something cannot be brought in or done before something happened, but for a reason where that may."""
    policy = compile_route(bundle)
    tried = []
    if promise.before.partners or promise.before.tables_with:
        tried.append(_bringing_in(bundle, policy, promise))
    if promise.before.events:
        tried.append(_doing(policy, promise))
    return smallest(tried)


def _bringing_in(bundle: Bundle, policy: RoutePolicy, promise: First) -> Outcome:
    with_ = set(promise.before.tables_with)
    targets = (*promise.before.partners, *(t.id for t in policy.tables if with_.intersection(t.attended_by)))
    part = replace(sliced(policy, targets=targets, with_holds=True), referrals=(), destinations={})
    passable, what = _passable(promise), EVENT_WORDS[promise.event.event]

    def breaks(state: State, route: Route) -> Text | None:
        may_pass = passable(state)
        for target in targets:
            holds, who = held_before(route, target), bundle.name_of(target)
            if not holds:
                return _FREE.format(who=who, what=what)
            if may_pass and not all(hold.may_override for hold in holds):
                return _STUCK.format(who=who, what=what)
            if not may_pass and all(hold.may_override for hold in holds):
                return _NO_REASON.format(who=who, what=what)
        return None

    conditions = (promise.when, promise.passable or ALWAYS)
    space = Space(part, conditions, (_match(promise),))
    return explore(space, policy, _not_happened(promise), breaks)


def _doing(policy: RoutePolicy, promise: First) -> Outcome:
    steps = frozenset[str]().union(*(completing(policy, Match(event)) for event in promise.before.events))
    handing = steps & handing_over(policy)
    tried = [_doing_with(policy, promise, steps - handing, ())]
    if handing:
        # Handing over can be done as soon as there is one partner to tell: each is tried on its own.
        required = dict.fromkeys(
            (*(one.to for one in policy.referrals if one.required), *policy.destinations)
        )
        tried += [_doing_with(policy, promise, handing, (partner,)) for partner in required]
    return smallest(tried)


def _doing_with(
    policy: RoutePolicy, promise: First, steps: frozenset[str], targets: tuple[str, ...]
) -> Outcome:
    waited_for = with_what_they_wait_for(policy, steps)
    part = sliced(policy, targets=targets, steps=waited_for, with_holds=True)
    alike = (replace(step, matches=without_like_sources(policy, step)) for step in part.steps)
    part = replace(part, steps=tuple(alike))
    what = EVENT_WORDS[promise.event.event]

    def breaks(_: State, route: Route) -> Text | None:
        early = (step.text for step in route.steps if step.id in steps and step.status in _DOABLE)
        return next((_TOO_EARLY.format(what=what, step=text) for text in early), None)

    match = _match(promise)
    # What is about one partner, table or source may have happened about another.
    absent = promise.event.event if match == Match(match.event) else ""
    space = Space(part, (promise.when,), (match,), without=absent)
    return explore(space, policy, _not_happened(promise), breaks)


def _not_happened(promise: First) -> Applies:
    condition, match = compiled(promise.when), _match(promise)

    def applies(state: State) -> bool:
        return condition(whole(state.world)) is True and not is_done(state, match)

    return applies


def _match(promise: First) -> Match:
    event = promise.event
    return Match(event.event, event.partner, event.table, event.source, event.fact)


def _passable(promise: First) -> Applies:
    if promise.passable is None:
        return lambda _: False
    test = compiled(promise.passable)
    return lambda state: test(whole(state.world)) is True
