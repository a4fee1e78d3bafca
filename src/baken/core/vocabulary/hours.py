"""Hours: the kinds of work they are booked on, and how people write a length of time."""

import re
from collections.abc import Mapping

from baken.core.vocabulary.text import Text

SIGNAL = "signal"
KINDS: Mapping[str, Text] = {
    SIGNAL: Text("werk aan signalen", "work on signals"),
    "meetings": Text("overleggen", "meetings"),
    "training": Text("trainingen geven of volgen", "giving or taking training"),
    "outreach": Text("voorlichting en campagnes", "outreach and campaigns"),
    "programme": Text("beleid en programma", "policy and programme"),
}
"""Used where a policy names no kinds. They are those of the national policy."""

MOST_MINUTES = 24 * 60
HOUR = 60

_UNIT_MINUTES = "(?:m|min|minuut|minuten|minute|minutes)"
_UNIT_HOURS = "(?:u|uur|uren|h|hr|hour|hours)"
_PLAIN = re.compile(rf"([0-9]{{1,4}})\s*{_UNIT_MINUTES}?")
_CLOCK = re.compile(r"([0-9]{1,3}):([0-5][0-9])")
_BOTH = re.compile(rf"([0-9]{{1,3}})\s*{_UNIT_HOURS}\s*(?:en |and )?([0-5]?[0-9])\s*{_UNIT_MINUTES}?")
_HOURS = re.compile(rf"([0-9]{{1,3}})(?:[.,]([0-9]{{1,3}}))?\s*{_UNIT_HOURS}")
_SAID = {
    "kwartier": 15,
    "een kwartier": 15,
    "half uur": 30,
    "een half uur": 30,
    "half an hour": 30,
    "drie kwartier": 45,
    "uur": HOUR,
    "een uur": HOUR,
    "an hour": HOUR,
    "anderhalf uur": 90,
}


def minutes(written: str) -> int | None:
    """Return how many minutes somebody wrote: "20", "20 min", "1u30", "1:30", "0,5 uur". None: that is no length.

    A number alone is minutes. A broken number needs its unit: "1,5" may be minutes or hours, and "1.30" both.
    """
    told = " ".join(written.casefold().split()).removesuffix(".")
    if told in _SAID:
        return _SAID[told]
    if found := _PLAIN.fullmatch(told):
        return int(found[1])
    if found := _CLOCK.fullmatch(told) or _BOTH.fullmatch(told):
        return int(found[1]) * HOUR + int(found[2])
    if found := _HOURS.fullmatch(told):
        part = found[2] or "0"
        scale: int = 10 ** len(part)
        return int(found[1]) * HOUR + (2 * int(part) * HOUR + scale) // (2 * scale)
    return None


def in_words(number: int) -> Text:
    """Return minutes as people say them: "20 minuten", "1 uur en 30 minuten". `minutes` reads it back."""
    hours, rest = divmod(number, HOUR)
    some = Text("1 minuut", "1 minute") if rest == 1 else Text(f"{rest} minuten", f"{rest} minutes")
    whole = Text(f"{hours} uur", "1 hour" if hours == 1 else f"{hours} hours")
    if not hours:
        return some
    return Text("{whole} en {some}", "{whole} and {some}").format(whole=whole, some=some) if rest else whole


def in_hours(number: int) -> int:
    """Return minutes as whole hours, the half hour up: sums are told in hours."""
    return (number + HOUR // 2) // HOUR
