"""Information for clients as it stands now: in Dutch, in English, and in what others translated and checked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from baken.care.common import room
from baken.care.offer.models import Translation
from baken.core.policy.bundle import Bundle
from baken.core.vocabulary import information as own
from baken.core.vocabulary import offer
from baken.core.vocabulary.information import Part
from baken.core.vocabulary.text import Text
from baken.tenancy import kept
from baken.web import printing, sources

OURS: Mapping[str, str] = {"nl": "Nederlands", "en": "English"}
TITLE = "title"


@dataclass(frozen=True, slots=True)
class Leaflet:
    """The information in one language, ready for a client."""

    language: str
    title: str
    parts: Sequence[Part]

    @property
    def direction(self) -> str:
        """How the language is written."""
        return "rtl" if self.language in offer.FROM_THE_RIGHT else "ltr"

    @property
    def printable(self) -> bool:
        """Whether a PDF has the letters for it; else the page is printed."""
        words = [self.title, *(word for part in self.parts for word in (part.title, *part.lines))]
        return all(printing.printable(word) == word for word in words)


@dataclass(frozen=True, slots=True)
class Founded:
    """One piece with what it rests on, for whoever gives it: sources, and whether all of them were read."""

    part: Part
    sources: Sequence[Text]
    confirmed: bool


def heading(piece: str) -> str:
    """Return under which name the heading of a piece is kept."""
    return f"{piece}_title"


def names() -> list[str]:
    """Return under which names a translation is kept: its title, and of each piece the heading and the text."""
    return [TITLE, *(name for piece in own.PIECES for name in (heading(piece.id), piece.id))]


def numbers(now: datetime) -> dict[str, str]:
    """Return the telephone numbers that the policy in force knows."""
    bundle = room.policy(now)
    there = bundle.partners if bundle else {}
    found = {name: there[name].contact for name in own.NUMBERS if name in there}
    return {name: contact.phone for name, contact in found.items() if contact and contact.phone}


def made(language: str, now: datetime) -> Leaflet | None:
    """Return the information in a language; a translation that is unchecked or out of date is not there."""
    if language in OURS:
        return Leaflet(language, own.TITLE.in_(language), own.parts(language, numbers(now)))
    found = translation(language)
    if found is None or not is_ready(found, now):
        return None
    return Leaflet(language, found.texts[TITLE], [_part(piece.id, found.texts) for piece in own.PIECES])


def translation(language: str) -> Translation | None:
    """Return what was translated into a language, checked or not."""
    return kept.kept(Translation).filter(language=language).first()


def is_ready(found: Translation, now: datetime) -> bool:
    """Whether somebody checked it, and the Dutch is still the text that it was made from."""
    return found.checked_on is not None and found.made_from == own.digest(numbers(now))


def founded(now: datetime, language: str) -> list[Founded]:
    """Return every piece with its sources in the policy in force."""
    bundle = room.policy(now)
    pieces = {piece.id: piece for piece in own.PIECES}
    return [_founded(part, pieces[part.id].rests_on, bundle) for part in own.parts(language, numbers(now))]


def _founded(part: Part, rests_on: Sequence[str], bundle: Bundle | None) -> Founded:
    if bundle is None:
        return Founded(part, (), confirmed=not rests_on)
    rules = {one.id: one for one in (*bundle.entitlements, *bundle.deadlines, *bundle.care_steps)}
    behind = [rules[id_] for id_ in rests_on if id_ in rules]
    said = dict.fromkeys(sources.of(bundle, one) for one in behind)
    return Founded(part, tuple(said), len(behind) == len(rests_on) and all(one.confirmed for one in behind))


def _part(id_: str, texts: Mapping[str, str]) -> Part:
    lines = [line.strip() for line in texts[id_].splitlines() if line.strip()]
    return Part(id_, texts[heading(id_)], tuple(lines))
