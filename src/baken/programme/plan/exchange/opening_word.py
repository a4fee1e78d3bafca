"""Reads the tables of a Word document, inside the process that opens it (see `opening`).

What was struck out by tracked changes is left out, what was put in counts; numbers that Word counts itself are told.
"""

import posixpath
import zipfile
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]

from baken.programme.plan.exchange import limits
from baken.programme.plan.exchange.cells import Cell, Other, TooLarge, checked
from baken.programme.plan.exchange.numbering import Numbering, local, value

_GONE = {"del", "moveFrom", "Fallback", "rPr", "pPr", "txbxContent"}
_THROUGH = {"ins", "moveTo", "sdt", "sdtContent", "customXml", "smartTag"}
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def tables(parts: zipfile.ZipFile) -> list[dict[str, Any]]:
    """Return each table of the document."""
    main = _main(parts)
    folder = posixpath.dirname(main)
    numbering = Numbering(
        _part(parts, posixpath.join(folder, "numbering.xml")),
        _part(parts, posixpath.join(folder, "styles.xml")),
    )
    body = _part(parts, main)
    if body is None:
        raise Other
    found: list[dict[str, Any]] = []
    for one in _blocks(next(iter(body))):
        if local(one) == "p":
            numbering.passed(one)
        else:
            rows = [(at, cells) for at, cells in enumerate(_rows(one, numbering), start=1)]
            found.append({"name": str(len(found) + 1), "sort": "table", "rows": rows})
    if len(found) > limits.MAX_TABLES or sum(len(one["rows"]) for one in found) > limits.MAX_LINES:
        raise TooLarge
    return found


def _main(parts: zipfile.ZipFile) -> str:
    for one in fromstring(parts.read("_rels/.rels")):
        if one.get("Type", "").endswith("/officeDocument"):
            return str(one.get("Target", "")).lstrip("/")
    raise Other


def _part(parts: zipfile.ZipFile, name: str) -> Element | None:
    return fromstring(parts.read(name)) if name in parts.namelist() else None


def _blocks(body: Element) -> Iterator[Element]:
    """Go through paragraphs and tables in order, also inside what Word wraps around them."""
    for one in body:
        if local(one) in ("p", "tbl"):
            yield one
        elif local(one) in _THROUGH:
            yield from _blocks(one)


def _children(of: Element, name: str) -> Iterator[Element]:
    for one in of:
        if local(one) == name:
            yield one
        elif local(one) in _THROUGH:
            yield from _children(one, name)


def _rows(table: Element, numbering: Numbering) -> Iterator[list[Cell]]:
    for row in _children(table, "tr"):
        if any(local(one) == "del" for told in _children(row, "trPr") for one in told):
            continue
        cells: list[Cell] = [("", "")] * _skipped(row)
        for cell in _children(row, "tc"):
            wide, mark = _shape(cell)
            text = "\n".join(_lines(cell, numbering)).strip()
            cells.append(("", "up") if mark else (checked(text), ""))
            cells += [("", "left")] * (wide - 1)
            if len(cells) > limits.MAX_COLUMNS:
                raise TooLarge
        yield cells


def _skipped(row: Element) -> int:
    told = [value(one) for made in _children(row, "trPr") for one in made if local(one) == "gridBefore"]
    return min(int(told[0]), limits.MAX_COLUMNS) if told and told[0].isdecimal() else 0


def _shape(cell: Element) -> tuple[int, bool]:
    """Return how many columns a cell spans, and whether it continues the one above."""
    wide, up = 1, False
    for told in _children(cell, "tcPr"):
        for one in told:
            if local(one) == "gridSpan" and value(one).isdecimal():
                wide = min(max(1, int(value(one))), limits.MAX_COLUMNS)
            elif local(one) == "vMerge":
                up = value(one) != "restart"
    return wide, up


def _lines(cell: Element, numbering: Numbering) -> Iterator[str]:
    for one in _blocks(cell):
        if local(one) == "p":
            yield (numbering.passed(one) + "".join(_text(one))).strip()
        else:
            for row in _rows(one, numbering):
                yield " ".join(text for text, _mark in row if text)


def _text(of: Element) -> Iterator[str]:
    for one in of:
        name = local(one)
        if name == "t":
            yield one.text or ""
        elif name in _SIGNS:
            yield _SIGNS[name]
        elif name not in _GONE:
            yield from _text(one)
