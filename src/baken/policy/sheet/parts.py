"""The parts of a route sheet before they are printed: titles, lists and tables of words in both languages."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from baken.core.policy.bundle import Bundle
from baken.core.policy.models import Partner
from baken.core.vocabulary.text import Text
from baken.policy.sheet import words
from baken.web.places import short

Book = Mapping[str, Sequence[str]]
"""The organisation's own contacts, in one line each, by partner."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the sheet: perhaps words before it, then lists or a table."""

    title: Text
    lead: Text | None = None
    lists: tuple[tuple[Text | None, tuple["Point", ...]], ...] = ()
    numbered: bool = False
    headers: tuple[Text, ...] = ()
    widths: tuple[int, ...] = ()
    rows: tuple[tuple[Text, ...], ...] = ()

    @property
    def empty(self) -> bool:
        """Whether there is nothing to print."""
        return not self.rows and not any(points for _, points in self.lists)


@dataclass(frozen=True, slots=True)
class Point:
    """One item of a list, with what is worth knowing about it."""

    words: Text
    details: tuple[tuple[Text, Text], ...] = ()


def reach(partner: Partner, book: Book) -> Text:
    """Return how a partner is reached: our own contacts first, then what the policy says; a dash where neither does."""
    contact = partner.contact
    found = (
        *(same(line) for line in book.get(partner.id, ())),
        maybe(contact.phone),
        maybe(contact.email),
        maybe(short(contact.web) if contact.web else None),
        contact.note,
        words.IN_BAKEN if partner.organisation else None,
    )
    return lines(part for part in found if part) if any(found) else words.NOWHERE


def names(bundle: Bundle, ids: Iterable[str]) -> Text:
    found = [bundle.name_of(one) for one in ids]
    return Text(", ".join(name.nl for name in found), ", ".join(name.en for name in found))


def lines(parts: Iterable[Text]) -> Text:
    found = list(parts)
    return Text("\n".join(part.nl for part in found), "\n".join(part.en for part in found))


def same(words: str) -> Text:
    return Text(words, words)


def maybe(words: str | None) -> Text | None:
    return same(words) if words else None
