"""When an action is ready, in words, and those words read back: what tables of municipalities write in that column."""

import re
from collections.abc import Mapping
from datetime import date

from pydantic import ValidationError

from baken.core.policy.ready import Ready
from baken.core.vocabulary.months import MONTHS, last_of_month, last_of_quarter, month_name, quarter_of
from baken.core.vocabulary.text import Text

_COUNTS: tuple[Text, ...] = (
    Text("een", "one"),
    Text("twee", "two"),
    Text("drie", "three"),
    Text("vier", "four"),
    Text("vijf", "five"),
    Text("zes", "six"),
    Text("zeven", "seven"),
    Text("acht", "eight"),
    Text("negen", "nine"),
    Text("tien", "ten"),
    Text("elf", "eleven"),
    Text("twaalf", "twelve"),
)
_NUMBER: Mapping[str, int] = {
    **{word: number for number, words in enumerate(_COUNTS, 1) for word in words},
    "één": 1,
    "once": 1,
    "twice": 2,
    "eenmaal": 1,
    "tweemaal": 2,
    "driemaal": 3,
    "viermaal": 4,
}
_ORDINALS = {
    "eerste": 1,
    "first": 1,
    "tweede": 2,
    "second": 2,
    "derde": 3,
    "third": 3,
    "vierde": 4,
    "fourth": 4,
}
_MONTH: Mapping[str, int] = {
    short.lower(): number
    for number, words in enumerate(MONTHS, 1)
    for word in words
    for short in (word, word[:3], word[:4] if word.startswith("sep") or word.startswith("Sep") else word)
} | {"mrt": 3}
_M = "|".join(sorted(_MONTH, key=len, reverse=True))
_N = r"\d{1,2}|" + "|".join(sorted(_NUMBER, key=len, reverse=True))
_ONGOING = re.compile(r"doorlopend|continu|lopend|permanent|structureel|ongoing|continuous(?:ly)?")
_DAY_WORDS = re.compile(rf"(?P<day>\d{{1,2}}) (?P<month>{_M})\.? (?P<year>\d{{4}})")
_DAY_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_DAY_DUTCH = re.compile(r"(?P<day>\d{1,2})[-/.](?P<month>\d{1,2})[-/.](?P<year>\d{4})")
_IN_MONTH = re.compile(rf"(?P<month>{_M})\.? (?P<year>\d{{4}})")
_IN_QUARTER = (
    re.compile(r"(?:q|kw\.? ?|kwartaal ?|quarter ?)(?P<quarter>[1-4])(?:,? ?|-)(?:van |of )?(?P<year>\d{4})"),
    re.compile(r"(?P<year>\d{4})[ -]?(?:q|kwartaal ?)(?P<quarter>[1-4])"),
    re.compile(
        r"(?P<quarter>[1-4]|eerste|tweede|derde|vierde|first|second|third|fourth)(?:e|de|ste|st|nd|rd|th)?"
        r" (?:kwartaal|kw\.?|quarter)(?: van| of)? (?P<year>\d{4})"
    ),
)
_EVERY = re.compile(
    rf"(?:(?:elke?|iedere?|om de|every|(?:eens|1 ?x|een keer) (?:per|in de|elke)) (?:(?P<years>{_N}) )?(?:jaar|years?)"
    rf"|(?P<joined>{_N})? ?-?(?:jaarlijks|yearly)) in (?P<month>{_M})\.?(?:,? (?:vanaf|from) (?P<year>\d{{4}}))?"
)
_LEAST = r"(?:minimaal |min\.? ?|minstens |ten minste |tenminste |at least )?"
_TIMES = re.compile(
    rf"{_LEAST}(?P<times>{_N}) ?(?:x|keer|maal|times?)? ?(?:per|/|in het|a|each|every) ?(?:jaar|year)"
)
_TIMES_NAMED = {
    "jaarlijks": 1,
    "elk jaar": 1,
    "ieder jaar": 1,
    "yearly": 1,
    "halfjaarlijks": 2,
    "elk half jaar": 2,
    "elk kwartaal": 4,
    "per kwartaal": 4,
    "maandelijks": 12,
    "elke maand": 12,
}
_BEFORE = re.compile(r"^(?:(?:uiterlijk|gereed|klaar|by|in) (?:in |op |eind )?|eind )(?=\S)")


def ready_words(ready: Ready) -> Text:
    """Return when something is ready, as people write it."""
    on = ready.on
    if on is not None and ready.kind == "date":
        return _dated(on, str(on.day))
    if on is not None and ready.kind == "month":
        return _dated(on)
    if on is not None and ready.kind == "quarter":
        return Text("Q{q} {year}", "Q{q} {year}").format(q=quarter_of(on), year=on.year)
    if on is not None and ready.kind == "every":
        often = (
            Text("elk jaar", "every year")
            if ready.every_years == 1
            else Text("elke {n} jaar", "every {n} years").format(n=_count(ready.every_years or 1))
        )
        frame = Text("{often} in {month}, vanaf {year}", "{often} in {month}, from {year}")
        return frame.format(often=often, month=month_name(on.month), year=on.year)
    if ready.kind == "times":
        once = Text("minimaal 1 keer per jaar", "at least once a year")
        many = Text("minimaal {n} keer per jaar", "at least {n} times a year").format(n=ready.times)
        return once if ready.times == 1 else many
    return Text("doorlopend", "ongoing")


def parse_ready(words: str, since: date | None = None) -> Ready | None:
    """Return what the words say, or None where nobody can be sure.

    `since`: the first day of the programme, from which "every two years in December" counts when it names no year: then
    the first time is two years later; what comes back each year begins at once.
    """
    said = _BEFORE.sub("", " ".join(words.lower().split()).strip(" .;"))
    try:
        return _parsed(said, since)
    except (ValueError, ValidationError):
        return None  # 31 February, or a number that cannot be


def _parsed(said: str, since: date | None) -> Ready | None:
    if _ONGOING.fullmatch(said):
        return Ready(kind="ongoing")
    for pattern in (_DAY_WORDS, _DAY_ISO, _DAY_DUTCH):
        if found := pattern.fullmatch(said):
            month = _MONTH.get(found["month"]) or int(found["month"])
            return Ready(kind="date", on=date(int(found["year"]), month, int(found["day"])))
    if found := _IN_MONTH.fullmatch(said):
        return Ready(kind="month", on=last_of_month(int(found["year"]), _MONTH[found["month"]]))
    for pattern in _IN_QUARTER:
        if found := pattern.fullmatch(said):
            quarter = _ORDINALS.get(found["quarter"]) or int(found["quarter"])
            return Ready(kind="quarter", on=last_of_quarter(date(int(found["year"]), quarter * 3, 1)))
    if found := _EVERY.fullmatch(said):
        years = _number(found["years"] or found["joined"] or "1")
        month = _MONTH[found["month"]]
        first = int(found["year"]) if found["year"] else _first_year(years, month, since)
        if first is not None:
            return Ready(kind="every", every_years=years, month=month, on=last_of_month(first, month))
    times = _TIMES_NAMED.get(said)
    if times is None and (found := _TIMES.fullmatch(said)):
        times = _number(found["times"])
    return Ready(kind="times", times=times) if times is not None else None


def _first_year(years: int, month: int, since: date | None) -> int | None:
    if since is None:
        return None
    year = since.year + (years if years > 1 else 0)
    return year if month >= since.month else year + 1


def _number(word: str) -> int:
    return _NUMBER.get(word) or int(word)


def _count(number: int) -> Text:
    return _COUNTS[number - 1] if number <= len(_COUNTS) else Text(str(number), str(number))


def _dated(on: date, day: str = "") -> Text:
    frame = (
        Text("{day} {month} {year}", "{day} {month} {year}")
        if day
        else Text("{month} {year}", "{month} {year}")
    )
    return frame.format(day=day, month=month_name(on.month), year=on.year)
