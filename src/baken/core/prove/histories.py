"""Every set of completed events that can be reached, with their order only where a rule speaks of it, smallest first.

What must come before what is what the product asks too (`core/decide`): most things ask that the signal was received,
an answer asks that the partner was told, nothing changes behind a closed door.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import lru_cache
from itertools import combinations, permutations

from baken.core.derive.compiled import Match, RoutePolicy
from baken.core.prove.deeds import ABOUT_THE_TOLD, ASSESSED, CLOSING, START, Deed
from baken.core.vocabulary.happened import Happened

NOW = START + timedelta(days=2)
AT_ANY_TIME = frozenset(
    {"signal.reported", "signal.acknowledged", "signal.received", "team_coordinator.consulted"}
)
AFTER_CLOSING = frozenset(
    {
        "signal.closed",
        "signal.reopened",
        "reporter.informed",
        "referral.sent",
        "partner.asked",
        "partner.answered",
    }
)


def ordered_events(policy: RoutePolicy, also: Collection[Match] = ()) -> frozenset[str]:
    """Return the events whose order some rule speaks of."""
    found: set[str] = set()
    for match in (*(match for step in policy.steps for match in step.matches), *also):
        if match.after_last:
            found |= {match.event, *match.after_last}
    return frozenset(found | {"signal.reopened", "signal.closed"} if "signal.closed" in found else found)


def histories(
    deeds: Sequence[Deed], ordered: Collection[str], assessed: Sequence[Deed] = (), without: str = ""
) -> list[tuple[Deed, ...]]:
    """Return every history that these deeds can make, shortest first.

    One of `assessed`, if any, is in each, and nothing that is called `without` is in any.
    """
    free = [one for one in deeds if one.event not in ordered and one.event != without]
    bound = [one for one in deeds if one.event in ordered and one.event != without]
    placed: tuple[Sequence[Deed], Sequence[Deed]] = ((), assessed) if ASSESSED in ordered else (assessed, ())
    found: list[tuple[Deed, ...]] = []
    for some in _subsets(free):
        start = (*some, *placed[0])
        for more in _subsets(bound):
            for arranged in permutations((*placed[1], *more)):
                history = _with_closing_last((*start, *arranged), ordered)
                if can_happen(history, deeds):
                    found.append(history)
    return sorted(found, key=len)


def _with_closing_last(history: tuple[Deed, ...], ordered: Collection[str]) -> tuple[Deed, ...]:
    if "signal.closed" in ordered:
        return history
    return (
        *(one for one in history if one.event not in CLOSING),
        *(one for one in history if one.event in CLOSING),
    )


def _subsets(deeds: Sequence[Deed]) -> Iterator[tuple[Deed, ...]]:
    for number in range(len(deeds) + 1):
        for some in combinations(deeds, number):
            if len({one.slot for one in some}) == number:
                yield some


def can_happen(history: Sequence[Deed], deeds: Sequence[Deed]) -> bool:
    """Return whether the product lets these happen one after the other."""
    known = {one.event for one in deeds}
    done: set[str] = set()
    told: set[str | None] = set()
    closed = may_search = False
    for one in history:
        event = one.event
        if closed and event not in AFTER_CLOSING:
            return False
        if event not in AT_ANY_TIME and "signal.received" in known and "signal.received" not in done:
            return False
        if event == "source.consulted" and not may_search:
            return False
        if event in ABOUT_THE_TOLD and one.happened.partner not in told:
            return False
        if (event == "signal.reopened" and not closed) or (event == "signal.closed" and closed):
            return False
        closed = event == "signal.closed" or (closed and event != "signal.reopened")
        may_search = one.happened.outcome == "proceed" if event == "enrichment.weighed" else may_search
        may_search = may_search and one.happened.outcome != "no_hit"
        if event == "signal.referred":
            told.add(one.happened.partner)
        done.add(event)
    return True


@lru_cache(maxsize=4096)
def _at(one: Deed, hour: int) -> Happened:
    return replace(one.happened, at=START + timedelta(hours=hour))


def told(history: Sequence[Deed]) -> tuple[Happened, ...]:
    """Return the history as `derive` reads it, an hour apart."""
    return tuple([_at(one, hour) for hour, one in enumerate(history)])
