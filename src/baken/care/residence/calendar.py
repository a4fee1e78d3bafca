"""The days of terms for a calendar elsewhere: a reference and neutral words, so that whoever sees it learns nothing.

No name, no address, no kind of residence, and not what the term is about (iCalendar, RFC 5545).
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import uuid5

from baken.core.vocabulary.text import Text
from baken.ledger.models import DeadlineRow
from baken.web.fields import said

_WORDS = Text("Baken: er is iets te doen ({reference})", "Baken: there is something to do ({reference})")


def of(rows: Iterable[DeadlineRow], now: datetime) -> str:
    """Return a calendar with one whole day for each term; the same term is the same entry when it is fetched again."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Baken//Termijnen//NL"]
    for row in rows:
        lines += [
            "BEGIN:VEVENT",
            f"UID:{uuid5(row.stream_id, f'{row.deadline} {row.on}')}",
            f"DTSTAMP:{now:%Y%m%dT%H%M%SZ}",
            f"DTSTART;VALUE=DATE:{row.on:%Y%m%d}",
            f"DTEND;VALUE=DATE:{row.on + timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{said(_WORDS, reference=row.reference)}",
            "CLASS:PRIVATE",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    return "\r\n".join([*lines, "END:VCALENDAR", ""])
