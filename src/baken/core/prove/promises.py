"""Promises about who is told, who is not, and what comes first; each tried in every situation."""

from collections.abc import Sequence
from dataclasses import replace

from baken.core.derive.answers import ReferralState, Route, held_before
from baken.core.derive.compiled import Match, compile_route
from baken.core.policy.bundle import Bundle
from baken.core.policy.conditions import ALWAYS, compiled
from baken.core.policy.properties import First, Spared, Told
from baken.core.prove.exploring import Applies, Space, State, explore, smallest
from baken.core.prove.proof import Outcome
from baken.core.prove.slicing import handing_over, sliced, with_what_they_wait_for
from baken.core.prove.worlds import whole
from baken.core.vocabulary.clauses import OR, joined
from baken.core.vocabulary.happenings import EVENT_WORDS
from baken.core.vocabulary.text import Text

_NEED_NOT = Text("{who} hoeft het niet te horen.", "{who} need not be told.")
_MUST = Text("{who} moet het horen.", "{who} must be told.")
_NOT_SUGGESTED = Text("{who} staat niet bij wie het kan horen.", "{who} is not among those who may be told.")
_NOT_OWED = Text("nergens staat dat {who} het nog moet horen.", "nothing says that {who} must still be told.")
_WAITS = Text("{who} krijgt het niet meteen, maar moet wachten.", "{who} is not told at once, but must wait.")
_FREE = Text("{who} kan er al bij, voordat dit is gebeurd: {what}.", "{who} can come in before this: {what}.")
_STUCK = Text(
    "{who} moet wachten, ook met een reden: dit is nog niet gebeurd: {what}.",
    "{who} must wait, even with a reason, for this has not happened yet: {what}.",
)
_NO_REASON = Text(
    "een reden is al genoeg om {who} erbij te halen, voordat dit is gebeurd: {what}.",
    "a reason is enough to bring in {who} before this: {what}.",
)


def told(bundle: Bundle, promise: Told) -> Outcome:
    """Try that one of the partners must or may be told, is owed it until told, and, `at_once`, without waiting."""
    policy = compile_route(bundle)
    partners, required = promise.partners, promise.strength == "required"
    handing = handing_over(policy)
    part = sliced(
        policy,
        targets=partners,
        steps=with_what_they_wait_for(policy, handing),
        with_holds=promise.at_once,
    )
    telling = [_telling(bundle, one) for one in partners]
    who = joined([bundle.name_of(partner) for partner in partners], OR)
    condition = compiled(promise.when)
    receiving = any(match.event == "signal.received" for step in part.steps for match in step.matches)

    def applies(state: State) -> bool:
        ready = not (promise.at_once and receiving) or state.happened("signal.received")
        return ready and condition(whole(state.world)) is True

    def breaks(state: State, route: Route) -> Text | None:
        rows = rows_of(route, partners, required)
        if not rows:
            return (_NEED_NOT if required else _NOT_SUGGESTED).format(who=who)
        if was_told(state, partners):
            return None
        if required and not is_owed(route, rows):
            return _NOT_OWED.format(who=who)
        if promise.at_once and not (any(map(_open, rows)) and _can_be_done(route, handing)):
            return _WAITS.format(who=who)
        return None

    return explore(Space(part, (promise.when,), tuple(telling)), policy, applies, breaks)


def _telling(bundle: Bundle, partner: str) -> Match:
    return (
        Match("signal.tabled", table=partner)
        if partner in bundle.tables
        else Match("signal.referred", partner)
    )


def was_told(state: State, partners: Sequence[str]) -> bool:
    """Return whether one of these was told, or had it at a table."""
    return any(
        (one.event == "signal.referred" and one.happened.partner in partners)
        or (one.event == "signal.tabled" and one.happened.table in partners)
        for one in state.history
    )


def rows_of(route: Route, partners: Sequence[str], required: bool) -> list[ReferralState]:
    """Return these partners as the route names them by what is established; with `required`, only who must be told."""
    found = [row for row in map(route.referral, partners) if row is not None and not row.claimed]
    return [row for row in found if row.strength == "required"] if required else found


def is_owed(route: Route, rows: Sequence[ReferralState]) -> bool:
    """Return whether telling one of these is still owed."""
    return not {row.partner for row in rows}.isdisjoint(one.partner for one in route.owed)


def _open(row: ReferralState) -> bool:
    return row.done or not row.held


def _can_be_done(route: Route, handing: frozenset[str]) -> bool:
    return all(step.status != "waiting" for step in route.steps if step.id in handing)


def spared(bundle: Bundle, promise: Spared) -> Outcome:
    """Try that partners need not be told, each on its own; all but some, where none is named."""
    policy = compile_route(bundle)
    handing, condition = handing_over(policy), compiled(promise.when)
    everybody = dict.fromkeys(
        (*(rule.to for rule in policy.referrals if rule.required), *policy.destinations)
    )
    partners = [one for one in promise.partners or everybody if one not in promise.besides]

    def applies(state: State) -> bool:
        return condition(whole(state.world)) is True

    def tried(partner: str) -> Outcome:
        def breaks(_: State, route: Route) -> Text | None:
            asked = rows_of(route, (partner,), required=True)
            return _MUST.format(who=bundle.name_of(partner)) if asked else None

        part = sliced(policy, targets=(partner,), steps=handing)
        return explore(Space(part, (promise.when,), closing=False), policy, applies, breaks)

    return smallest([tried(partner) for partner in partners])


def first(bundle: Bundle, promise: First) -> Outcome:
    """Try that partners and tables cannot be brought in before something happened, but for a reason where that may."""
    policy = compile_route(bundle)
    event = promise.event
    match = Match(event.event, event.partner, event.table, event.source, event.fact)
    with_ = set(promise.before.tables_with)
    targets = (*promise.before.partners, *(t.id for t in policy.tables if with_.intersection(t.attended_by)))
    part = replace(sliced(policy, targets=targets, with_holds=True), referrals=(), destinations={})
    condition, passable = compiled(promise.when), _passable(promise)
    what = EVENT_WORDS[match.event]

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

    def applies(state: State) -> bool:
        return condition(whole(state.world)) is True and not state.happened(promise.event.event)

    conditions = (promise.when, promise.passable or ALWAYS)
    return explore(Space(part, conditions, (match,)), policy, applies, breaks)


def _passable(promise: First) -> Applies:
    if promise.passable is None:
        return lambda _: False
    test = compiled(promise.passable)
    return lambda state: test(whole(state.world)) is True
