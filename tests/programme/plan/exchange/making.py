"""Tables as municipalities make them, to test with."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from docx import Document
from openpyxl import Workbook

from baken.programme.plan.exchange import finding, opening, reading
from baken.programme.plan.exchange.finding import Found

HEADINGS = ("Nr", "Wat", "Wanneer gereed", "Wat gaan we doen", "Trekker", "Partners", "Budget")
ROW = ("1.1", "Beleid vaststellen", "september 2027", "Het college besluit.", "team Veiligheid", "RIEC", 5000)


def excel(*rows: Sequence[Any], merged: Sequence[str] = (), then: Any = None) -> bytes:
    """A workbook of one sheet with these rows."""
    book = Workbook()
    sheet: Any = book.active
    sheet.title = "Acties"
    for row in rows:
        sheet.append(list(row))
    for span in merged:
        sheet.merge_cells(span)
    if then:
        then(book, sheet)
    return saved(book)


def word(*rows: Sequence[str], merged: Sequence[tuple[int, int, int, int]] = (), then: Any = None) -> bytes:
    """A document of one table with these rows; a merge is row, column, row, column, counted from 0."""
    made: Any = Document()
    made.add_paragraph("Uitvoeringsprogramma")
    put(made, rows, merged)
    if then:
        then(made)
    return saved(made)


def put(
    document: Any, rows: Sequence[Sequence[str]], merged: Sequence[tuple[int, int, int, int]] = ()
) -> Any:
    """Put a table in a document."""
    table = document.add_table(rows=len(rows), cols=max(map(len, rows)))
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(at, column).text = str(text)
    for first_row, first, last_row, last in merged:
        table.cell(first_row, first).merge(table.cell(last_row, last))
    return table


def saved(made: Any) -> bytes:
    """What a workbook or document is as a file."""
    held = BytesIO()
    made.save(held)
    return held.getvalue()


def opened(data: bytes) -> Found:
    """Read a file in this process, as the one that opens files does."""
    outcome, made = opening.opened(data)
    assert outcome == 0, outcome
    return finding.found(reading.json.loads(made))


def texts(found: Found) -> list[dict[str, str]]:
    """The texts of each row."""
    return [dict(one.texts) for one in found.rows]
