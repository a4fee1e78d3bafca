"""Finds, in words that are about no case, what leads to one: the reference of a signal or file, or a long id.

A reference is six letters and digits in capitals, without 0, 1, I and O (`baken.ledger.projections`); papers to
partners carry eight of an id. Ordinary words are written small, so capitals without a word around them are refused,
and small letters only where a digit stands among them. A postcode looks the same, and leads to a few addresses.
"""

import re

_LETTERS = "A-HJ-NP-Z"
_PIECE = re.compile(r"[\w-]+")
_LONG = re.compile(r"\A[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\Z", re.IGNORECASE)
_SHORT = re.compile(rf"\A[{_LETTERS}2-9]{{6}}\Z")
_PAPER = re.compile(r"\A(?=.*\d)(?=.*[A-F])[0-9A-F]{8}\Z")


def reference_in(text: str) -> str | None:
    """Return the first thing in a text that looks like the reference of a signal or file, as it stands there."""
    for found in _PIECE.finditer(text):
        word = found.group().strip("-_")
        if _LONG.match(word) or _looks(word):
            return word
    return None


def _looks(word: str) -> bool:
    raised = word.upper()
    if not (_SHORT.match(raised) or _PAPER.match(raised)):
        return False
    mixed = any(sign.isdigit() for sign in word) and any(sign.isalpha() for sign in word)
    return mixed or (word.isalpha() and word == raised)
