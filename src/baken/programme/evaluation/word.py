"""A report as a Word document that can be edited: real headings, tables whose headings return, a language."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from baken.programme.evaluation.paper import Grid, Report
from baken.web.fields import tidy

MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_WIDE = 16.0
_IN_TABLE, _IN_TEXT = Pt(9.5), Pt(10.5)
_LOCALES = {"nl": "nl-NL", "en": "en-GB"}


def document(made_of: Report, language: str, notices: Sequence[str], now: datetime) -> bytes:
    """Return the document. `notices` stand above the title and return on every page."""
    made: Any = Document()
    _about(made, made_of.title, language, now)
    section = made.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm((21 - _WIDE) / 2)
    for notice in notices:
        made.add_paragraph().add_run(notice).bold = True
    section.header.paragraphs[0].text = " ".join(notices)
    made.add_heading(tidy(made_of.title), level=1)
    for line in made_of.lead:
        made.add_paragraph(tidy(line))
    for part in made_of.sections:
        made.add_heading(tidy(part.title), level=part.level)
        for line in part.lines:
            made.add_paragraph(tidy(line))
        for grid in part.tables:
            _grid(made, grid)
    held = BytesIO()
    made.save(held)
    return held.getvalue()


def _about(made: Any, title: str, language: str, now: datetime) -> None:
    core = made.core_properties
    core.author = core.last_modified_by = "Baken"
    core.title, core.language, core.comments = tidy(title), _LOCALES[language], ""
    core.created = core.modified = now.replace(tzinfo=None)
    made.styles["Normal"].font.size = _IN_TEXT
    for lang in made.styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), _LOCALES[language])


def _grid(made: Any, grid: Grid) -> None:
    if not grid.quiet:
        caption = made.add_paragraph(tidy(grid.caption), style="Caption")
        caption.paragraph_format.keep_with_next = True
    table = made.add_table(rows=1, cols=len(grid.headers), style="Table Grid")
    table.autofit = False
    said = OxmlElement("w:tblCaption")
    said.set(qn("w:val"), tidy(grid.caption))
    table._tbl.tblPr.append(said)
    _row(table.rows[0], grid.headers, grid.widths, heading=True)
    for row in grid.rows:
        _row(table.add_row(), row, grid.widths)
    made.add_paragraph().paragraph_format.space_after = Pt(0)


def _row(row: Any, texts: Sequence[str], widths: Sequence[int], *, heading: bool = False) -> None:
    told = row._tr.get_or_add_trPr()
    told.append(OxmlElement("w:cantSplit"))
    if heading:
        told.append(OxmlElement("w:tblHeader"))
    for cell, text, width in zip(row.cells, texts, widths, strict=True):
        cell.width = Cm(_WIDE * width / sum(widths))
        for number, piece in enumerate(tidy(text).split("\n")):
            paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
            paragraph.paragraph_format.space_after = Pt(0)
            run = paragraph.add_run(piece)
            run.font.size, run.bold = _IN_TABLE, heading or None
