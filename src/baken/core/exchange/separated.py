"""Text with separators (CSV): from bytes to a table of cells, and back.

Written: UTF-8 with a byte order mark (without it Excel shows "é" wrongly), commas, CRLF (RFC 4180), cells guarded
against formulas. Read: UTF-8 with or without the mark, UTF-16 with it; commas, semicolons or tabs.
"""

import codecs
import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from baken.core.exchange import quoting
from baken.core.exchange.faults import Fault, Unreadable
from baken.core.vocabulary.text import Text

MARK = "\ufeff"
_SEPARATORS = ",;\t"
MOST_CELLS = 500
"""More columns than this in one row is no table of the standard, which has 84 fields."""

_NOT_UTF8 = Text(
    "rij {row} is niet in UTF-8 geschreven, dus letters zoals é zijn niet zeker",
    "row {row} is not written in UTF-8, so that letters such as é are not certain",
)
_SAVE = Text(
    "Bewaar het bestand in Excel als ‘CSV UTF-8’, of als werkmap (.xlsx).",
    "Save the file in Excel as ‘CSV UTF-8’, or as a workbook (.xlsx).",
)
_QUOTES = Text(
    "de aanhalingstekens kloppen niet vanaf rij {row}, of een cel is te lang",
    "the quotation marks do not match from row {row}, or a cell is too long",
)
_WIDE = Text("rij {row} heeft meer dan {most} cellen", "row {row} has more than {most} cells")


def decoded(data: bytes) -> str:
    """Return the text of a file. Raises `Unreadable` where its letters are not certain."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError:
            raise Unreadable(Fault(0, "", _NOT_UTF8.format(row=1), _SAVE)) from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        row = data.count(b"\n", 0, wrong.start) + 1
        raise Unreadable(Fault(0, "", _NOT_UTF8.format(row=row), _SAVE)) from None


def table(text: str) -> Iterator[list[str]]:
    """Go through the rows of a text. Raises `Unreadable` where it is no table."""
    lines = io.StringIO(text, newline="")
    begin = lines.readline()
    if begin.strip().lower() in {f"sep={one}" for one in _SEPARATORS}:
        separator = begin.strip()[4:] or "\t"
        yield []
    else:
        lines.seek(0)
        separator = max(_SEPARATORS, key=begin.count)
    rows = csv.reader(lines, delimiter=separator, strict=True)
    number = 0
    while True:
        try:
            cells = next(rows, None)
        except csv.Error:
            raise Unreadable(Fault(0, "", _QUOTES.format(row=number + 1), _SAVE)) from None
        if cells is None:
            return
        number += 1
        if len(cells) > MOST_CELLS:
            raise Unreadable(Fault(0, "", _WIDE.format(row=number, most=MOST_CELLS), _SAVE))
        yield [quoting.plain(cell) for cell in cells]


def written(rows: Iterable[Sequence[str]]) -> str:
    """Return a table as text that a spreadsheet opens without running anything."""
    made = io.StringIO(newline="")
    csv.writer(made, lineterminator="\r\n").writerows([quoting.guarded(cell) for cell in row] for row in rows)
    return made.getvalue()


def encoded(text: str) -> bytes:
    """Return the bytes of a CSV file."""
    return (MARK + text).encode()
