"""Conditions of `care.yaml` as people say them: "Als het verblijf bedenktijd is en de cliënt minderjarig is."."""

from collections.abc import Mapping, Sequence

from baken.core.policy.conditions import ALWAYS, All, AnyOf, Condition, Not, Reads
from baken.core.vocabulary.care import MOMENTS, NAMES, UNKNOWN, WORDS
from baken.core.vocabulary.clauses import AND, OR, joined
from baken.core.vocabulary.text import Text

EVERYBODY = Text("Voor iedereen.", "For everybody.")
_FRAMES: Mapping[str, Text] = {
    "position": Text("het verblijf {v} is", "the stay is {v}"),
    "nationality": Text("de nationaliteit {v} is", "the nationality is {v}"),
    "age": Text("de cliënt {v} is", "the client is {v}"),
    "choice": Text("de keuze {v} is", "the choice is {v}"),
    "role": Text("de cliënt {v} is", "the client is a {v}"),
    "stays": Text("de cliënt {v} verblijft", "the client stays {v}"),
    "registration": Text("de cliënt {v} is", "the client is {v}"),
    "hindrances": Text("er {v} is", "there is {v}"),
    "statements": Text("er een {v} is", "there is a {v}"),
    "exploitation": Text("het om {v} gaat", "it is {v}"),
    "happened": Text("dit is gebeurd: {v}", "this has happened: {v}"),
}
_WHOLE: Mapping[tuple[str, str], Text] = {
    ("age", "minor"): Text("de cliënt jonger is dan 18", "the client is under 18"),
    ("age", "adult"): Text("de cliënt 18 of ouder is", "the client is 18 or older"),
    ("under_23", "yes"): Text("de cliënt jonger is dan 23", "the client is under 23"),
    ("under_23", "no"): Text("de cliënt 23 of ouder is", "the client is 23 or older"),
    ("unaccompanied", "yes"): Text("de cliënt hier zonder ouders is", "the client is here without parents"),
    ("unaccompanied", "no"): Text(
        "de cliënt hier niet zonder ouders is", "the client is not here without parents"
    ),
    ("dublin", "yes"): Text("het een Dublinzaak is", "it is a Dublin case"),
    ("dublin", "no"): Text("het geen Dublinzaak is", "it is no Dublin case"),
}
_NOT_KNOWN = Text("niet bekend is: {what}", "it is not known: {what}")
_NOT_SO = Text("niet geldt dat {what}", "it is not so that {what}")


def when(condition: Condition) -> Text:
    """Return for whom something counts, as a sentence."""
    if condition == ALWAYS:
        return EVERYBODY
    return Text("Als {what}.", "When {what}.").format(what=clause(condition))


def clause(condition: Condition) -> Text:
    """Return a condition as a clause that goes on after "als"."""
    match condition:
        case Reads(fact, "none", values):
            return _NOT_SO.format(what=_one_of(fact, values))
        case Reads(fact, _, values):
            return _one_of(fact, values)
        case Not(part):
            return _NOT_SO.format(what=clause(part))
        case AnyOf(parts):
            return joined([clause(part) for part in parts], Text(", of ", ", or "))
        case All(parts):
            return joined([clause(part) for part in parts], AND)


def _one_of(fact: str, values: Sequence[str]) -> Text:
    whole = [_WHOLE[fact, value] for value in values if (fact, value) in _WHOLE]
    if UNKNOWN in values:
        whole.append(_NOT_KNOWN.format(what=NAMES[fact]))
    words = MOMENTS if fact == "happened" else WORDS.get(fact, {})
    framed = [words[value] for value in values if value != UNKNOWN and (fact, value) not in _WHOLE]
    if framed:
        whole.insert(0, _FRAMES[fact].format(v=joined(framed, OR)))
    return joined(whole, OR)
