"""The process that opens a workbook: a file comes in, a table of plain text goes out, and what goes wrong stays here.

It knows no organisation, database, key or person. Nothing in the workbook is run or looked up: a formula is told, not
worked out, and so is every cell of which a spreadsheet shows one value for several rows.
"""

import json
import re
import sys
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from io import BytesIO
from typing import IO, Any

from baken.care.exchange import limits
from baken.web import guarded
from baken.web.workbooks import unescaped

Mark = tuple[int, int, str]
"""A cell that cannot be taken as it is: its row and column, counted from 1, and why."""
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]{0,200}?ref="([A-Z]{1,3})([0-9]{1,7}):')
_STEP = 1_000_000


class TooLarge(Exception):
    """More than a table of this standard can be."""


def limit_oneself() -> None:
    """Give up what opening a workbook does not need; it cannot be taken back."""
    guarded.limit_oneself(
        cpu=limits.CPU_SECONDS, memory=limits.MEMORY, written=limits.MAX_TABLE, files=limits.OPEN_FILES
    )


def opened(data: bytes) -> tuple[int, bytes]:
    """Return how it went, and the table where it went well."""
    try:
        if data.startswith(limits.OLD):
            return limits.LOCKED, b""
        with zipfile.ZipFile(BytesIO(data)) as parts:
            found = parts.infolist()
            if len(found) > limits.MAX_PARTS or sum(one.file_size for one in found) > limits.MAX_UNPACKED:
                return limits.TOO_LARGE, b""
            if any(one.filename.lower().endswith("vbaproject.bin") for one in found):
                return limits.MACROS, b""
        made = json.dumps(table(data)).encode()
    except (TooLarge, MemoryError):
        return limits.TOO_LARGE, b""
    except Exception:  # whatever a damaged or hostile file brings about: there is no table
        return limits.DAMAGED, b""
    return (limits.OK, made) if len(made) <= limits.MAX_TABLE else (limits.TOO_LARGE, b"")


def table(data: bytes) -> dict[str, Any]:
    """Return the rows of the first sheet that shows, what cannot be taken as it is, and the other sheets."""
    from openpyxl import load_workbook

    book = load_workbook(BytesIO(data), read_only=True, keep_links=False)
    shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    sheet: Any = shown[0]
    sheet.reset_dimensions()  # a workbook may say that it is larger than it is, or smaller
    marks: list[Mark] = []
    rows: list[list[str]] = []
    filled = 0
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        if number > limits.MAX_LINES or len(cells) > limits.MAX_COLUMNS:
            raise TooLarge
        row = [_text(cell, number, column, marks) for column, cell in enumerate(cells, start=1)]
        rows.append(row)
        # In the first column of IOM's template stand numbers, also where there is nobody.
        filled += any(row[1:]) or (len(rows[0]) == 1 and any(row))
        if filled > limits.READ_ROWS:
            break
    with zipfile.ZipFile(BytesIO(data)) as parts, parts.open(sheet._worksheet_path) as part:
        marks.extend((row, column, "merged") for row, column in _merged(part) if row <= len(rows))
    return {"rows": rows, "marks": marks, "others": [one.title for one in shown[1:]]}


def _text(cell: Any, row: int, column: int, marks: list[Mark]) -> str:
    value = cell.value
    if value is None:
        return ""
    if cell.data_type in ("f", "e"):
        marks.append((row, column, "formula" if cell.data_type == "f" else "error"))
        return "?"
    if isinstance(value, str):
        return unescaped(value)
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (int, float)):
        if abs(value) >= 10**15:
            marks.append((row, column, "rounded"))  # a spreadsheet keeps fifteen figures
            return "?"
        return str(int(value)) if float(value).is_integer() else repr(value)
    return str(value)


def _merged(part: IO[bytes]) -> Iterator[tuple[int, int]]:
    """Go through the first cells of merged cells: they stand in the sheet as text after the rows."""
    kept = b""
    while step := part.read(_STEP):
        here = kept + step
        last = 0
        for found in _MERGED.finditer(here):
            last = found.end()
            column = 0
            for letter in found[1]:
                column = column * 26 + letter - 64
            yield int(found[2]), column
        kept = here[max(last, len(here) - 400) :]


def main() -> None:
    """Read a workbook from standard input, and write its table to standard output."""
    limit_oneself()
    outcome, made = opened(sys.stdin.buffer.read(limits.MAX_FILE + 1))
    sys.stdout.buffer.write(made)
    sys.stdout.buffer.flush()
    sys.exit(outcome)


if __name__ == "__main__":
    main()
