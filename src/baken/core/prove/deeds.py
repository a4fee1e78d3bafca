"""What can happen to a signal that some rule of a part of the route looks at, in the order in which it usually does."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache

from baken.core.derive.compiled import Match, RoutePolicy
from baken.core.vocabulary.happened import Happened
from baken.core.vocabulary.happenings import ABOUT_PARTNER

START = datetime(2026, 1, 5, 9, tzinfo=UTC)
ASSESSED = "signal.assessed"
CLOSING = ("signal.closed", "signal.reopened")
NEVER_TRIED = frozenset({"signal.reported", "fact.established", ASSESSED})
"""Reporting comes before all else; facts and the assessment are tried as facts."""

ABOUT_THE_TOLD = frozenset({"partner.asked", "partner.answered", "referral.sent"})
"""What happens only with a partner that was told."""


@dataclass(frozen=True, slots=True, eq=False)
class Deed:
    """One thing that can happen once; `slot` names what can happen in one way only. Equal ones are one and the same."""

    event: str
    happened: Happened
    slot: tuple[str, ...]


def deed(event: str, **about: str | None) -> Deed:
    """Return something that can happen."""
    return _deed(event, tuple(sorted((key, value) for key, value in about.items() if value is not None)))


@cache
def _deed(event: str, about: tuple[tuple[str, str], ...]) -> Deed:
    slot = (event, *(value for key, value in about if key in ("partner", "table", "source")))
    return Deed(event, Happened(event, START, **dict(about)), slot)  # type: ignore[arg-type]


def deeds_of(policy: RoutePolicy, also: Collection[Match] = ()) -> tuple[Deed, ...]:
    """Return everything that can happen and that some rule of this route, or one of the other events, looks at."""
    matches = [match for step in policy.steps for match in step.matches]
    matches += [match for rule in policy.referrals for match in rule.met_also_by]
    matches += [hold.until for hold in policy.holds]
    matches += [Match(step.once) for step in policy.steps if step.once is not None]
    matches += [Match(event) for match in (*matches, *also) for event in match.after_last]
    partners = tuple(
        dict.fromkeys(
            [*(rule.to for rule in policy.referrals), *(rule.to for rule in policy.destinations.values())]
        )
    )
    if not partners or any(step.each == "referral" for step in policy.steps):
        # Beside the partners that a rule names, one stands for all others.
        partners += tuple(name for name in policy.names if name not in partners)[:1]
    found: dict[Deed, None] = {}
    for match in (*matches, *also):
        for one in _ways(policy, match, partners):
            found[one] = None
    if any("signal.closed" in match.after_last for match in (*matches, *also)):
        found |= {deed("signal.reopened"): None}
    if any(one.event == "source.consulted" for one in found):
        # Any source without a hit stops the search, also one that no rule names.
        found |= dict.fromkeys(
            (*_weighings(), deed("source.consulted", source=_OTHER_SOURCE, outcome="no_hit"))
        )
    told = [one.happened.partner for one in found if one.event in ABOUT_THE_TOLD]
    if told:
        found |= dict.fromkeys(deed("signal.referred", partner=one) for one in (*partners, *told))
    if any(step.after for step in policy.steps) or any(one.event == "signal.closed" for one in found):
        found |= {deed("signal.received"): None}
    return tuple(sorted(found, key=_natural))


def _ways(policy: RoutePolicy, match: Match, partners: Sequence[str]) -> Iterator[Deed]:
    if match.event in NEVER_TRIED:
        return
    if match.event == "enrichment.weighed":
        yield from _weighings()
    elif match.event == "source.consulted":
        for outcome in ("hit", "no_hit"):
            yield deed(match.event, source=match.source or "municipal_records", outcome=outcome)
    elif match.event in ABOUT_PARTNER:
        for partner in (match.partner,) if match.partner else partners:
            yield deed(match.event, partner=partner)
    elif match.event in ("signal.tabled", "table.decided"):
        tables = (match.table,) if match.table else tuple(table.id for table in policy.tables)
        for table in tables:
            yield deed(match.event, table=table)
    else:
        yield from (
            deed(match.event, outcome=outcome) for outcome in _outcomes_asked(policy, match.event) or (None,)
        )


_OTHER_SOURCE = "open_sources"


def _weighings() -> tuple[Deed, ...]:
    return (
        deed("enrichment.weighed", outcome="proceed"),
        deed("enrichment.weighed", outcome="stop"),
    )


def _outcomes_asked(policy: RoutePolicy, event: str) -> tuple[str | None, ...]:
    """Return the outcomes of an event that some step waits for, and one other."""
    completing = {step.id for step in policy.steps if any(match.event == event for match in step.matches)}
    asked = {
        outcome for step in policy.steps for name, outcome in step.after if name in completing and outcome
    }
    return (*sorted(asked), "another") if asked else ()


_ORDER = ("team_coordinator.consulted", "signal.received", "enrichment.weighed", "source.consulted")
_LAST = ("signal.referred", "referral.sent", "partner.asked", "partner.answered", "reporter.informed")


def _natural(one: Deed) -> tuple[int, str, bool, tuple[str, ...]]:
    stops = one.happened.outcome == "no_hit"  # Whoever finds nothing stops searching, so this comes last.
    for rank, events in enumerate((_ORDER, (), _LAST, CLOSING)):
        if one.event in events:
            return rank * 10 + events.index(one.event), one.event, stops, one.slot
    return 10, one.event, stops, one.slot
