"""What informs people and does not steer a signal: partners' names, grounds, reporting points, texts, card, sources."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from baken.core.policy import care_said
from baken.core.policy.base import Element, Model
from baken.core.policy.conditions import All, AnyOf, Not, Reads
from baken.core.policy.retention import EndMatch
from baken.core.prove import comparing_care, comparing_programme
from baken.core.prove.comparing_origin import origins
from baken.core.prove.comparing_parts import Side, named, thing
from baken.core.prove.comparing_words import listed
from baken.core.prove.differences import Difference, Group
from baken.core.vocabulary.pieces import PIECES
from baken.core.vocabulary.retention import STARTS, SUBJECTS, THEN
from baken.core.vocabulary.spans import Span
from baken.core.vocabulary.text import Text

_NOTHING = Text("niets", "nothing")
_RETENTION: Mapping[str, Text] = {**SUBJECTS, **STARTS, **THEN}
_ONLY = Text(
    "{thing} is er alleen in {a}, niet in {b}.",
    "{thing} is there only in {a}, not in {b}.",
)
_CHANGED = Text(
    "{thing}: {field} is in {a} {x}; in {b} {y}.", "{thing}: the {field} is {x} in {a}; {y} in {b}."
)


@dataclass(frozen=True, slots=True)
class _Kind:
    group: Group
    fields: Mapping[str, Text]


_NAME = Text("de naam", "name")
_WORDS = Text("de tekst", "text")
_USE_WHEN = Text("wanneer het past", "time to use it")
_PHONE, _EMAIL, _WEB = Text("het nummer", "number"), Text("het mailadres", "e-mail"), Text("de site", "site")
_KINDS: Mapping[str, _Kind] = {
    "destinations": _Kind("texts", {"words": _WORDS}),
    "properties": _Kind("promises", {"sentence": Text("de belofte", "promise")}),
    "partners": _Kind(
        "partners",
        {
            "name": _NAME,
            "type": Text("de soort", "type"),
            "level": Text("het niveau", "level"),
            "task": Text("de taak", "task"),
            "target_group": Text("de doelgroep", "target group"),
            "region": Text("het gebied", "region"),
            "contact": Text("de bereikbaarheid", "contact"),
            "organisation": Text("de organisatie", "organisation"),
            "feedback_expected": Text("of terugkoppeling wordt verwacht", "expectation of feedback"),
            "exchange": Text("de afspraak over uitwisselen", "agreement on exchange"),
            "valid_to": Text("de laatste dag", "last day"),
        },
    ),
    "tables": _Kind(
        "tables",
        {"name": _NAME, "level": Text("het niveau", "level"), "words": Text("de uitleg", "explanation")},
    ),
    "sources": _Kind(
        "grounds",
        {"name": _NAME, "grounds": Text("de grondslag", "ground")},
    ),
    "purposes": _Kind("grounds", {"name": _NAME}),
    "grounds": _Kind(
        "grounds",
        {
            "name": _NAME,
            "article": Text("het artikel", "article"),
            "unverified": Text("of een jurist dit nog moet bevestigen", "need of a lawyer's confirmation"),
        },
    ),
    "uses": _Kind(
        "grounds",
        {
            "purposes": Text("het doel", "purpose"),
            "grounds": Text("de grondslag", "ground"),
            "pieces": Text("wat mee mag", "content allowed"),
        },
    ),
    "activities": _Kind(
        "grounds",
        {
            "name": _NAME,
            "purposes": Text("het doel", "purpose"),
            "grounds": Text("de grondslag", "ground"),
            "data": Text("de soort gegevens", "category of data"),
            "people": Text("de groep mensen", "group of people"),
            "recipients": Text("wie het ziet", "reader"),
            "retention": Text("de bewaarcategorie", "retention category"),
            "controllers": Text("de verantwoordelijke", "controller"),
            "joint": Text("de gezamenlijke verantwoordelijkheid", "joint responsibility"),
            "secrecy": Text("het werk met een beroepsgeheim", "work under secrecy"),
            "bsn": Text("de grondslag voor een BSN", "ground for a citizen service number"),
        },
    ),
    "retention": _Kind(
        "grounds",
        {
            "name": _NAME,
            "about": Text("waar het over gaat", "subject"),
            "ends": Text("de afloop waarvoor het geldt", "ending it counts for"),
            "from_": Text("het begin van de termijn", "start of the term"),
            "keep_for": Text("de termijn", "term"),
            "at_most": Text("de langste termijn", "longest term"),
            "then": Text("wat er daarna gebeurt", "thing that follows"),
        },
    ),
    "emergency_numbers": _Kind("points", {"name": _NAME, "phone": _PHONE, "when_to_use": _USE_WHEN}),
    "reporting_points": _Kind(
        "points",
        {
            "name": _NAME,
            "when_to_use": _USE_WHEN,
            "phone": _PHONE,
            "email": _EMAIL,
            "web": _WEB,
            "contact_words": Text("de bereikbaarheid", "contact"),
        },
    ),
    "card": _Kind(
        "card",
        {"name": _NAME, "origin": Text("de herkomst", "origin"), "notice": Text("de uitleg", "notice")},
    ),
    "groups": _Kind("card", {"name": _NAME}),
    "items": _Kind(
        "card",
        {"group": Text("de groep", "group"), "words": _WORDS, "audiences": Text("de doelgroep", "audience")},
    ),
    "vulnerability": _Kind("card", {"words": _WORDS}),
    "handling": _Kind(
        "card",
        {"words": _WORDS, "kind": Text("de soort", "kind")},
    ),
    "tools": _Kind("card", {"name": _NAME, "words": _WORDS, "web": _WEB}),
    **{section: _Kind("care", fields) for section, fields in comparing_care.FIELDS.items()},
    **{section: _Kind("programme", fields) for section, fields in comparing_programme.FIELDS.items()},
}


def differences(old: Side, new: Side, told: Collection[str]) -> list[Difference]:
    """Return what is said otherwise, and then what is only written so. `told`: keys of what was told already."""
    found: list[Difference] = []
    for section, kind in _KINDS.items():
        found.extend(_section(section, kind, old, new))
    found.extend(_texts(old, new))
    keys = [*told, *(one.key for one in found)]
    found.extend(origins(old, new, keys, {section: tuple(kind.fields) for section, kind in _KINDS.items()}))
    return found


def _section(section: str, kind: _Kind, old: Side, new: Side) -> Iterator[Difference]:
    mine, theirs = _elements(old, section), _elements(new, section)
    for name in dict.fromkeys((*mine, *theirs)):
        one, other = mine.get(name), theirs.get(name)
        key = f"{section}.{name}"
        if one is not None and other is not None:
            for field, label in kind.fields.items():
                before, after = getattr(one, field), getattr(other, field)
                if before != after:
                    words = _CHANGED.format(
                        thing=thing(section, one, old),
                        field=label,
                        a=old.label,
                        x=_said_in(section, field, before, old),
                        b=new.label,
                        y=_said_in(section, field, after, new),
                    )
                    yield _difference(f"{key}.{field}", kind.group, words, before, after, one, other)
        elif section not in ("destinations", "tables"):
            a, b = (old, new) if one is not None else (new, old)
            element = one or other
            words = _ONLY.format(thing=thing(section, element, a), a=a.label, b=b.label)
            yield _difference(key, kind.group, words, one is not None, other is not None, one, other)


def _elements(side: Side, section: str) -> dict[str, Any]:
    return {element.id: element for element in side.bundle.elements().get(section, ())}


def _said_in(section: str, field: str, value: object, side: Side) -> Text:
    if section in comparing_programme.FIELDS:
        return comparing_programme.said(field, value, side.bundle)
    return _said(value, side)


def _said(value: object, side: Side) -> Text:
    match value:
        case Text():
            return Text(f"“{value.nl}”", f"“{value.en}”")
        case bool():
            return Text("ja", "yes") if value else Text("nee", "no")
        case date():
            return Text(f"{value.day}-{value.month}-{value.year}", value.isoformat())
        case Span():
            return value.words
        case EndMatch():
            return value.words
        case str() if value in _RETENTION:
            return _RETENTION[value]
        case Reads() | All() | AnyOf() | Not():
            return care_said.when(value)
        case str() if value in (names := comparing_care.names(side.bundle)):
            return names[value]
        case Model():
            parts = [one for one in dict(value).values() if one]
            said = [part if isinstance(part, Text) else Text(str(part), str(part)) for part in parts]
            return listed(said) if said else _NOTHING
        case tuple():
            said = [_said(one, side) if isinstance(one, Model) else _name(str(one), side) for one in value]
            return listed(said) if value else _NOTHING
        case None:
            return _NOTHING
    return Text(f"“{value}”", f"“{value}”")


def _name(word: str, side: Side) -> Text:
    lists: tuple[Mapping[str, Any], ...] = (side.bundle.purposes, side.bundle.grounds, PIECES)
    found = next((known[word].name for known in lists if word in known), None)
    return found or comparing_care.names(side.bundle).get(word) or named(word, side)


_TEXT = Text("{thing} luidt in {a}: “{x}” In {b}: “{y}”", "{thing} reads in {a}: “{x}” In {b}: “{y}”")
_OTHER_TEXT = Text(
    "De tekst `{id}` is in {a}: “{x}” In {b}: “{y}”", "The text `{id}` is in {a}: “{x}” In {b}: “{y}”"
)
_ONE_TEXT = Text("De tekst `{id}` staat alleen in {a}: “{x}”", "The text `{id}` stands only in {a}: “{x}”")
_WITH_TEXT = ("steps", "questions", "advice", "referrals", "holds")


def _texts(old: Side, new: Side) -> Iterator[Difference]:
    shown: set[str] = set()
    for section in _WITH_TEXT:
        mine, theirs = _elements(old, section), _elements(new, section)
        for name in dict.fromkeys((*mine, *theirs)):
            one, other = mine.get(name), theirs.get(name)
            shown.update(
                element.text
                for element in (one, other)
                if element is not None and element.text and (one is None or other is None)
            )
            if one is None or other is None:
                continue
            before, after = _text(one, old), _text(other, new)
            if before == after:
                continue
            shown.update(text for text in (one.text, other.text) if text)
            said = {"x": before or _NOTHING, "y": after or _NOTHING}
            words = _TEXT.format(thing=thing(section, one, old), a=old.label, b=new.label, **said)
            yield _difference(f"texts.{section}.{name}", "texts", words, before, after, one, other)
    for text_id in dict.fromkeys((*old.bundle.texts, *new.bundle.texts)):
        before, after = old.bundle.texts.get(text_id), new.bundle.texts.get(text_id)
        if before == after or text_id in shown:
            continue
        if before is not None and after is not None:
            words = _OTHER_TEXT.format(id=text_id, a=old.label, x=before, b=new.label, y=after)
        else:
            side = old if before is not None else new
            words = _ONE_TEXT.format(id=text_id, a=side.label, x=before or after)
        yield _difference(f"texts.{text_id}", "texts", words, before, after, None, None)


def _text(element: Any, side: Side) -> Text | None:
    return side.bundle.texts[element.text] if element.text else None


def _difference(
    key: str, group: Group, words: Text, before: Any, after: Any, one: Element | None, other: Element | None
) -> Difference:
    return Difference(
        key=key,
        group=group,
        sentence=words,
        old=_hashable(before),
        new=_hashable(after),
        old_source=one.says_who if one is not None else None,
        new_source=other.says_who if other is not None else None,
        steers=False,
    )


def _hashable(value: Any) -> Any:
    return value if isinstance(value, (str, bool, tuple, date, type(None))) else str(value)
