"""Records as an Excel workbook: every text is text and never a formula, dates are dates, one row per person."""

import os
import re
from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.worksheet._writer import WorksheetWriter

from baken.core.exchange import values
from baken.core.exchange.fields import EXTENSION, FIELDS, HtcdsRecord, Value

FIRST_DAY = date(1900, 3, 1)
"""Before this day the calendar of Excel is wrong (it knows a 29 February 1900), so such a date goes as text."""
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
ATTRIBUTION = (
    "Human Trafficking Case Data Standard (HTCDS) 2.0 by IOM, CC BY 4.0. IOM does not endorse this file."
)
ABOUT_EXTENSION = (
    f"{EXTENSION} is no field of HTCDS 2.0, which has no place for criminal exploitation: ForcedLabour with "
    "IllicitActivities here means criminal exploitation; NotIllicit beside it means labour exploitation as well."
)


def escaped(text: str) -> str:
    """Return a text in which a workbook finds no escaped characters, so that it shows what stands there."""
    return _LOOKS_ESCAPED.sub("_x005F_", text)


class _InMemory(WorksheetWriter):
    """Writes a sheet to memory. The library's own way is a file on disk, where people would lie in plain words."""

    def __init__(self, sheet: Any) -> None:
        self._held = os.fdopen(os.memfd_create("sheet"), "w+b")
        super().__init__(sheet, out=f"/proc/self/fd/{self._held.fileno()}")
        self.write_top()

    def cleanup(self) -> None:
        """Let go of the memory; there is no file to remove."""
        self._held.close()


def workbook(records: Iterable[HtcdsRecord], names: Sequence[str]) -> bytes:
    """Return a workbook with a row of machine names, a row per record, and a sheet that says what it is."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("HTCDS 2.0")
    sheet.freeze_panes = "A2"
    for index, name in enumerate(names):
        sheet.column_dimensions[_letters(index)].width = max(14, min(40, len(FIELDS[name].label) + 4))
    sheet._writer = _InMemory(sheet)
    sheet.append(list(names))
    for record in records:
        sheet.append([_cell(sheet, record[name]) if name in record else None for name in names])
    about = book.create_sheet("about")
    about._writer = _InMemory(about)
    about.append([ATTRIBUTION])
    about.append(["https://github.com/UNMigration/HTCDS"])
    if EXTENSION in names:
        about.append([ABOUT_EXTENSION])
    made = BytesIO()
    book.save(made)
    return made.getvalue()


def _cell(sheet: Any, value: Value) -> Any:
    cell: Any = WriteOnlyCell(sheet)
    if isinstance(value, bool | int):
        cell.value = value
        return cell
    if isinstance(value, date) and value >= FIRST_DAY:
        cell.value = value
        cell.number_format = "yyyy-mm-dd"
        return cell
    cell.value = escaped(values.write(value))
    cell.data_type = "s"  # also where the text begins as a formula does
    cell.quotePrefix = True
    return cell


def _letters(index: int) -> str:
    return (chr(64 + index // 26) if index >= 26 else "") + chr(65 + index % 26)
