"""Conditions, events and terms of a policy as people say them; what a page, a drawing or a comparison shows."""

from collections.abc import Sequence

from baken.core.policy.bundle import Bundle
from baken.core.policy.conditions import ALWAYS, All, AnyOf, Condition, Not, Reads
from baken.core.policy.models import EventMatch
from baken.core.vocabulary.clauses import AND, OR, is_none_of, is_one_of, joined
from baken.core.vocabulary.facts import FACTS
from baken.core.vocabulary.happenings import EVENT_WORDS
from baken.core.vocabulary.moments import Duration
from baken.core.vocabulary.text import Text
from baken.core.vocabulary.wording import FACT

EVERY_SIGNAL = Text("Bij elk signaal.", "For every signal.")
_ABOUT = Text("{what}: {name}", "{what}: {name}")
_UNITS = {
    "hours": (Text("1 uur", "1 hour"), Text("{n} uur", "{n} hours")),
    "days": (Text("1 dag", "1 day"), Text("{n} dagen", "{n} days")),
    "working_days": (Text("1 werkdag", "1 working day"), Text("{n} werkdagen", "{n} working days")),
}


def clause(condition: Condition) -> Text:
    """Return a condition as a clause that goes on after "als": "het acuut is en er prostitutie speelt"."""
    match condition:
        case Reads(fact, "none", values):
            return is_none_of(fact, values)
        case Reads(fact, _, values):
            return is_one_of(fact, values)
        case Not(part):
            return Text("niet geldt dat {what}", "it is not so that {what}").format(what=clause(part))
        case AnyOf(parts):
            return joined([clause(part) for part in parts], OR)
        case All(parts):
            said = [clause(part) for part in parts]
            loose = [
                isinstance(part, AnyOf)
                or (isinstance(part, Reads) and FACTS[part.fact].is_set and len(part.values) > 1)
                for part in parts
            ]
            # "a of b en c" can be read in two ways; a comma and "en ook" cannot.
            return joined(said, Text(", en ook ", ", and also ") if any(loose) else AND)


def when(condition: Condition) -> Text:
    """Return for which signals something counts, as a sentence."""
    if condition == ALWAYS:
        return EVERY_SIGNAL
    return Text("Als {what}.", "When {what}.").format(what=clause(condition))


def term(within: Duration) -> Text:
    """Return how long something may take."""
    one, more = _UNITS[within.unit]
    return one if within.amount == 1 else more.format(n=within.amount)


def happened(match: EventMatch, bundle: Bundle) -> Text:
    """Return an event of the policy in words, with the partner, table, source or fact it is about."""
    said = EVENT_WORDS[match.event]
    if match.each == "required_referral":
        return Text("wie het moet weten, weet het", "whoever must be told was told")
    if match.each == "referral":
        return Text("{what} (bij elke overdracht)", "{what} (for every hand-over)").format(what=said)
    name: Text | None = None
    if match.partner or match.table:
        name = bundle.name_of(match.partner or match.table or "")
    elif match.source:
        source = bundle.sources.get(match.source)
        name = source.name if source is not None else Text(match.source, match.source)
    elif match.fact:
        name = FACT[match.fact]
    if match.after_last:
        after = joined([EVENT_WORDS[event] for event in match.after_last], OR)
        said = Text("{what}, nadat {after}", "{what}, after {after}").format(what=said, after=after)
    return _ABOUT.format(what=said, name=name) if name is not None else said


def one_happened(matches: Sequence[EventMatch], bundle: Bundle) -> Text:
    """Return that one of these events happened."""
    return joined([happened(match, bundle) for match in matches], OR)
