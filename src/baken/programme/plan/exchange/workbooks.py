"""An edition as an Excel workbook, in the shape of its source; made in memory, and text is never a formula."""

from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.page import PageMargins

from baken.programme.plan.exchange.columns import BUDGET, LABEL, NAMES
from baken.programme.plan.exchange.lines import Paper
from baken.web.workbooks import InMemory, letters, text_cell

_WIDTHS = (7, 34, 20, 60, 24, 28, 20, 14, 24, 40)
_ABOVE = 14
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_LANDSCAPE, _A4 = "landscape", 9


def workbook(paper: Paper, name: str, notice: str) -> bytes:
    """Return the table on a sheet of this name: the title and goal above it, its headings on every printed page."""
    book = Workbook(write_only=True)
    book.properties.creator, book.properties.title = "Baken", paper.title
    above = [one for one in (notice, paper.title, paper.goal, paper.about) if one]
    first = len(above) + 2
    sheet: Any = book.create_sheet(name)
    sheet.freeze_panes = f"A{first + 1}"
    sheet.print_title_rows = f"{first}:{first}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = _LANDSCAPE, _A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.5)
    for index, width in enumerate(_WIDTHS):
        sheet.column_dimensions[letters(index)].width = width
    sheet._writer = InMemory(sheet)
    for text in above:
        cell = text_cell(sheet, text)
        cell.font = Font(bold=text == paper.title, size=_ABOVE if text == paper.title else None)
        sheet.append([cell])
    sheet.append([])
    sheet.append([_heading(sheet, text) for text in paper.headings])
    for line in paper.lines:
        sheet.append([_cell(sheet, line[column], bold=_goal(line, column)) for column in NAMES])
    made = BytesIO()
    book.save(made)
    return made.getvalue()


def _goal(line: Any, column: str) -> bool:
    return column != BUDGET and "." not in str(line[LABEL])


def _heading(sheet: Any, text: str) -> Any:
    cell = text_cell(sheet, text)
    cell.font, cell.alignment = Font(bold=True), _WRAPPED
    return cell


def _cell(sheet: Any, value: str | int | None, *, bold: bool) -> Any:
    if value is None or value == "":
        return None
    if isinstance(value, int):
        number: Any = WriteOnlyCell(sheet, value=value)
        number.number_format, number.alignment = "#,##0", _WRAPPED
        return number
    cell = text_cell(sheet, value)
    cell.font, cell.alignment = Font(bold=bold), _WRAPPED
    return cell
