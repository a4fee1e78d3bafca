"""What a fact says about a signal, as a clause that goes on after "als": "het acuut is", "er prostitutie speelt"."""

from collections.abc import Mapping, Sequence

from baken.core.vocabulary.facts import FACTS
from baken.core.vocabulary.text import Text

AND, OR = Text(" en ", " and "), Text(" of ", " or ")

_FRAME: Mapping[str, Text] = {
    "urgency": Text("het {v} is", "it is {v}"),
    "hardness": Text("het signaal {v} is", "the signal is {v}"),
    "assessment": Text("het {v} is", "it is {v}"),
    "age": Text("het vermoedelijke slachtoffer {v} is", "the presumed victim is {v}"),
    "residence": Text("het vermoedelijke slachtoffer {v}", "the presumed victim {v}"),
    "reporter": Text("{v} meldt", "{v} reports"),
    "reporter_named": Text("de melder {v} gaf", "the reporter gave {v}"),
}
_VALUE: Mapping[str, Mapping[str, Text]] = {
    "urgency": {
        "acute": Text("acuut", "acute"),
        "not_acute": Text("niet acuut", "not acute"),
    },
    "hardness": {
        "hard": Text("concreet (hard)", "concrete (hard)"),
        "soft": Text("nog niet concreet (zacht)", "not concrete yet (soft)"),
    },
    "assessment": {
        "not_trafficking": Text("geen mensenhandel", "no trafficking"),
        "other_phenomenon": Text("een ander probleem", "another problem"),
        "suspicion": Text("een vermoeden van mensenhandel", "a suspicion of trafficking"),
        "trafficking": Text("een signaal van mensenhandel", "a trafficking signal"),
    },
    "age": {
        "minor": Text("jonger dan 18", "younger than 18"),
        "adult": Text("18 of ouder", "18 or older"),
    },
    "residence": {
        "lawful": Text("rechtmatig verblijf heeft", "has lawful residence"),
        "unlawful": Text("geen rechtmatig verblijf heeft", "has no lawful residence"),
        "asylum": Text("asiel vraagt", "asks for asylum"),
    },
    "reporter": {
        "staff": Text("een medewerker van de gemeente", "a municipal employee"),
        "professional": Text(
            "een professional van buiten de gemeente", "a professional from outside the municipality"
        ),
        "resident": Text("een inwoner", "a resident"),
        "victim": Text("iemand die het zelf meemaakt", "somebody it happens to"),
    },
    "reporter_named": {"yes": Text("een naam", "a name"), "no": Text("geen naam", "no name")},
}
_WHOLE: Mapping[tuple[str, str], Text] = {
    ("urgency", "unknown"): Text(
        "nog niet bekend is of het acuut is", "it is not known yet whether it is acute"
    ),
    ("assessment", "open"): Text("het nog niet is beoordeeld", "it is not assessed yet"),
    ("hardness", "unknown"): Text(
        "nog niet bekend is of het signaal hard of zacht is",
        "it is not known yet whether the signal is hard or soft",
    ),
    ("age", "unknown"): Text("de leeftijd nog niet bekend is", "the age is not known yet"),
    ("residence", "unknown"): Text("het verblijf nog niet bekend is", "the residence is not known yet"),
    ("reporter", "unknown"): Text("niet bekend is wie meldt", "it is not known who reports"),
    ("unaccompanied_minor", "yes"): Text(
        "een minderjarige alleen in Nederland is", "a minor is alone in the Netherlands"
    ),
    ("unaccompanied_minor", "no"): Text(
        "er geen minderjarige alleen in Nederland is", "no minor is alone in the Netherlands"
    ),
    ("unaccompanied_minor", "unknown"): Text(
        "nog niet bekend is of een minderjarige alleen in Nederland is",
        "it is not known yet whether a minor is alone in the Netherlands",
    ),
}
_TOGETHER: Mapping[frozenset[str], Text] = {
    frozenset({"not_trafficking", "other_phenomenon"}): Text("geen mensenhandel", "no trafficking"),
    frozenset({"suspicion", "trafficking"}): Text(
        "een vermoeden of signaal van mensenhandel", "a suspicion or signal of trafficking"
    ),
}
_MEMBER: Mapping[str, Text] = {
    "sexual": Text("het om seksuele uitbuiting gaat", "it is sexual exploitation"),
    "labour": Text("het om arbeidsuitbuiting gaat", "it is labour exploitation"),
    "criminal": Text("het om criminele uitbuiting gaat", "it is criminal exploitation"),
    "organ_removal": Text("het om gedwongen orgaanverwijdering gaat", "it is forced organ removal"),
    "smuggling": Text("er mensensmokkel speelt", "smuggling is going on"),
    "prostitution": Text("er prostitutie speelt", "prostitution is going on"),
    "image_abuse": Text("er beelden ongewenst zijn verspreid", "images were spread against somebody's will"),
    "substandard_housing": Text("er slechte huisvesting speelt", "bad housing is going on"),
    "youth_recruitment": Text("er jongeren worden geronseld", "young people are recruited"),
}


def joined(parts: Sequence[Text], between: Text) -> Text:
    """Return the parts in one line; `between` stands before the last, a comma before the others."""
    if len(parts) < 2:
        return parts[0] if parts else Text("", "")
    return Text(
        ", ".join(part.nl for part in parts[:-1]) + between.nl + parts[-1].nl,
        ", ".join(part.en for part in parts[:-1]) + between.en + parts[-1].en,
    )


def is_one_of(fact: str, values: Sequence[str]) -> Text:
    """Return that a fact has one of these values."""
    if FACTS[fact].is_set:
        return joined([_MEMBER.get(value, Text(value, value)) for value in values], OR)
    framed = [value for value in values if (fact, value) not in _WHOLE]
    parts = [_WHOLE[fact, value] for value in values if (fact, value) in _WHOLE]
    if framed:
        named = _TOGETHER.get(frozenset(framed)) or joined([_VALUE[fact][value] for value in framed], OR)
        parts.insert(0, _FRAME[fact].format(v=named))
    return joined(parts, OR)


def is_none_of(fact: str, values: Sequence[str]) -> Text:
    """Return that a fact has none of these values. Who has not judged yet has not said so either."""
    if fact == "assessment":
        return Text("niet vaststaat dat {what}", "it is not established that {what}").format(
            what=is_one_of(fact, values)
        )
    return Text("niet geldt dat {what}", "it is not so that {what}").format(what=is_one_of(fact, values))
