"""The hand-over as a tagged PDF (PDF/UA-1), for a partner that is not in Baken."""

import json
import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import typst

TEMPLATE = Path(__file__).parent / "typst" / "handover.typ"

_WITHOUT_GLYPH = re.compile(
    "[^\n\u0020-\u007e\u00a0-\u024f\u02b0-\u02ff\u0370-\u04ff\u0510-\u0513\u051a-\u051d"
    "\u1e00-\u1fff\u2010-\u2027\u2030-\u2040\u2042\u2044-\u2052\u2054-\u205e\u20a0-\u20bf\u2190-\u219f]"
)
"""What the fonts inside the PDF maker cannot show. PDF/UA refuses a page with a missing glyph, rightly."""


def printable(text: str) -> str:
    """Return `text` with every character that cannot be printed written out as its code point, so nothing is lost."""
    composed = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return "".join(
        f"[U+{ord(c):04X}]" if _WITHOUT_GLYPH.match(c) or (unicodedata.category(c) == "Cn") else c
        for c in composed
    )


def make(document: Mapping[str, Any]) -> bytes:
    """Return the PDF of a hand-over.

    `document` holds title, sender, lang, notice, facts (name, value), pieces (title, lines), closing (title, lines)
    and footer; every string in it is plain text and is never read as markup.
    """
    plain = json.dumps(_printable(document))
    made = typst.compile(
        TEMPLATE, sys_inputs={"document": plain}, pdf_standards=["ua-1"], ignore_system_fonts=True
    )
    assert isinstance(made, bytes)
    return made


def _printable(value: Any) -> Any:
    match value:
        case str():
            return printable(value)
        case Mapping():
            return {key: _printable(inner) for key, inner in value.items()}
        case list() | tuple():
            return [_printable(inner) for inner in value]
        case _:
            return value
