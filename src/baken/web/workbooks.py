"""What every Excel workbook of Baken shares: made in memory, and whatever people wrote is text and never a formula."""

import os
import re
from typing import Any

from openpyxl.cell import WriteOnlyCell
from openpyxl.worksheet._writer import WorksheetWriter

MEDIA = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPE = re.compile(r"_x(005F_(?=x[0-9A-Fa-f]{4}_)|000D_|000A_|0009_)")
_SAID = {"005F_": "_", "000D_": "\r", "000A_": "\n", "0009_": "\t"}


class InMemory(WorksheetWriter):
    """Writes a sheet to memory. The library's own way is a file on disk, where it would lie in plain words."""

    def __init__(self, sheet: Any) -> None:
        self._held = os.fdopen(os.memfd_create("sheet"), "w+b")
        super().__init__(sheet, out=f"/proc/self/fd/{self._held.fileno()}")
        self.write_top()

    def cleanup(self) -> None:
        """Let go of the memory; there is no file to remove."""
        self._held.close()


def escaped(text: str) -> str:
    """Return a text in which a workbook finds no escaped characters, so that it shows what stands there."""
    return _LOOKS_ESCAPED.sub("_x005F_", text)


def unescaped(text: str) -> str:
    """Return the text of a cell as a spreadsheet shows it."""
    return _ESCAPE.sub(lambda found: _SAID[found[1]], text)


def text_cell(sheet: Any, text: str) -> Any:
    """Return a cell that holds this text, also where it begins as a formula does."""
    cell: Any = WriteOnlyCell(sheet)
    cell.value = escaped(text)
    cell.data_type = "s"
    cell.quotePrefix = True
    return cell


def letters(index: int) -> str:
    """Return how a spreadsheet calls a column; the first is 0."""
    return (chr(64 + index // 26) if index >= 26 else "") + chr(65 + index % 26)
