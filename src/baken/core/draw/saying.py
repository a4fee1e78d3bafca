"""Conditions and terms in plain words, as they stand on the arrows of a drawing: "als het acuut is"."""

from collections.abc import Sequence

from baken.core.policy.conditions import ALWAYS, All, AnyOf, Condition, Not, Reads
from baken.core.vocabulary.moments import Duration
from baken.core.vocabulary.text import Text
from baken.core.vocabulary.wording import FACT, VALUE

_CLAUSE: dict[tuple[str, str], Text] = {
    ("urgency", "acute"): Text("het acuut is", "it is acute"),
    ("urgency", "not_acute"): Text("het niet acuut is", "it is not acute"),
    ("hardness", "hard"): Text("het signaal concreet is", "the signal is concrete"),
    ("hardness", "soft"): Text("het signaal nog zacht is", "the signal is still soft"),
    ("assessment", "open"): Text("het nog niet is beoordeeld", "it is not assessed yet"),
    ("assessment", "not_trafficking"): Text("het geen mensenhandel is", "it is not trafficking"),
    ("assessment", "other_phenomenon"): Text("het iets anders is", "it is something else"),
    ("assessment", "suspicion"): Text(
        "er een vermoeden van mensenhandel is", "there is a suspicion of trafficking"
    ),
    ("assessment", "trafficking"): Text("het mensenhandel heet", "it is called trafficking"),
    ("age", "minor"): Text("iemand jonger is dan 18", "somebody is under 18"),
    ("age", "adult"): Text("iemand 18 of ouder is", "somebody is 18 or older"),
    ("residence", "lawful"): Text("iemand rechtmatig verblijf heeft", "somebody has lawful residence"),
    ("residence", "unlawful"): Text(
        "iemand geen rechtmatig verblijf heeft", "somebody has no lawful residence"
    ),
    ("residence", "asylum"): Text("iemand asiel vraagt", "somebody asks for asylum"),
    ("unaccompanied_minor", "yes"): Text("een kind hier zonder ouders is", "a child is here without parents"),
    ("unaccompanied_minor", "no"): Text(
        "er geen kind zonder ouders bij is", "there is no child without parents"
    ),
    ("reporter", "staff"): Text("een medewerker meldt", "a municipal employee reports"),
    ("reporter", "professional"): Text("een professional meldt", "a professional reports"),
    ("reporter", "resident"): Text("een inwoner meldt", "a resident reports"),
    ("reporter", "victim"): Text("iemand over zichzelf meldt", "somebody reports about themselves"),
    ("related", "smuggling"): Text("er mensensmokkel speelt", "there is migrant smuggling"),
    ("related", "prostitution"): Text("er prostitutie speelt", "there is prostitution"),
    ("related", "image_abuse"): Text("seksuele beelden zijn verspreid", "sexual images were spread"),
    ("related", "substandard_housing"): Text("de huisvesting slecht is", "the housing is bad"),
    ("related", "youth_recruitment"): Text("jongeren worden geronseld", "young people are recruited"),
    ("reporter_named", "yes"): Text("de melder een naam gaf", "the reporter gave a name"),
    ("reporter_named", "no"): Text("de melder geen naam gaf", "the reporter gave no name"),
}
_SHORT: dict[tuple[str, str], Text] = {
    ("hardness", "hard"): Text("bij een hard signaal", "with a hard signal"),
    ("hardness", "soft"): Text("bij een zacht signaal", "with a soft signal"),
    ("assessment", "suspicion"): Text("bij een vermoeden van mensenhandel", "on a suspicion of trafficking"),
    ("assessment", "trafficking"): Text("bij mensenhandel", "in case of trafficking"),
    ("unaccompanied_minor", "yes"): Text("bij een kind zonder ouders", "for a child without parents"),
}
"""Shorter words for what stands alone on an arrow."""
_PAIR_SHORT = Text("bij (een vermoeden van) mensenhandel", "on (a suspicion of) trafficking")
_WITH = Text("bij {what}", "in case of {what}")
_PAIR: dict[frozenset[str], Text] = {
    frozenset({"suspicion", "trafficking"}): Text(
        "het mensenhandel lijkt of is", "it seems or is trafficking"
    ),
    frozenset({"not_trafficking", "other_phenomenon"}): Text(
        "het geen mensenhandel is", "it is not trafficking"
    ),
}
_ABOUT_CLAUSE = Text("het om {what} gaat", "it is about {what}")
_UNKNOWN_CLAUSE = Text("dit niet bekend is: {what}", "this is not known: {what}")
_NOT_SO = Text("het niet zo is dat {what}", "it is not so that {what}")
_IF = Text("als {what}", "if {what}")
_UNLESS = Text("tenzij {what}", "unless {what}")
_AND, _OR, _COMMA = Text(" en ", " and "), Text(" of ", " or "), Text(", ", ", ")
OUTCOME: dict[tuple[str, str], Text] = {
    ("enrichment.weighed", "proceed"): Text("als u mag zoeken", "if you may search"),
    ("enrichment.weighed", "stop"): Text("als u niet mag zoeken", "if you may not search"),
    ("trusted_person.considered", "possible"): Text("als dat kan", "if that is possible"),
    ("trusted_person.considered", "not_possible"): Text("als dat niet kan", "if that is not possible"),
}
HAPPENED: dict[str, Text] = {
    "partner.answered": Text("als een partner antwoordt", "if a partner answers"),
    "partner.asked": Text("als een partner iets is gevraagd", "if a partner was asked"),
    "signal.referred": Text("als er iets is overgedragen", "if something was handed over"),
    "signal.tabled": Text("als het is besproken", "if it was discussed"),
    "signal.reopened": Text("als het wordt heropend", "if it is reopened"),
    "signal.closed": Text("als het is afgesloten", "if it was closed"),
}
_TERM = {
    "hours": (Text("binnen 1 uur", "within 1 hour"), Text("binnen {n} uur", "within {n} hours")),
    "days": (Text("binnen 1 dag", "within 1 day"), Text("binnen {n} dagen", "within {n} days")),
    "working_days": (
        Text("binnen 1 werkdag", "within 1 working day"),
        Text("binnen {n} werkdagen", "within {n} working days"),
    ),
}


def phrase(condition: Condition) -> Text | None:
    """Return a condition as words on an arrow; None where there is no condition."""
    if condition == ALWAYS:
        return None
    parts = condition.parts if isinstance(condition, All) else (condition,)
    said = [_short(part) for part in parts if _undone(part) is None]
    unless = [_clause(undone) for part in parts if (undone := _undone(part)) is not None]
    if unless:
        said.append(_UNLESS.format(what=joined(unless, _OR)))
    return joined(said, _COMMA)


def term(within: Duration | None) -> Text | None:
    """Return a term as words: "binnen 2 werkdagen"."""
    if within is None:
        return None
    one, many = _TERM[within.unit]
    return one if within.amount == 1 else many.format(n=within.amount)


def joined(parts: Sequence[Text], by: Text) -> Text:
    """Return several texts as one."""
    return Text(by.nl.join(part.nl for part in parts), by.en.join(part.en for part in parts))


def _undone(condition: Condition) -> Condition | None:
    """Return what must not hold; None for a condition that says what must hold."""
    match condition:
        case Reads(fact, "none", values):
            return Reads(fact, "any", values)
        case Not(part):
            return part
    return None


def _short(condition: Condition) -> Text:
    """Return what must hold, as short as it can be said."""
    if isinstance(condition, Reads):
        if condition.fact in ("exploitation", "related"):
            return _WITH.format(what=joined([VALUE[condition.fact][one] for one in condition.values], _OR))
        if len(condition.values) == 1 and (condition.fact, condition.values[0]) in _SHORT:
            return _SHORT[condition.fact, condition.values[0]]
        if condition.fact == "assessment" and set(condition.values) == {"suspicion", "trafficking"}:
            return _PAIR_SHORT
    return _IF.format(what=_clause(condition))


def _clause(condition: Condition) -> Text:
    match condition:
        case Reads(fact, "none", values):
            return _NOT_SO.format(what=_reading(fact, values))
        case Reads(fact, _, values):
            return _reading(fact, values)
        case Not(part):
            return _NOT_SO.format(what=_clause(part))
        case All(parts):
            return joined([_clause(part) for part in parts], _AND) if parts else _ALWAYS
        case AnyOf(parts):
            return joined([_clause(part) for part in parts], _OR)


_ALWAYS = Text("het een signaal is", "it is a signal")


def _reading(fact: str, values: tuple[str, ...]) -> Text:
    pair = _PAIR.get(frozenset(values)) if fact == "assessment" else None
    if pair is not None:
        return pair
    if fact == "exploitation":
        return _ABOUT_CLAUSE.format(what=joined([VALUE[fact][value] for value in values], _OR))
    return joined(
        [_CLAUSE.get((fact, value), _UNKNOWN_CLAUSE.format(what=FACT[fact])) for value in values], _OR
    )
