"""One cell: from text to a value of its field and back, or a sentence that says what is wrong and what to do."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from functools import cache

from baken.core.exchange.fields import Field, Kind, Value, codes_of
from baken.core.exchange.places import COUNTRIES, LANGUAGES
from baken.core.vocabulary.bsn import bsn_in
from baken.core.vocabulary.text import Text

TEXT_LIMIT = 255
LONG_LIMIT = 32_000
"""What fits in a cell of a spreadsheet (32,767), with room to spare."""
SEPARATOR = ";"

_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_PHONE = re.compile(r"\+?[1-9][0-9]{1,14}")
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[T ]00:00(?::00(?:\.0+)?)?)?")
_NUMBER = re.compile(r"[0-9]{1,3}")
_YES = frozenset({"true", "yes", "1"})
_NO = frozenset({"false", "no", "0"})


class Wrong(ValueError):
    """This cell holds no value of this field."""

    def __init__(self, what: Text, do: Text) -> None:
        super().__init__(what.en)
        self.what = what
        self.do = do


def tidied(text: str) -> str:
    """Return a text in one spelling: composed letters, one kind of line break, no white space around it."""
    return unicodedata.normalize("NFC", _BREAKS.sub("\n", text)).strip()


def read(field: Field, cell: str) -> Value | None:
    """Return the value in a cell, or nothing where it is empty. Raises `Wrong`."""
    text = tidied(cell)
    if not text:
        return None
    match field.kind:
        case Kind.PICK | Kind.COUNTRY:
            return _one(field, text)
        case Kind.SEVERAL | Kind.COUNTRIES:
            chosen = {_one(field, part.strip()) for part in text.split(SEPARATOR) if part.strip()}
            return _ordered(field, chosen) if chosen else None
        case Kind.LANGUAGE:
            return _language(text)
        case Kind.DATE:
            return _day(text)
        case Kind.NUMBER:
            return _number(text)
        case Kind.CHECKBOX:
            return _checkbox(text)
        case Kind.PHONE:
            return _phone(text)
        case _:
            return _text(field, text)


def write(value: Value) -> str:
    """Return a value as the text of a cell."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return SEPARATOR.join(value)
    return str(value)


@cache
def allowed(name: str, kind: Kind) -> Mapping[str, str]:
    """Return what may stand in a cell of a list: its value or its label, written in any case, to its value."""
    pairs = COUNTRIES if kind in (Kind.COUNTRY, Kind.COUNTRIES) else codes_of(name)
    return {written.casefold(): code for code, label in pairs for written in (label, code)}


def label(field: Field, code: str) -> str:
    """Return what the standard calls a value of a list."""
    return _labels(field.name, field.kind).get(code, code)


@cache
def _labels(name: str, kind: Kind) -> Mapping[str, str]:
    return dict(COUNTRIES if kind in (Kind.COUNTRY, Kind.COUNTRIES) else codes_of(name))


def _one(field: Field, text: str) -> str:
    found = allowed(field.name, field.kind).get(" ".join(text.split()).casefold())
    if found is None:
        raise Wrong(
            Text(
                "‘{it}’ staat niet in de lijst van dit veld", "‘{it}’ is not in the list of this field"
            ).format(it=_short(text)),
            Text("Kies een waarde uit de lijst: {list}.", "Choose a value from the list: {list}.").format(
                list=_list_of(field)
            ),
        )
    return found


def _list_of(field: Field) -> Text:
    if field.kind in (Kind.COUNTRY, Kind.COUNTRIES):
        return Text(
            "een land in twee letters, zoals NL (ISO 3166)", "a country in two letters, such as NL (ISO 3166)"
        )
    words = ", ".join(code for code, _ in codes_of(field.name))
    return Text(words, words)


def _ordered(field: Field, chosen: set[str]) -> tuple[str, ...]:
    if field.kind is Kind.COUNTRIES:
        return tuple(sorted(chosen))
    return tuple(code for code, _ in codes_of(field.name) if code in chosen)


def _language(text: str) -> str:
    code = text.lower()
    if code not in LANGUAGES:
        raise Wrong(
            Text("‘{it}’ is geen taalcode", "‘{it}’ is no language code").format(it=_short(text)),
            Text(
                "Schrijf de taal als ISO 639-2, zoals nld, ara of ron.",
                "Write the language as ISO 639-2, such as nld.",
            ),
        )
    return code


def _day(text: str) -> date:
    found = _DAY.fullmatch(text)
    do = Text(
        "Schrijf jaar, maand en dag, zoals 1998-03-31.", "Write year, month and day, such as 1998-03-31."
    )
    if not found:
        raise Wrong(Text("‘{it}’ is geen datum", "‘{it}’ is no date").format(it=_short(text)), do)
    year, month, day = (int(part) for part in found.groups())
    try:
        made = date(year, month, day)
    except ValueError:
        raise Wrong(
            Text("{it} bestaat niet als datum", "{it} does not exist as a date").format(it=_short(text)), do
        ) from None
    if not 1900 <= year <= 2099:
        raise Wrong(
            Text("het jaar {year} kan niet kloppen", "the year {year} cannot be right").format(year=year), do
        )
    return made


def _number(text: str) -> int:
    if not _NUMBER.fullmatch(text):
        raise Wrong(
            Text("‘{it}’ is geen heel getal", "‘{it}’ is no whole number").format(it=_short(text)),
            Text(
                "Schrijf een getal in cijfers, zonder komma.", "Write a number in figures, without a comma."
            ),
        )
    return int(text)


def _checkbox(text: str) -> bool:
    said = text.casefold()
    if said not in _YES | _NO:
        raise Wrong(
            Text("‘{it}’ is geen ja of nee", "‘{it}’ is no yes or no").format(it=_short(text)),
            Text(
                "Schrijf TRUE of FALSE, of laat het leeg als u het niet weet.",
                "Write TRUE or FALSE, or leave it empty when you do not know.",
            ),
        )
    return said in _YES


def _phone(text: str) -> str:
    number = re.sub(r"[ ()./-]", "", text)
    if not _PHONE.fullmatch(number):
        raise Wrong(
            Text(
                "dit is geen telefoonnummer met een landnummer",
                "this is no telephone number with a country number",
            ),
            Text("Schrijf het zoals +31612345678 (E.164).", "Write it like +31612345678 (E.164)."),
        )
    return number


def _text(field: Field, text: str) -> str:
    limit = LONG_LIMIT if field.kind is Kind.LONG else TEXT_LIMIT
    if len(text) > limit:
        raise Wrong(
            Text("deze tekst is {length} tekens lang", "this text is {length} characters long").format(
                length=len(text)
            ),
            Text(
                "Er passen er {limit}. Maak de tekst korter.", "There is room for {limit}. Make it shorter."
            ).format(limit=limit),
        )
    if _INVISIBLE.search(text):
        raise Wrong(
            Text(
                "in deze tekst staan tekens die u niet kunt zien",
                "this text holds characters that you cannot see",
            ),
            Text("Typ de tekst opnieuw in deze cel.", "Type the text anew in this cell."),
        )
    if bsn_in(text):
        raise Wrong(
            Text("hierin staat een getal dat op een BSN lijkt", "this holds a number that looks like a BSN"),
            Text("Haal het weg; Baken mag het niet vastleggen.", "Take it out; Baken may not record it."),
        )
    return text


def _short(text: str) -> str:
    """What somebody needs to find the cell again, and no more: a cell may hold anything."""
    line = " ".join(_INVISIBLE.sub("", text).split())
    return line if len(line) <= 40 else line[:39] + "…"
