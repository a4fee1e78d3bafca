"""Promises about who is told and who is not, each tried in every situation."""

from collections.abc import Sequence

from baken.core.derive.answers import ReferralState, Route
from baken.core.derive.compiled import Match, compile_route
from baken.core.policy.bundle import Bundle
from baken.core.policy.conditions import compiled
from baken.core.policy.properties import Spared, Told
from baken.core.prove.exploring import Space, State, explore, smallest
from baken.core.prove.proof import Outcome
from baken.core.prove.slicing import handing_over, sliced, with_what_they_wait_for
from baken.core.prove.worlds import whole
from baken.core.vocabulary.clauses import OR, joined
from baken.core.vocabulary.text import Text

_NEED_NOT = Text("{who} hoeft het niet te horen.", "{who} need not be told.")
_MUST = Text("{who} moet het horen.", "{who} must be told.")
_NOT_SUGGESTED = Text("{who} staat niet bij wie het kan horen.", "{who} is not among those who may be told.")
_NOT_OWED = Text("nergens staat dat {who} het nog moet horen.", "nothing says that {who} must still be told.")
_WAITS = Text("{who} krijgt het niet meteen, maar moet wachten.", "{who} is not told at once, but must wait.")


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
