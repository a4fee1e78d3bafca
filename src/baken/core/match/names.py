"""Comparing names as people write them: without accents, particles and order; one letter apart still counts.

Nothing is ranked (V14): two names are the same, almost the same, or share a part, and a person decides.
"""

import re
import unicodedata
from typing import Literal

_PARTICLES = (
    "van de der den het t ter ten te tot in op aan bij uit von zu la le el al bin ben ibn abu da do dos di du"
)
PARTICLES = frozenset(_PARTICLES.split(" "))
_SPECIAL = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "'": "",
        "’": "",
    }
)
_WORDS = re.compile(r"[^\W_]+")
_LONG, _ENOUGH = 5, 3

Alike = Literal["whole", "nearly", "part"]


def words(text: str) -> list[str]:
    """Return the words of a text, without accents, capitals and apostrophes."""
    flat = unicodedata.normalize("NFKD", text.casefold()).translate(_SPECIAL)
    return _WORDS.findall("".join(sign for sign in flat if not unicodedata.combining(sign)))


def name_words(text: str) -> list[str]:
    """Return the words of a name that tell people apart; of a name that is particles alone, all."""
    found = words(text)
    return [one for one in found if one not in PARTICLES] or found


def alike(wanted: str, given: str) -> Alike | None:
    """Return how two names are alike, whatever the order of their words."""
    asked, told = name_words(wanted), name_words(given)
    links = {(a, b): link for a in asked for b in told if (link := _link(a, b))}
    sure = any(link != "initial" and min(len(a), len(b)) >= _ENOUGH for (a, b), link in links.items())
    if not sure and not (asked and asked == told):
        return None
    if {a for a, _b in links} == set(asked) and {b for _a, b in links} == set(told):
        return "whole" if set(asked) == set(told) else "nearly"
    return "part"


def _link(asked: str, told: str) -> str:
    if asked == told:
        return "same"
    if min(len(asked), len(told)) == 1:
        return "initial" if asked[0] == told[0] else ""
    return "near" if min(len(asked), len(told)) >= _LONG and _one_apart(asked, told) else ""


def _one_apart(one: str, other: str) -> bool:
    """Whether one letter more, less or different makes them the same."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1:
        return False
    at = next((n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    skip = 1 if len(short) == len(long) else 0
    return short[at + skip :] == long[at + 1 :]
