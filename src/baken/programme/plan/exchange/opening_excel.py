"""Reads the sheets of a workbook, inside the process that opens it (see `opening`)."""

from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from baken.programme.plan.exchange import limits
from baken.programme.plan.exchange.opening import Cell, TooLarge, checked
from baken.web.workbooks import unescaped


def tables(data: bytes) -> list[dict[str, Any]]:
    """Return each sheet that shows as one table."""
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
        if span.size["rows"] > limits.MAX_LINES or span.size["columns"] > 1000:
            raise TooLarge
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


def _cell(cell: Any, mark: str) -> Cell:
    value = cell.value
    if mark or value is None:
        return "", mark
    if cell.data_type in ("f", "e"):
        return "?", "formula" if cell.data_type == "f" else "error"
    if isinstance(value, datetime):
        return (value.date().isoformat(), "day") if value.time() == time() else (value.isoformat(), "")
    if isinstance(value, date):
        return value.isoformat(), "day"
    if isinstance(value, bool):
        return str(value), ""
    if isinstance(value, float):
        return (str(int(value)) if value.is_integer() and abs(value) < 10**15 else repr(value)), ""
    return checked(unescaped(str(value)) if isinstance(value, str) else str(value)), ""
