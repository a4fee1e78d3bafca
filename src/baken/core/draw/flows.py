"""Which step comes after which: what the policy writes under `after`, and what follows from the events."""

from baken.core.derive.compiled import RoutePolicy, StepRule, When
from baken.core.draw.model import Edge
from baken.core.draw.saying import OUTCOME
from baken.core.vocabulary.facts import DEFAULTS
from baken.core.vocabulary.text import Text

_ASKED_AFTER = {
    "partner.asked": ("signal.referred",),
    "partner.answered": ("partner.asked", "signal.referred"),
}


def between(policy: RoutePolicy) -> tuple[Edge, ...]:
    """Return the arrows between start, steps, questions and advice, without those that say nothing new."""
    before: dict[str, set[str]] = {step.id: set() for step in policy.steps}
    for step in policy.steps:
        before[step.id].update(name for name, _ in step.after if name in before)
    for step in policy.steps:
        for event in _events(step):
            earlier = next((one.id for one in policy.steps if _makes(one, event)), None)
            if earlier and earlier != step.id and not _reaches(before, earlier, step.id):
                before[step.id].add(earlier)
                break
    edges = []
    assess = next((step.id for step in policy.steps if _makes(step, "signal.assessed")), "start")
    for advice in policy.advice:
        if advice.done_by:
            edges.append(Edge("start", advice.id))
    edges += [Edge(assess if late(one.when) else "start", one.id) for one in policy.questions]
    for step in policy.steps:
        needed = _needed(before, step.id)
        edges += [Edge(name, step.id) for name in before if name in needed] or [Edge("start", step.id)]
    return tuple(edges)


def outcomes(policy: RoutePolicy, step: StepRule) -> list[Text]:
    """Return the outcomes of earlier steps on which this one comes."""
    events = {one.id: one.matches[0].event for one in policy.steps if one.matches}
    return [
        OUTCOME[events[name], outcome]
        for name, outcome in step.after
        if outcome is not None and (events.get(name, ""), outcome) in OUTCOME
    ]


def _events(step: StepRule) -> tuple[str, ...]:
    """Return the events that come before this step by its nature, best first."""
    if step.once is not None:
        return (step.once,)
    for match in step.matches:
        if match.each is not None and match.event in _ASKED_AFTER:
            return _ASKED_AFTER[match.event]
        if match.after_last:
            return match.after_last
    return ()


def _makes(step: StepRule, event: str) -> bool:
    return any(match.event == event for match in step.matches)


def _reaches(before: dict[str, set[str]], later: str, earlier: str) -> bool:
    """Return whether `earlier` comes, through any number of steps, before `later`."""
    seen, waiting = set[str](), [later]
    while waiting:
        name = waiting.pop()
        if name == earlier:
            return True
        if name not in seen:
            seen.add(name)
            waiting.extend(before[name])
    return False


def _needed(before: dict[str, set[str]], step: str) -> set[str]:
    """Return the steps straight before this one that no other step before it already waits for."""
    direct = before[step]
    return {
        name
        for name in direct
        if not any(other != name and _reaches(before, other, name) for other in direct)
    }


def late(when: When) -> bool:
    """Return whether a condition cannot hold before the signal was assessed."""
    return not when.always and when.reads_assessment and when.test(DEFAULTS) is False
