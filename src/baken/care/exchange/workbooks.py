"""Records as an Excel workbook: every text is text and never a formula, dates are dates, one row per person."""

from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from baken.core.exchange import values
from baken.core.exchange.fields import EXTENSION, FIELDS, HtcdsRecord, Value
from baken.web.workbooks import InMemory, letters, text_cell

FIRST_DAY = date(1900, 3, 1)
"""Before this day the calendar of Excel is wrong (it knows a 29 February 1900), so such a date goes as text."""
ATTRIBUTION = (
    "Human Trafficking Case Data Standard (HTCDS) 2.0 by IOM, CC BY 4.0. IOM does not endorse this file."
)
ABOUT_EXTENSION = (
    f"{EXTENSION} is no field of HTCDS 2.0, which has no place for criminal exploitation: ForcedLabour with "
    "IllicitActivities here means criminal exploitation; NotIllicit beside it means labour exploitation as well."
)


def workbook(records: Iterable[HtcdsRecord], names: Sequence[str]) -> bytes:
    """Return a workbook with a row of machine names, a row per record, and a sheet that says what it is."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("HTCDS 2.0")
    sheet.freeze_panes = "A2"
    for index, name in enumerate(names):
        sheet.column_dimensions[letters(index)].width = max(14, min(40, len(FIELDS[name].label) + 4))
    sheet._writer = InMemory(sheet)
    sheet.append(list(names))
    for record in records:
        sheet.append([_cell(sheet, record[name]) if name in record else None for name in names])
    about = book.create_sheet("about")
    about._writer = InMemory(about)
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
    return text_cell(sheet, values.write(value))
