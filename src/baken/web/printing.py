"""Documents on paper: a tagged PDF (PDF/UA-1) from a template of some room and plain words.

A template is a `.typ` file that imports what all papers share from `/web/typst/paper.typ`. Words come in as data:
whatever people wrote is printed as it stands, and never read as markup.
"""

import json
import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import typst

from baken.core.vocabulary.text import Text

ROOT = Path(__file__).resolve().parents[1]
FICTIONAL = Text("Fictief: dit hoort bij een demonstratie.", "Fictional: this belongs to a demonstration.")

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


def make(template: Path, document: Mapping[str, Any]) -> bytes:
    """Return the PDF of `document`, printed with `template`.

    Every paper has `title`, `sender`, `lang`, `notice` (empty where there is nothing to warn of) and `footer`; the
    template says what else it wants.
    """
    plain = json.dumps(_printable(document))
    made = typst.compile(
        template,
        root=ROOT,
        sys_inputs={"document": plain},
        pdf_standards=["ua-1"],
        ignore_system_fonts=True,
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
