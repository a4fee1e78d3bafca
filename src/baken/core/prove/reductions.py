"""What a proof left out or took together, and why: the lines of `baken policy check --explain`."""

from collections.abc import Collection, Iterable, Sequence

from baken.core.derive.compiled import RoutePolicy
from baken.core.policy.conditions import Condition
from baken.core.prove.histories import Deed
from baken.core.prove.worlds import IMPOSSIBLE, choices, reads_by_fact, together
from baken.core.vocabulary.clauses import AND, joined
from baken.core.vocabulary.happenings import EVENT_WORDS
from baken.core.vocabulary.text import Text
from baken.core.vocabulary.wording import FACT, VALUE

_RULES = Text(
    "Gekeken naar {some} van de {all} regels van de route; de andere kunnen hier niets aan veranderen.",
    "Looked at {some} of the {all} rules of the route; the others can change nothing here.",
)
_FACTS = Text("Feiten die tellen: {facts}.", "Facts that matter: {facts}.")
_NO_FACTS = Text("Geen enkel feit telt hier.", "No fact matters here.")
_KINDS = Text("{fact} ({count} mogelijkheden)", "{fact} ({count} possibilities)")
_SAME = Text(
    "Samengenomen, want geen regel maakt hier verschil tussen {group}.",
    "Taken together, for no rule tells these apart here: {group}.",
)
_IMPOSSIBLE = Text("Weggelaten, want dat kan niet: {what}.", "Left out, for it cannot be: {what}.")
_EVENTS = Text("Gebeurtenissen die tellen: {events}.", "Events that matter: {events}.")
_NO_EVENTS = Text("Geen enkele gebeurtenis telt hier.", "No event matters here.")
_ORDER = Text("De volgorde telt alleen bij: {events}.", "Order matters only for: {events}.")
_ANY_ORDER = Text("De volgorde maakt hier niets uit.", "Order makes no difference here.")


def reductions(
    part: RoutePolicy,
    whole: RoutePolicy,
    conditions: Iterable[Condition],
    deeds: Sequence[Deed],
    ordered: Collection[str],
) -> tuple[Text, ...]:
    """Return what was explored of a route, and what was reduced and why."""
    conditions = tuple(conditions)
    reads = reads_by_fact(conditions)
    lines = [_RULES.format(some=rules_in(part), all=rules_in(whole))]
    facts = [_KINDS.format(fact=FACT[fact], count=len(choices(fact, reads[fact]))) for fact in reads]
    lines.append(_FACTS.format(facts=joined(facts, AND)) if facts else _NO_FACTS)
    groups = [joined([_value(fact, one) for one in group], AND) for fact, group in together(conditions)]
    lines.extend(_SAME.format(group=group) for group in groups)
    for combination in IMPOSSIBLE:
        if set(combination) <= set(reads):
            said = [_value(fact, str(value)) for fact, value in combination.items()]
            lines.append(_IMPOSSIBLE.format(what=joined(said, AND)))
    events = tuple(dict.fromkeys(one.event for one in deeds))
    lines.append(_EVENTS.format(events=_events(events)) if events else _NO_EVENTS)
    bound = tuple(event for event in (*events, "signal.assessed") if event in ordered)
    if len(bound) > 1:
        lines.append(_ORDER.format(events=_events(bound)))
    elif len(events) > 1:
        lines.append(_ANY_ORDER)
    return tuple(lines)


def rules_in(policy: RoutePolicy) -> int:
    """Return how many rules a route has."""
    lists = (
        policy.steps,
        policy.advice,
        policy.questions,
        policy.referrals,
        policy.destinations,
        policy.holds,
    )
    return sum(len(one) for one in lists)


def _value(fact: str, value: str) -> Text:
    if value in ("unknown", "yes", "no"):
        return Text(f"{FACT[fact].nl}: {VALUE[fact][value].nl}", f"{FACT[fact].en}: {VALUE[fact][value].en}")
    return Text(f"“{VALUE[fact][value].nl}”", f"“{VALUE[fact][value].en}”")


def _events(events: Iterable[str]) -> Text:
    return joined([EVENT_WORDS[event] for event in events], AND)
