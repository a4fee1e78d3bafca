"""What a proof looked at, and what it left out or took together and why: the lines of `policy check --explain`."""

from collections.abc import Collection, Iterable, Sequence

from baken.core.derive.compiled import RoutePolicy
from baken.core.policy.conditions import Condition
from baken.core.prove.deeds import Deed
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
_POSSIBLE = Text("{fact} ({count} mogelijkheden)", "{fact} ({count} possibilities)")
_SAME = Text(
    "Samengenomen, want geen regel maakt hier verschil tussen {group}.",
    "Taken together, for no rule tells these apart here: {group}.",
)
_IMPOSSIBLE = Text(
    "Weggelaten, want dat kan niet samen: {what}.", "Left out, for these cannot go together: {what}."
)
_EVENTS = Text("Gebeurtenissen die tellen: {events}.", "Events that matter: {events}.")
_ORDER = Text("De volgorde telt alleen bij: {events}.", "Order matters only for: {events}.")
_ANY_ORDER = Text("De volgorde maakt hier niets uit.", "Order makes no difference here.")
_ONE_BY_ONE = Text(
    "Wat dit zien kan, is los van elkaar geprobeerd ({count} keer): elk hangt alleen van zijn eigen regels af.",
    "What can see this was tried one by one ({count} times): each depends on its own rules only.",
)
NOBODY_SEES = Text(
    "Geen enkele regel van dit beleid leest dit: er kan niets door veranderen.",
    "No rule of this policy reads this: nothing can change by it.",
)
_STEP_BY_STEP = Text(
    "Elke stap is geprobeerd met alleen waar hij zelf op wacht ({count} groepjes); waar dat weer op wacht, is daar"
    " geprobeerd. Stappen die op elkaar wachten, gaan samen.",
    "Each step was tried with only what it waits for itself ({count} groups); what that waits for in turn was tried"
    " there. Steps that wait for each other go together.",
)
_CLOSING = (
    Text(
        "Partners achter dezelfde drempel worden gelijk behandeld, en ook bronnen die dezelfde stap afronden: één staat"
        " voor allemaal.",
        "Partners behind the same hold are treated alike, and so are sources that complete the same step: one stands"
        " for all.",
    ),
    Text(
        "Weggelaten: termijnen, advies, en wat alleen mag worden verteld; daar wacht niets op.",
        "Left out: terms, advice, and what only may be told; nothing waits for those.",
    ),
    Text(
        "Een vraag naar een feit kan iemand altijd beantwoorden; elk antwoord is een van de situaties.",
        "A question about a fact can always be answered; each answer is one of the situations.",
    ),
    Text(
        "Een heropend signaal is hier hetzelfde als een dat nog niet is afgesloten.",
        "A reopened signal is the same here as one that was not closed yet.",
    ),
    Text(
        "De volgorde telt alleen waar een stap zegt waarna iets moet komen.",
        "Order matters only where a step says after what something must come.",
    ),
)


def step_by_step(groups: int) -> tuple[Text, ...]:
    """Return how closing was tried."""
    return (_STEP_BY_STEP.format(count=groups), *_CLOSING)


def one_by_one(units: int) -> Text:
    """Return that some things were tried apart from each other, or that there is nothing to try."""
    return _ONE_BY_ONE.format(count=units) if units else NOBODY_SEES


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
    facts = [_POSSIBLE.format(fact=FACT[fact], count=len(choices(fact, reads[fact]))) for fact in reads]
    lines.append(_FACTS.format(facts=joined(facts, AND)) if facts else _NO_FACTS)
    for fact, group in together(conditions):
        lines.append(_SAME.format(group=joined([_value(fact, one) for one in group], AND)))
    for combination in IMPOSSIBLE:
        if set(combination) <= set(reads):
            said = [_value(fact, str(value)) for fact, value in combination.items()]
            lines.append(_IMPOSSIBLE.format(what=joined(said, AND)))
    events = tuple(dict.fromkeys(one.event for one in deeds))
    lines.append(_EVENTS.format(events=_events(events)))
    bound = tuple(event for event in (*events, "signal.assessed") if event in ordered)
    lines.append(_ORDER.format(events=_events(bound)) if len(bound) > 1 else _ANY_ORDER)
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
    name, words = FACT[fact], VALUE[fact][value]
    if value in ("unknown", "yes", "no"):
        return Text(f"“{name.nl}: {words.nl}”", f"“{name.en}: {words.en}”")
    return Text(f"“{words.nl}”", f"“{words.en}”")


def _events(events: Iterable[str]) -> Text:
    return joined([EVENT_WORDS[event] for event in events], AND)
