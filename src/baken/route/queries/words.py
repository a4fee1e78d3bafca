"""Small words in both languages."""

from collections.abc import Iterable
from datetime import date, datetime

from baken.core.derive import sentences
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.text import Text

# What a page need not repeat beside every step: that it goes for every signal, and that advice is advice.
UNSAID = (sentences.ALWAYS, sentences.IS_ADVICE)
MONTHS = (
    ("januari", "January"), ("februari", "February"), ("maart", "March"), ("april", "April"), ("mei", "May"),
    ("juni", "June"), ("juli", "July"), ("augustus", "August"), ("september", "September"), ("oktober", "October"),
    ("november", "November"), ("december", "December"),
)  # fmt: skip


def day(moment: datetime | date) -> Text:
    """Return '3 november 2026', a Dutch day, in both languages."""
    on = civil_date(moment) if isinstance(moment, datetime) else moment
    nl, en = MONTHS[on.month - 1]
    return Text(f"{on.day} {nl} {on.year}", f"{on.day} {en} {on.year}")


def telling(reasons: Iterable[Text]) -> tuple[Text, ...]:
    """Leave out reasons that say nothing about this signal, and those said twice."""
    return tuple(reason for reason in dict.fromkeys(reasons) if reason not in UNSAID)
