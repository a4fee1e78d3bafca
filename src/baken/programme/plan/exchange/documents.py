"""An edition as a Word document that can be edited: real headings, one table whose headings return on every page."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from baken.programme.plan.exchange.columns import LABEL, NAMES
from baken.programme.plan.exchange.lines import Paper

MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_LONG, _SHORT, _MARGIN = Cm(29.7), Cm(21), Cm(1.5)
_WIDTHS = (1.1, 4.2, 2.3, 6.1, 2.4, 2.6, 1.9, 1.6, 2.0, 2.5)
_IN_TABLE, _IN_TEXT = Pt(8), Pt(10.5)
_LOCALES = {"nl": "nl-NL", "en": "en-GB"}


def document(paper: Paper, language: str, notice: str, now: datetime) -> bytes:
    """Return the document, in a language that a screen reader speaks and a spelling checker checks."""
    made: Any = Document()
    _about(made, paper, language, now)
    section = made.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, _LONG, _SHORT
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN
    if notice:
        made.add_paragraph().add_run(notice).bold = True
    made.add_heading(paper.title, level=1)
    made.add_paragraph(paper.about)
    if paper.goal:
        made.add_heading(_("Doelstelling"), level=2)
        for text in paper.goal.split("\n"):
            made.add_paragraph(text)
    made.add_heading(_("Acties"), level=2)
    _table(made, paper)
    held = BytesIO()
    made.save(held)
    return held.getvalue()


def _about(made: Any, paper: Paper, language: str, now: datetime) -> None:
    core = made.core_properties
    core.author = core.last_modified_by = "Baken"
    core.title, core.language, core.comments = paper.title, _LOCALES[language], ""
    core.created = core.modified = now.replace(tzinfo=None)
    normal = made.styles["Normal"]
    normal.font.size = _IN_TEXT
    for lang in made.styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), _LOCALES[language])


def _table(made: Any, paper: Paper) -> None:
    table = made.add_table(rows=1, cols=len(NAMES), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = Cm(width)
    _say(table, paper.title)
    _row(table.rows[0], paper.headings, heading=True)
    for line in paper.lines:
        told = ["" if line[column] is None else str(line[column]) for column in NAMES]
        _row(table.add_row(), told, bold="." not in str(line[LABEL]))


def _say(table: Any, caption: str) -> None:
    """Tell a screen reader what the table is, and that its first row are headings."""
    said = OxmlElement("w:tblCaption")
    said.set(qn("w:val"), caption)
    table._tbl.tblPr.append(said)


def _row(row: Any, texts: Sequence[str], *, heading: bool = False, bold: bool = False) -> None:
    told = row._tr.get_or_add_trPr()
    told.append(OxmlElement("w:cantSplit"))
    if heading:
        told.append(OxmlElement("w:tblHeader"))
    for cell, text, width in zip(row.cells, texts, _WIDTHS, strict=True):
        cell.width = Cm(width)
        for number, piece in enumerate(text.split("\n")):
            paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
            paragraph.paragraph_format.space_after = Pt(0)
            run = paragraph.add_run(piece)
            run.font.size, run.bold = _IN_TABLE, heading or bold or None
