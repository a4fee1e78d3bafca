"""Finding words on the card. What somebody searches for is read, answered and forgotten: it is kept nowhere."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from baken.card.queries import CardShown
from baken.core.vocabulary.text import Text

ENDINGS = 3
"""How many letters a searched word may be longer than one on the card: `paspoorten` finds `paspoort`."""
SHORTEST = 4
"""Shorter words than this say too little to count their endings."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Something on the card that answers a search, and the part of the card where it stands."""

    part: str | Text
    words: Text


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a search. `whole`: every word occurs in each hit; otherwise each hit has some of them."""

    hits: tuple[Hit, ...]
    whole: bool


def search(card: CardShown, asked: str, parts: dict[str, str | Text]) -> Found:
    """Return what on the card has the words that were asked; where nothing has all of them, what has some.

    `parts` names the parts that have no name of their own. Both languages are looked through.
    """
    wanted = list(dict.fromkeys(_words(asked)))
    scored = [(sum(_occurs(word, hit) for word in wanted), hit) for hit in _everything(card, parts)]
    whole = tuple(hit for score, hit in scored if wanted and score == len(wanted))
    if whole:
        return Found(whole, whole=True)
    best = sorted((pair for pair in scored if pair[0]), key=lambda pair: -pair[0])
    return Found(tuple(hit for _, hit in best), whole=False)


def _everything(card: CardShown, parts: dict[str, str | Text]) -> Iterator[Hit]:
    for group in card.groups:
        yield from (Hit(group.name, words) for words in group.items)
    for name, own in (
        ("dont", card.dont),
        ("do", card.do),
        ("note", card.note),
        ("vulnerability", card.vulnerability),
        ("tools", tuple(tool.words for tool in card.tools)),
    ):
        yield from (Hit(parts[name], words) for words in own)


def _occurs(word: str, hit: Hit) -> bool:
    text = " ".join(_words(" ".join(hit.words)))
    return word in text or any(
        len(here) >= SHORTEST and word.startswith(here) and len(word) - len(here) <= ENDINGS
        for here in text.split()
    )


def _words(text: str) -> list[str]:
    """Return the words of a text without capitals, accents and signs."""
    plain = "".join(
        sign for sign in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(sign)
    )
    return re.findall(r"\w+", plain)
