"""A whole policy as pages of elements, made once per bundle and kept, since a bundle never changes."""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from baken.core.policy.bundle import Bundle
from baken.core.policy.library import Library
from baken.core.vocabulary.text import Text
from baken.ledger import policies
from baken.policy.library import name_of
from baken.policy.reading.entries import Entry, Part, Saying
from baken.policy.reading.on_care import care_page
from baken.policy.reading.on_grounds import card, grounds
from baken.policy.reading.on_partners import partners, places, tables
from baken.policy.reading.on_programme import programme_page
from baken.policy.reading.on_promises import promises
from baken.policy.reading.on_route import route, what_comes_first, who_must_know
from baken.policy.reading.on_training import level_page, training_page

PAGES: Mapping[str, Callable[[Saying], Part]] = {
    "route": route,
    "wie-moet-het-weten": who_must_know,
    "wat-eerst-moet": what_comes_first,
    "overleggen": tables,
    "partners": partners,
    "bronnen-en-grondslagen": grounds,
    "meldpunten": places,
    "signalenkaart": card,
    "zorg": care_page,
    "programma": programme_page,
    "basisniveau": level_page,
    "trainingen": training_page,
    "beloften": promises,
}
PARTS: tuple[str, ...] = tuple(PAGES)


@lru_cache(maxsize=32)
def book(bundle_id: str, there: Library, query: str = "") -> dict[str, Part]:
    """Return the pages of a stored bundle by slug; `query` keeps the links within the version asked for."""
    return written(policies.bundle(bundle_id), there, query)


def written(bundle: Bundle, there: Library, query: str = "") -> dict[str, Part]:
    """Return the pages of a bundle by slug."""
    saying = Saying(bundle, lambda policy_id: name_of(there, policy_id), query)
    return {slug: page(saying) for slug, page in PAGES.items()}


def found(pages: Iterable[Part], word: str) -> list[tuple[Part, list[Entry]]]:
    """Return the elements in which every one of these words occurs, per page, in either language."""
    wanted = word.casefold().split()
    hits = [
        (part, [entry for entry in part.entries if all(one in _all_words(entry) for one in wanted)])
        for part in pages
    ]
    return [(part, entries) for part, entries in hits if entries]


def _all_words(entry: Entry) -> str:
    said: list[str] = [entry.key]
    for one in (entry.title, *entry.marks, *entry.words, entry.source, entry.chosen, entry.whose):
        said.extend(one)
    for line in entry.lines:
        said.extend(_words(line.value))
    return " ".join(said).casefold()


def _words(value: object) -> list[str]:
    if isinstance(value, Text):
        return [value.nl, value.en]
    if isinstance(value, list | tuple):
        return [word for one in value for word in _words(one)]
    label = getattr(value, "label", value)
    return [label] if isinstance(label, str) else _words(label) if isinstance(label, Text) else []
