"""Keeping a spreadsheet from taking text in a CSV file for a formula, in a way that can be undone to the letter.

A programme that opens a CSV file may split cells at another sign than the file means, so each place where a cell
could begin is guarded: the beginning, and after a separator, quote or line end. There an apostrophe is put before what
begins a formula, and one more where apostrophes stood already. `plain` takes exactly one away at the same places; a
text such as "'s-Hertogenbosch" is touched by neither. A whole number with a sign (a telephone number) is harmless.
"""

import re

_BEGINS = "[=+\\-@\\t\\r\uff1d\uff0b\uff0d\uff20\u2212]"
_PLACE = '(^|[,;|"\\t\\r\\n])'
_OPEN = re.compile(f"{_PLACE}('*)(?={_BEGINS})")
_GUARDED = re.compile(f"{_PLACE}'('*)(?={_BEGINS})")
_HARMLESS = re.compile(r"[+-]?[0-9]+")


def guarded(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return text if _HARMLESS.fullmatch(text) else _OPEN.sub(r"\1\2'", text)


def plain(text: str) -> str:
    """Return the text as it was before it was guarded."""
    return _GUARDED.sub(r"\1\2", text)
