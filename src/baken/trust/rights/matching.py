"""Whether a record may be about the person who asks: names, birth date, address and telephone, compared in memory.

Simple on purpose, and honest about it: every match says why, a person decides, and nothing is ranked (V14). Names are
compared without accents, particles and order; one letter more, less or different still counts.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Self

from baken.core.match.names import alike, name_words, words
from baken.core.vocabulary.text import Text

_NUMERIC = re.compile(r"\b(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})\b")
_ISO = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b")
_DUTCH = "januari februari maart april mei juni juli augustus september oktober november december"
_ENGLISH = "january february march april may june july august september october november december"
_MONTHS = (_DUTCH.split(" "), _ENGLISH.split(" "))
_SPELLED = re.compile(r"\b(\d{1,2}) ([a-z]+) (\d{4})\b")
_NUMBER = re.compile(r"[+(]?\d[\d\s()/.-]{7,}\d")
_PHONE_DIGITS = 9
_ENOUGH = 3

NAME = {
    "whole": Text("dezelfde naam", "the same name"),
    "nearly": Text("bijna dezelfde naam: voorletters of één letter anders", "almost the same name"),
    "part": Text("een deel van de naam", "part of the name"),
}
IN_TEXT = Text("de naam staat in een tekst", "the name stands in a text")
BIRTH = Text("de geboortedatum", "the date of birth")
ADDRESS = Text("het adres", "the address")
PHONE = Text("het telefoonnummer", "the telephone number")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was typed for one request: each name in every spelling that is known, and what else may tell."""

    names: tuple[str, ...] = ()
    birth: str = ""
    street: str = ""
    number: str = ""
    postcode: str = ""
    phone: str = ""

    def to_vault(self) -> dict[str, Any]:
        """Return it as the request's own vault keeps it; it is kept nowhere else."""
        return {**asdict(self), "names": list(self.names)}

    @classmethod
    def from_vault(cls, kept: Mapping[str, Any]) -> Self:
        """Return what the vault kept."""
        return cls(**{**kept, "names": tuple(kept["names"])})


def dates(text: str) -> Iterator[date]:
    """Give every day that a text names, in figures or with the month in words."""
    flat = " ".join(words(text))
    found = [(int(y), int(m), int(d)) for d, m, y in _NUMERIC.findall(text)]
    found += [(int(y), int(m), int(d)) for y, m, d in _ISO.findall(text)]
    for day, month, year in _SPELLED.findall(flat):
        found += [(int(year), names.index(month) + 1, int(day)) for names in _MONTHS if month in names]
    for one in found:
        try:
            yield date(*one)
        except ValueError:
            continue


def phones(text: str) -> Iterator[str]:
    """Give the last nine digits of every telephone number in a text: the same with and without a country."""
    for one in _NUMBER.findall(text):
        digits = "".join(sign for sign in one if sign.isdigit())
        if len(digits) >= _PHONE_DIGITS:
            yield digits[-_PHONE_DIGITS:]


def why(wanted: Wanted, contents: Iterable[Mapping[str, Any]]) -> tuple[Text, ...]:
    """Return why these contents may be about the person, each reason once; nothing where they are not."""
    found: dict[Text, None] = {}
    for content in contents:
        for reason in _reasons(wanted, content):
            found[reason] = None
    return tuple(found)


def own_rows(wanted: Wanted, contents: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Return the rows that are the person's own: by the whole name or birth date, or the only one with part of it.

    A relative shares a surname, or initials; so where several fit no better than in part, none of them is taken for
    the person. Nor is a row with another name, or another birth date.
    """
    rows = {str(row): row for content in contents for row in _dicts(content.get("persons"))}
    found: dict[str, list[Mapping[str, Any]]] = {"sure": [], "nearly": [], "part": []}
    for row in rows.values():
        name, birth = str(row.get("name", "")), str(row.get("birth", ""))
        links = {alike(asked, name) for asked in wanted.names} - {None}
        born = _born(wanted, birth)
        if "whole" in links or (born and (links or not name.strip())):
            degree = "sure"
        else:
            degree = next((one for one in ("nearly", "part") if one in links), "")
        if degree and (born or not wanted.birth or not list(dates(birth))):
            found[degree].append(row)
    if found["sure"]:
        return found["sure"]
    less = found["nearly"] or found["part"]
    return less if len(less) == 1 else []


def _reasons(wanted: Wanted, content: Mapping[str, Any]) -> Iterator[Text]:
    for key in ("persons", "organisations"):
        for row in _dicts(content.get(key)):
            for name in wanted.names:
                if link := alike(name, str(row.get("name", ""))):
                    yield NAME[link]
    for row in _dicts(content.get("addresses")):
        if lives(wanted, row):
            yield ADDRESS
    for text in _texts(content):
        told = set(words(text))
        if any(_names(name, told) for name in wanted.names):
            yield IN_TEXT
        if _born(wanted, text):
            yield BIRTH
        if wanted.phone and next(phones(wanted.phone), "") in set(phones(text)):
            yield PHONE


def _names(name: str, told: set[str]) -> bool:
    asked = [one for one in name_words(name) if len(one) >= _ENOUGH]
    return bool(asked) and set(asked) <= told


def _born(wanted: Wanted, text: str) -> bool:
    return bool(wanted.birth) and date.fromisoformat(wanted.birth) in set(dates(text))


def lives(wanted: Wanted, row: Mapping[str, Any]) -> bool:
    """Whether a row is the address that was typed: the number, and the street or the postcode with it."""
    number = words(f"{row.get('number', '')}")[:1]
    if not wanted.number or number != words(wanted.number)[:1]:
        return False
    postcode = "".join(words(wanted.postcode))
    if postcode and postcode == "".join(words(str(row.get("postcode", "")))):
        return True
    street = words(wanted.street)
    return bool(street) and street == words(str(row.get("street", "")))


def _dicts(rows: object) -> list[Mapping[str, Any]]:
    return [row for row in rows if isinstance(row, Mapping)] if isinstance(rows, list) else []


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
