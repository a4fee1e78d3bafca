"""What must come first: the holds of a policy as bars in its drawing."""

from collections.abc import Collection

from baken.core.derive.compiled import HoldRule, Match, RoutePolicy
from baken.core.draw.model import Lock
from baken.core.draw.saying import joined, phrase
from baken.core.vocabulary.happenings import EVENT_WORDS
from baken.core.vocabulary.text import Text

_FIRST = Text("eerst", "first")
_FIRST_STEP = Text("eerst stap {number}", "first step {number}")
_ABOUT = Text("{first}: {what}", "{first}: {what}")
_SHORT = {
    "trusted_person.considered": Text("vertrouwenspersoon", "trusted person"),
    "team_coordinator.consulted": Text("teamcoördinator", "team coordinator"),
    "enrichment.weighed": Text("weging", "weighing"),
    "source.consulted": Text("bron raadplegen", "consult a source"),
    "signal.assessed": Text("beoordeling", "assessment"),
    "signal.received": Text("ontvangst", "receipt"),
    "signal.tabled": Text("overleg", "table"),
    "signal.referred": Text("overdracht", "hand-over"),
    "reporter.informed": Text("antwoord aan de melder", "answer to the reporter"),
}
_PASS = Text("Mag eerder {when}, met een reden.", "May come earlier {when}, with a reason.")
_PASS_ALWAYS = Text("Mag eerder, met een reden.", "May come earlier, with a reason.")


def before(policy: RoutePolicy, targets: Collection[str], numbers: dict[str, int]) -> tuple[Lock, ...]:
    """Return the locks before some partners or tables."""
    return tuple(
        _lock(policy, hold, numbers)
        for hold in policy.holds
        if any(target in hold.targets for target in targets)
    )


def opened_by(policy: RoutePolicy, step: str, numbers: dict[str, int]) -> tuple[Lock, ...]:
    """Return the locks that a step takes away."""
    found = (_lock(policy, hold, numbers) for hold in policy.holds)
    return tuple(lock for lock in found if lock.opened_by == step)


def _lock(policy: RoutePolicy, hold: HoldRule, numbers: dict[str, int]) -> Lock:
    opener = next(
        (step.id for step in policy.steps if any(_lifts(match, hold.until) for match in step.matches)), None
    )
    first = _FIRST if opener is None else _FIRST_STEP.format(number=numbers[opener])
    what = _SHORT.get(hold.until.event)
    if what is None and opener is None:
        what = EVENT_WORDS[hold.until.event]
    full = [hold.text]
    if hold.override is not None:
        when = phrase(hold.override.condition)
        full.append(_PASS_ALWAYS if when is None else _PASS.format(when=when))
    return Lock(
        hold=hold.id,
        short=first if what is None else _ABOUT.format(first=first, what=what),
        full=joined(full, Text(" ", " ")),
        source=hold.says_who,
        opened_by=opener,
    )


def _lifts(match: Match, until: Match) -> bool:
    return match.event == until.event and (
        (until.partner, until.table, until.source)
        in ((None, None, None), (match.partner, match.table, match.source))
    )
