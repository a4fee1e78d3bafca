"""Finds days in free text that no calendar has, so that a slip is seen while it can be mended."""

import re
from datetime import date

# 3-11-2026, 3/11/2026, 3.11.2026 and 2026-11-03; words such as "elke nacht" are left alone.
_DAY_FIRST = re.compile(r"(?<![\d.,/-])(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)")
_YEAR_FIRST = re.compile(r"(?<![\d.,/-])(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")


def impossible_day(text: str) -> str:
    """Return the first thing in the text that looks like a day and is none, or nothing."""
    written = [(m.start(), m[0], m[4], m[3], m[1]) for m in _DAY_FIRST.finditer(text)]
    written += [(m.start(), m[0], m[1], m[2], m[3]) for m in _YEAR_FIRST.finditer(text)]
    wrong = (day for _, day, year, month, number in sorted(written) if not _exists(year, month, number))
    return next(wrong, "")


def _exists(year: str, month: str, day: str) -> bool:
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return False
    return True
