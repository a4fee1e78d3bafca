"""IOM's own templates, filled: a person per numbered row, in the column whose label says so (ADR 34).

The workbook stays as IOM made it, its value lists included: the rows are written into the parts as they lie there.
"""

import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

from baken.care.exchange.workbooks import FIRST_DAY
from baken.core.exchange import values
from baken.core.exchange.fields import CORE, FIELDS, HtcdsRecord, Kind, Value
from baken.web.workbooks import escaped

FOLDER = Path(__file__).parent / "standard"
PLAIN = "HTCDS_Excel_Spreadsheet_v2.0.xlsx"
WITH_LISTS = "HTCDS_Excel_single_select_with_validation_v2.0.xlsx"
_SHEET, _STYLES, _STRINGS = "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/sharedStrings.xml"
_EPOCH = date(1899, 12, 30)
_ROW = re.compile(r'<row r="([0-9]+)"[^>]*>.*?</row>', re.DOTALL)
_HEADER = 2
"""Rows of header: the hidden names and the labels."""


@dataclass(frozen=True, slots=True)
class Template:
    """One template: how many people fit, whether each cell takes one value, and which column holds which field."""

    file: str
    rows: int
    single: bool


TEMPLATES: Mapping[str, Template] = {
    "template": Template(PLAIN, 1000, single=False),
    "template_lists": Template(WITH_LISTS, 500, single=True),
}
"""In the template with lists the lists end at row 502, whatever its numbers say."""


class DoesNotFit(ValueError):
    """They do not fit this template: `fields` have more than one value; without fields there are too many rows."""

    def __init__(self, fields: Sequence[str]) -> None:
        super().__init__(", ".join(fields) or "rows")
        self.fields = tuple(fields)


def filled(template: Template, records: Sequence[HtcdsRecord]) -> bytes:
    """Return the template with these people in it. Raises `DoesNotFit`."""
    if len(records) > template.rows:
        raise DoesNotFit(())
    several = {
        name for one in records for name in CORE if isinstance(v := one.get(name), tuple) and len(v) > 1
    }
    if template.single and several:
        raise DoesNotFit([name for name in CORE if name in several])
    made = BytesIO()
    with (
        zipfile.ZipFile(FOLDER / template.file) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        styles, day, text = _styles(old.read(_STYLES).decode())
        columns = _columns(template.file)
        for part in old.infolist():
            content = old.read(part)
            if part.filename == _SHEET:
                content = _rows(content.decode(), records, columns, template, day, text).encode()
            elif part.filename == _STYLES:
                content = styles.encode()
            new.writestr(part.filename, content)
    return made.getvalue()


def _styles(xml: str) -> tuple[str, int, int]:
    """Add a style for a day, and one for text that never becomes a formula; return them with their numbers."""
    found = re.search(r'<cellXfs count="([0-9]+)">', xml)
    assert found is not None
    count = int(found[1])
    more = (
        '<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
        '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/>'
    )
    xml = xml.replace(found[0], f'<cellXfs count="{count + 2}">').replace("</cellXfs>", more + "</cellXfs>")
    return xml, count, count + 1


@cache
def _columns(file: str) -> Mapping[str, str]:
    """Return field to column letter, by the labels that people see."""
    labels = {FIELDS[name].label: name for name in CORE}
    with zipfile.ZipFile(FOLDER / file) as book:
        strings = [
            "".join(re.findall(r"<t[^>]*>([^<]*)</t>", one))
            for one in re.findall(r"<si>(.*?)</si>", book.read(_STRINGS).decode(), re.DOTALL)
        ]
        row = re.search(r'<row r="2".*?</row>', book.read(_SHEET).decode(), re.DOTALL)
    assert row is not None
    cells = re.findall(r'<c r="([A-Z]+)2"[^>]*t="s"[^>]*><v>([0-9]+)</v>', row[0])
    return {labels[strings[int(number)]]: letters for letters, number in cells}


@cache
def listed(file: str) -> Mapping[str, str]:
    """Return how the lists of a template write a value, in lower case: they follow now the names, now the labels."""
    with zipfile.ZipFile(FOLDER / file) as book:
        strings = re.findall(r"<t[^>]*>([^<]*)</t>", book.read(_STRINGS).decode())
    return {" ".join(one.split()).casefold(): one.replace("&amp;", "&") for one in reversed(strings)}


def _rows(
    xml: str,
    records: Sequence[HtcdsRecord],
    columns: Mapping[str, str],
    template: Template,
    day: int,
    text: int,
) -> str:
    in_order = sorted(columns, key=lambda name: (len(columns[name]), columns[name]))

    def row(found: re.Match[str]) -> str:
        number = int(found[1]) - _HEADER
        if not 1 <= number <= len(records):
            return found[0]
        record = records[number - 1]
        cells = (
            _cell(f"{columns[name]}{found[1]}", _as_listed(name, record[name], template), day, text)
            for name in in_order
            if name in record
        )
        return f'<row r="{found[1]}"><c r="A{found[1]}"><v>{number}</v></c>{"".join(cells)}</row>'

    return _ROW.sub(row, xml)


def _as_listed(name: str, value: Value, template: Template) -> Value:
    if not template.single or FIELDS[name].kind not in (Kind.PICK, Kind.SEVERAL, Kind.COUNTRIES):
        return value
    code = value[0] if isinstance(value, tuple) else str(value)
    written = values.label(FIELDS[name], code)
    known = listed(template.file)
    return known.get(written.casefold()) or known.get(code.casefold()) or written


def _cell(at: str, value: Value, day: int, text: int) -> str:
    if isinstance(value, bool):
        return f'<c r="{at}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, date) and value >= FIRST_DAY:
        return f'<c r="{at}" s="{day}"><v>{(value - _EPOCH).days}</v></c>'
    if isinstance(value, int):
        return f'<c r="{at}"><v>{value}</v></c>'
    words = escape(escaped(values.write(value)))
    return f'<c r="{at}" s="{text}" t="inlineStr"><is><t xml:space="preserve">{words}</t></is></c>'
