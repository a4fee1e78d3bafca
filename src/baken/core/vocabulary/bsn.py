"""Recognising a citizen service number (BSN) in a text; nobody may write one down here (V19)."""

import re

_NINE_DIGITS = re.compile(r"(?<![\d.,])\d{9}(?![\d.,]?\d)")
_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def bsn_in(value: str) -> str:
    """Return the first number in the text that passes the test for a BSN, or nothing."""
    return next((number for number in _NINE_DIGITS.findall(value) if _passes(number)), "")


def _passes(number: str) -> bool:
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number, strict=True))
    return int(number) > 0 and total % 11 == 0
