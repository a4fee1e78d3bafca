"""Conditions of `care.yaml` as people read them: one line for each fact that counts, "Verblijf: bedenktijd"."""

from collections.abc import Mapping, Sequence

from baken.core.policy.conditions import ALWAYS, All, AnyOf, Condition, Not, Reads
from baken.core.vocabulary.care import MOMENTS, UNKNOWN, WORDS, YES_NO
from baken.core.vocabulary.text import Text

EVERYBODY = Text("iedereen", "everybody")
_FACTS: Mapping[str, Text] = {
    "position": Text("verblijf", "stay"),
    "nationality": Text("nationaliteit", "nationality"),
    "age": Text("leeftijd", "age"),
    "under_23": Text("jonger dan 23", "under 23"),
    "unaccompanied": Text("hier zonder ouders", "here without parents"),
    "dublin": Text("Dublinzaak", "Dublin case"),
    "choice": Text("keuze", "choice"),
    "role": Text("rol", "role"),
    "stays": Text("verblijft", "stays"),
    "registration": Text("inschrijving", "registration"),
    "hindrances": Text("waarom medewerken niet kan", "why cooperating is impossible"),
    "statements": Text("verklaring", "statement"),
    "exploitation": Text("uitbuiting", "exploitation"),
    "happened": Text("gebeurd", "happened"),
}
_OTHER_WORDS: Mapping[str, Mapping[str, Text]] = {
    "age": {"minor": Text("jonger dan 18", "under 18"), "adult": Text("18 of ouder", "18 or older")},
    "under_23": YES_NO,
    "happened": MOMENTS,
}
_ONE = Text("{fact}: {values}", "{fact}: {values}")
_MANY = Text("{fact}, één hiervan: {values}", "{fact}, one of these: {values}")
_NONE = Text("{fact}, geen hiervan: {values}", "{fact}, none of these: {values}")
_NOT = Text("niet ({what})", "not ({what})")


def lines(condition: Condition) -> list[Text]:
    """Return what must all hold, each in a line; nothing: it counts for everybody."""
    if isinstance(condition, All):
        return [line for part in condition.parts for line in lines(part)]
    return [_line(condition)]


def when(condition: Condition) -> Text:
    """Return for whom something counts, in one line."""
    return EVERYBODY if condition == ALWAYS else _joined(lines(condition), Text(" + ", " + "))


def _line(condition: Condition) -> Text:
    match condition:
        case Reads(fact, how, values):
            frame = _NONE if how == "none" else _ONE if len(values) == 1 else _MANY
            said = [_value(fact, value) for value in values]
            return frame.format(fact=_FACTS[fact], values=_joined(said, Text(" / ", " / ")))
        case Not(part):
            return _NOT.format(what=when(part))
        case AnyOf(parts):
            return _joined([when(part) for part in parts], Text("; of anders: ", "; or else: "))
        case All():
            return when(condition)


def _value(fact: str, value: str) -> Text:
    if value == UNKNOWN:
        return YES_NO[UNKNOWN]
    return (_OTHER_WORDS.get(fact) or WORDS[fact])[value]


def _joined(parts: Sequence[Text], between: Text) -> Text:
    return Text(between.nl.join(part.nl for part in parts), between.en.join(part.en for part in parts))
