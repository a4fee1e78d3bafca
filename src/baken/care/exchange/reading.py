"""A file from elsewhere to records: told apart by its first bytes, opened behind a guard, and read."""

import json
from dataclasses import replace
from datetime import date
from threading import Lock

from baken.care.exchange import limits
from baken.core.exchange import rows, separated
from baken.core.exchange.faults import Fault, Unreadable
from baken.core.exchange.rows import Reading, Row
from baken.core.vocabulary.text import Text
from baken.web import guarded

_ONE_AT_A_TIME = Lock()
_ORDER = guarded.program("baken.care.exchange.opening")
EXPECTED_SHEETS = {"about", "validation"}
"""Sheets of IOM's templates, and of our own export, that hold no person."""

_TOO_LARGE = Text("dit bestand is te groot om veilig te openen", "this file is too large to open safely")
_SMALLER = Text(
    "Verdeel het over bestanden van hoogstens {rows} rijen en {size} MB, zonder lege of opgemaakte rijen.",
    "Divide it over files of at most {rows} rows and {size} MB, without empty or formatted rows.",
)
_DAMAGED = Text("dit bestand kon niet veilig worden geopend", "this file could not be opened safely")
_SAVE_ANEW = Text(
    "Bewaar het in Excel opnieuw als werkmap (.xlsx) of als ‘CSV UTF-8’.",
    "Save it anew in Excel as a workbook (.xlsx) or as ‘CSV UTF-8’.",
)
_LOCKED = Text("er zit een wachtwoord op, of het is een oude .xls", "it has a password, or is an old .xls")
_MACROS = Text("in deze werkmap zit een programma (macro’s)", "this workbook holds a program (macros)")
_WHY = {limits.LOCKED: _LOCKED, limits.MACROS: _MACROS, limits.DAMAGED: _DAMAGED}
_MARKS = {
    "formula": (
        Text("in deze cel staat een formule", "this cell holds a formula"),
        Text("Kopieer de cel en plak alleen de waarde.", "Copy the cell and paste only its value."),
    ),
    "error": (
        Text("in deze cel staat een fout van Excel", "this cell holds an error of Excel"),
        Text("Vul de waarde in, of maak de cel leeg.", "Fill in the value, or empty the cell."),
    ),
    "merged": (
        Text("deze cel is samengevoegd met andere", "this cell is merged with others"),
        Text("Splits de cellen en vul elke rij zelf in.", "Split the cells and fill in each row itself."),
    ),
    "rounded": (
        Text("Excel heeft dit getal afgerond", "Excel has rounded this number"),
        Text("Maak de cel op als tekst en typ het opnieuw.", "Format the cell as text and type it anew."),
    ),
}
_OTHERS = Text(
    "Alleen het eerste blad is gelezen. Niet gelezen: {names}.",
    "Only the first sheet was read. Not read: {names}.",
)


def read(data: bytes, today: date, most: int = limits.MAX_ROWS) -> Reading:
    """Return what a file of at most so many people holds, or what is wrong with it; nothing of it is kept."""
    try:
        if len(data) > limits.MAX_FILE:
            raise Unreadable(Fault(0, "", _TOO_LARGE, _smaller(most)))
        if data.startswith((limits.ZIP, limits.OLD)):
            return _workbook(data, today, most)
        return of_text(separated.decoded(data), today, most)
    except Unreadable as wrong:
        return Reading(faults=(wrong.fault,))


def of_text(text: str, today: date, most: int = limits.MAX_ROWS) -> Reading:
    """Return what a text with separators holds."""
    try:
        return rows.read(separated.table(text), today=today, most=most)
    except Unreadable as wrong:
        return Reading(faults=(wrong.fault,))


def _smaller(most: int) -> Text:
    return _SMALLER.format(rows=most, size=limits.MAX_FILE // 1_000_000)


def _workbook(data: bytes, today: date, most: int) -> Reading:
    with _ONE_AT_A_TIME:
        outcome, made = guarded.run(_ORDER, data, seconds=limits.WALL_SECONDS, most=limits.MAX_TABLE)
    if outcome != limits.OK or len(made) > limits.MAX_TABLE:
        why = _WHY.get(outcome, _TOO_LARGE)
        raise Unreadable(Fault(0, "", why, _smaller(most) if why is _TOO_LARGE else _SAVE_ANEW))
    found = json.loads(made)
    reading = rows.read(found["rows"], today=today, most=most)
    others = [name for name in found["others"] if name not in EXPECTED_SHEETS]
    if others:
        reading = replace(reading, notes=(*reading.notes, _OTHERS.format(names=", ".join(others)[:200])))
    return _marked(reading, found["marks"]) if reading.rows else reading


def _marked(reading: Reading, marks: list[list[int | str]]) -> Reading:
    """Put what the sheet itself says of a cell in the place of what its text would say."""
    names = reading.columns.names
    in_header: list[Fault] = []
    per_row: dict[int, dict[str, Fault]] = {}
    for row, column, kind in marks:
        at, index = int(row), int(column) - 1
        name = (names[index] if index < len(names) else None) or ""
        if at < reading.first:
            in_header.append(Fault(0, name, *_MARKS[str(kind)]))
        elif index not in reading.columns.silent:
            per_row.setdefault(at, {})[name] = Fault(at, name, *_MARKS[str(kind)])
    if in_header:
        return replace(reading, rows=(), faults=tuple(in_header))
    return replace(reading, rows=tuple(_with(row, per_row.get(row.number, {})) for row in reading.rows))


def _with(row: Row, marked: dict[str, Fault]) -> Row:
    others = tuple(one for one in row.faults if one.column not in marked)
    return replace(row, faults=(*others, *marked.values())) if marked else row
