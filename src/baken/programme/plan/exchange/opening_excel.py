"""Reads the sheets of a workbook, inside the process that opens it (see `opening`)."""

import re
import zipfile
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import column_index_from_string

from baken.core.vocabulary.months import MONTHS
from baken.programme.plan.exchange import limits
from baken.programme.plan.exchange.cells import Cell, TooLarge, checked
from baken.web.workbooks import unescaped

_MERGED = re.compile(
    rb'<(?:\w+:)?mergeCell\s[^>]{0,200}?ref="([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})"'
)
_MOST_MERGED = 20_000
_NOT_SHOWN = re.compile(r'\[[^\]]*\]|"[^"]*"|\\.')


def tables(data: bytes, parts: zipfile.ZipFile) -> list[dict[str, Any]]:
    """Return each sheet that shows as one table."""
    for name in parts.namelist():
        if name.startswith("xl/worksheets/") and any(map(_is_wide, _MERGED.finditer(parts.read(name)))):
            raise TooLarge
    book = load_workbook(BytesIO(data), keep_links=False)
    shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    if len(shown) > limits.MAX_TABLES:
        raise TooLarge
    return [{"name": sheet.title, "sort": "sheet", "rows": _rows(sheet)} for sheet in shown]


def _rows(sheet: Any) -> list[tuple[int, list[Cell]]]:
    if sheet.max_row > limits.MAX_LINES:
        raise TooLarge
    continued: dict[tuple[int, int], str] = {}
    for span in sheet.merged_cells.ranges:
        for row in range(span.min_row, span.max_row + 1):
            for column in range(span.min_col, min(span.max_col, limits.MAX_COLUMNS) + 1):
                if (row, column) != (span.min_row, span.min_col):
                    continued[row, column] = "left" if column > span.min_col else "up"
    found = []
    last = min(sheet.max_column, limits.MAX_COLUMNS)
    for number, cells in enumerate(sheet.iter_rows(max_col=last), start=1):
        told = [_cell(cell, continued.get((number, at), "")) for at, cell in enumerate(cells, start=1)]
        if any(text or mark for text, mark in told):
            found.append((number, told))
    return found


def _is_wide(merged: re.Match[bytes]) -> bool:
    """Whether merged cells are more than a table has; the library makes every one of them before we can look."""
    first, top, last, bottom = (one.decode() for one in merged.groups())
    rows = int(bottom) - int(top) + 1
    columns = column_index_from_string(last) - column_index_from_string(first) + 1
    return rows * columns > _MOST_MERGED


def _cell(cell: Any, mark: str) -> Cell:
    value = cell.value
    if mark or value is None:
        return "", mark
    if cell.data_type in ("f", "e"):
        return "?", "formula" if cell.data_type == "f" else "error"
    if isinstance(value, datetime) and value.time() != time():
        return value.isoformat(), ""
    if isinstance(value, date):
        return _day(value, str(cell.number_format)), "day"
    if isinstance(value, bool):
        return str(value), ""
    if isinstance(value, float):
        return (str(int(value)) if value.is_integer() and abs(value) < 10**15 else repr(value)), ""
    return checked(unescaped(str(value)) if isinstance(value, str) else str(value)), ""


def _day(value: date, shown_as: str) -> str:
    """Return a day as the sheet shows it: who types "september 2027" gets its first day, shown without the day."""
    if "d" in _NOT_SHOWN.sub("", shown_as).lower() or "m" not in shown_as.lower():
        return f"{value:%Y-%m-%d}"
    return f"{MONTHS[value.month - 1].nl} {value.year}"
