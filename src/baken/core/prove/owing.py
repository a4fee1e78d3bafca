"""Promises that something stays to be done until it is done, by a step that is no free choice, or a question."""

from collections.abc import Collection

from baken.core.derive.answers import Route
from baken.core.derive.compiled import Match, RoutePolicy, compile_route
from baken.core.policy.bundle import Bundle
from baken.core.policy.conditions import ALWAYS, Condition, Reads, compiled
from baken.core.policy.properties import Owed
from baken.core.prove.exploring import Space, State, explore
from baken.core.prove.promises import is_owed, rows_of, was_told
from baken.core.prove.proof import Outcome
from baken.core.prove.slicing import completing, handing_over, sliced
from baken.core.prove.worlds import whole
from baken.core.vocabulary.facts import DEFAULTS, is_known
from baken.core.vocabulary.happened import Happened
from baken.core.vocabulary.happenings import EVENT_WORDS
from baken.core.vocabulary.text import Text
from baken.core.vocabulary.wording import FACT

DEMANDED = ("due", "overdue", "waiting")
_OWED_NO_MORE = Text(
    "niemand hoeft ervoor te zorgen dat dit nog gebeurt: {what}.",
    "nobody needs to see to it that this still happens: {what}.",
)
_ABOUT = Text("{event} ({fact})", "{event} ({fact})")


def owed(bundle: Bundle, promise: Owed) -> Outcome:
    """Try that something stays to be done until it was done, where it counts after the last of what it follows."""
    policy = compile_route(bundle)
    event = promise.event
    match = Match(event.event, event.partner, event.table, event.source, event.fact, None, promise.since)
    asking = _asking(policy, match)
    part = _part(policy, asking, promise.or_told)
    condition, once = compiled(promise.when), promise.once

    def applies(state: State) -> bool:
        begun = once is None or state.happened(once.event, once.outcome)
        ended = promise.while_open and state.is_closed
        over = ended or is_done(state, match) or was_told(state, promise.or_told)
        return begun and not over and condition(whole(state.world)) is True

    def breaks(state: State, route: Route) -> Text | None:
        if any(step.id in asking and step.status in DEMANDED for step in route.steps):
            return None
        if is_owed(route, rows_of(route, promise.or_told, required=True)):
            return None
        return _OWED_NO_MORE.format(what=_what(match))

    also = (match, Match(once.event)) if once is not None else (match,)
    return explore(Space(part, (promise.when, _reads(match)), also), policy, applies, breaks)


def _asking(policy: RoutePolicy, match: Match) -> frozenset[str]:
    """Return the steps and questions that ask for this event."""
    steps = {step.id for step in policy.steps if step.id in completing(policy, match) and not step.optional}
    asked = match.fact if match.event == "fact.established" else None
    return frozenset(steps | {question.id for question in policy.questions if question.fact == asked})


def _part(policy: RoutePolicy, asking: Collection[str], instead: Collection[str]) -> RoutePolicy:
    per_referral = any(step.each == "referral" for step in policy.steps if step.id in asking)
    unasked = [rule.to for rule in policy.referrals if per_referral and not rule.ask_feedback]
    steps = {*asking, *(handing_over(policy) if instead else ())}
    # Where a step that comes first ends otherwise, what asks is not needed any more.
    steps |= {name for step in policy.steps if step.id in steps for name, outcome in step.after if outcome}
    return sliced(policy, targets=(*instead, *unasked), steps=steps, questions=asking)


def _reads(match: Match) -> Condition:
    if match.event != "fact.established" or match.fact is None:
        return ALWAYS
    default = DEFAULTS[match.fact]
    return (
        Reads(match.fact, "any", (default,))
        if isinstance(default, str)
        else Reads(match.fact, "includes", ())
    )


def is_done(state: State, match: Match) -> bool:
    """Return whether this happened, after the last of the first of the events it must follow that ever happened."""
    if match.event == "fact.established" and match.fact is not None:
        return is_known(match.fact, whole(state.world)[match.fact])
    at = {one.event: number for number, one in enumerate(state.history)}
    times = [n for n, one in enumerate(state.history) if _is_about(one.happened, match)]
    if not times or not match.after_last:
        return bool(times)
    anchor = next((at[event] for event in match.after_last if event in at), None)
    return anchor is not None and times[-1] > anchor


def _is_about(happened: Happened, match: Match) -> bool:
    return happened.event == match.event and match.fits(happened)


def _what(match: Match) -> Text:
    words = EVENT_WORDS[match.event]
    return _ABOUT.format(event=words, fact=FACT[match.fact]) if match.fact is not None else words
