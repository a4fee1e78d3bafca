"""What would have gone otherwise with a past signal under another policy: from its facts and history alone.

Both policies are asked at every moment at which the signal stood still for a while: what was known then counts, not
what turned out later. People act on what a route asks, so what they did under one policy says little about when they
would have done it under another: only what the route asks is compared, and terms against what really happened.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from baken.core.derive.answers import Route, held_before
from baken.core.derive.compiled import RoutePolicy
from baken.core.derive.route import derive
from baken.core.derive.signal import SignalState, after
from baken.core.events import Event
from baken.core.vocabulary.text import Text

Kind = Literal[
    "told", "not_told", "stricter", "looser", "waits", "goes_at_once", "step", "no_step", "hold", "no_hold",
    "late", "not_late",
]  # fmt: skip
KINDS: tuple[Kind, ...] = (
    "told", "not_told", "stricter", "looser", "waits", "goes_at_once", "hold", "no_hold", "step", "no_step",
    "late", "not_late",
)  # fmt: skip
_BEFORE = timedelta(microseconds=1)
_BRINGS_IN = {"signal.referred": "partner", "signal.tabled": "table"}


class Change(NamedTuple):
    """One thing that would have gone otherwise; `about` is a partner, table, step or hold."""

    kind: Kind
    about: str
    strength: str = ""


class Moment(NamedTuple):
    """A signal as it stood, until when it stood so, and whom the next event brought in."""

    state: SignalState
    until: datetime
    brings_in: str | None


def moments(happened: Sequence[tuple[Event, datetime]], now: datetime) -> Iterator[Moment]:
    """Yield the signal after each of its events, at the last moment before the next one."""
    state = SignalState()
    for number, (event, at) in enumerate(happened):
        state = after(state, event, at)
        following = happened[number + 1] if number + 1 < len(happened) else None
        if following is None:
            yield Moment(state, now, None)
            return
        until = max(at, following[1] - _BEFORE)
        detail = _BRINGS_IN.get(following[0].type)
        yield Moment(state, until, getattr(following[0], detail) if detail else None)


def changes(
    old: RoutePolicy, new: RoutePolicy, happened: Sequence[tuple[Event, datetime]], now: datetime
) -> frozenset[Change]:
    """Return everything that would have gone otherwise with one signal under `new` instead of `old`."""
    if old.bundle == new.bundle:
        return frozenset()
    stood = list(moments(happened, now))
    before, then = _asked(old, stood), _asked(new, stood)
    return frozenset(
        (
            *_told(before, then),
            *_pairs(before.steps, then.steps, "step", "no_step"),
            *_pairs(before.holds, then.holds, "hold", "no_hold"),
            *_pairs(before.waits, then.waits, "waits", "goes_at_once"),
            *_pairs(before.late, _fair(before, then.late), "late", "not_late"),
        )
    )


class _Asked(NamedTuple):
    """What a policy asked of one signal, over all its moments."""

    told: dict[str, str]
    steps: set[str]
    holds: set[str]
    waits: set[str]
    late: set[str]


def _asked(policy: RoutePolicy, stood: Iterable[Moment]) -> _Asked:
    asked = _Asked({}, set(), set(), set(), set())
    for moment in stood:
        route = derive(policy, moment.state.facts, moment.state.history, moment.until)
        for one in route.referrals:
            if asked.told.get(one.partner) != "required":
                asked.told[one.partner] = one.strength
        asked.steps.update(one.id for one in route.steps if one.status != "not_needed")
        asked.holds.update(hold.id for hold in route.holds)
        asked.late.update(_late(route, moment.until))
        if moment.brings_in is not None:
            holds = held_before(route, moment.brings_in)
            if holds and not all(hold.may_override for hold in holds):
                asked.waits.add(moment.brings_in)
    return asked


def _late(route: Route, until: datetime) -> Iterator[str]:
    for owed in route.owed:
        if owed.due_at is not None and owed.due_at < until:
            yield f"{owed.step}/{owed.partner}" if owed.partner else owed.step


def _fair(asked: _Asked, late: Iterable[str]) -> set[str]:
    """Leave out what nobody was asked at the time: that it was not done says nothing about its term."""
    return {
        one
        for one in late
        if one.partition("/")[0] in asked.steps and (not (who := one.partition("/")[2]) or who in asked.told)
    }


def _told(old: _Asked, new: _Asked) -> Iterator[Change]:
    for partner in {**old.told, **new.told}:
        before, then = old.told.get(partner), new.told.get(partner)
        if before == then:
            continue
        if before is None:
            yield Change("told", partner, then or "")
        elif then is None:
            yield Change("not_told", partner, before)
        else:
            yield Change("stricter" if then == "required" else "looser", partner, then)


def _pairs(old: set[str], new: set[str], more: Kind, fewer: Kind) -> Iterator[Change]:
    yield from (Change(more, about) for about in new - old)
    yield from (Change(fewer, about) for about in old - new)


def sentence(change: Change, names: dict[str, Text]) -> Text:
    """Return a change in words; `names` are those of partners, tables, steps and holds of both policies."""
    about, _, partner = change.about.partition("/")
    key = (
        f"{change.kind}.{change.strength}"
        if change.strength and change.kind in ("told", "not_told")
        else change.kind
    )
    name = names.get(about, Text(about, about))
    if partner:
        named = names.get(partner, Text(partner, partner))
        name = Text("{what} ({who})", "{what} ({who})").format(what=name, who=named)
    return _SAID[key].format(name=name)


_SAID = {
    "told.required": Text("Moet ook naar {name}.", "Must go to {name} too."),
    "told.suggested": Text("Kan ook naar {name} (aangeraden).", "May go to {name} too (suggested)."),
    "not_told.required": Text(
        "Hoeft niet meer naar {name} (was verplicht).", "Need no longer go to {name} (was required)."
    ),
    "not_told.suggested": Text("Wordt niet meer aangeraden: {name}.", "Is no longer suggested: {name}."),
    "stricter": Text("Moet naar {name}; dat was aangeraden.", "Must go to {name}; that was suggested."),
    "looser": Text("Mag naar {name}; dat was verplicht.", "May go to {name}; that was required."),
    "waits": Text(
        "{name} kwam erbij terwijl dat dan eerst had moeten wachten.",
        "{name} was brought in while that would have had to wait.",
    ),
    "goes_at_once": Text(
        "{name} had meteen gemogen, zonder te wachten.", "{name} could have been brought in without waiting."
    ),
    "hold": Text("Eerst nodig: {name}", "Needed first: {name}"),
    "no_hold": Text("Niet meer eerst nodig: {name}", "No longer needed first: {name}"),
    "step": Text("Extra stap, vraag of advies: {name}", "Extra step, question or advice: {name}"),
    "no_step": Text("Stap, vraag of advies vervalt: {name}", "Step, question or advice goes: {name}"),
    "late": Text("Termijn niet gehaald: {name}", "Term not met: {name}"),
    "not_late": Text("Termijn dan wel gehaald, of vervallen: {name}", "Term then met, or gone: {name}"),
}
