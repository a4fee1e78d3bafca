"""Reads the words of a PDF as a partner's screen reader would: glyphs back to letters, in the order of the page."""

import io
import re

import pikepdf

_RANGE = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")
_CHAR = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")


def text_of(pdf: bytes) -> str:
    """Return all text of a PDF; nothing between two pieces that are shown side by side."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return "\n".join(_page(page) for page in document.pages)


def everything_of(pdf: bytes) -> bytes:
    """Return every object of a PDF, unpacked: also what no page shows."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        streams = [o.read_bytes() for o in document.objects if isinstance(o, pikepdf.Stream)]
        return b"\n".join(
            [*streams, *(o.unparse() for o in document.objects if not isinstance(o, pikepdf.Stream))]
        )


def _page(page: pikepdf.Page) -> str:
    letters = {name: _letters(font) for name, font in page.obj.Resources.Font.items()}
    found, font = [], {}
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "Tf":
                font = letters[str(operands[0])]
            case "Tj":
                found.append(_said(bytes(operands[0]), font))
            case "TJ":
                found += [_said(bytes(o), font) for o in operands[0] if isinstance(o, pikepdf.String)]
            case "ET" | "Td" | "Tm":
                found.append("\n" if str(operator) == "ET" else "")
    return "".join(found)


def _said(glyphs: bytes, font: dict[int, str]) -> str:
    return "".join(
        font.get(int.from_bytes(glyphs[at : at + 2], "big"), "?") for at in range(0, len(glyphs), 2)
    )


def _letters(font: pikepdf.Object) -> dict[int, str]:
    """What each glyph of a font stands for."""
    table = font.ToUnicode.read_bytes()
    found: dict[int, str] = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", table, re.S):
        for glyph, letters in _CHAR.findall(block):
            found[int(glyph, 16)] = bytes.fromhex(letters.decode()).decode("utf-16-be")
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", table, re.S):
        for first, last, letter in _RANGE.findall(block):
            for step, glyph in enumerate(range(int(first, 16), int(last, 16) + 1)):
                found[glyph] = chr(int(letter, 16) + step)
    return found
