"""Says who, since when: the document and place behind a rule, as a reader sees it."""

import re

from baken.core.policy.base import Element
from baken.core.policy.bundle import Bundle
from baken.core.vocabulary.text import Text

_DOCUMENT = re.compile(r"(?:^|(?<=; ))[a-z0-9_-]+(?=, )")  # where a source begins; never within a title
_NUMBERS = re.compile(r" \([A-Z]+-?\d+(?:, [A-Z]+-?\d+)*\)")


def of(bundle: Bundle, element: Element | None) -> Text:
    """Return where an element comes from, with the document's own title."""
    if element is None:
        return Text("", "")
    if element.source is None:
        return _chosen(element)
    titles = {document.id: document.title for document in bundle.documents}
    title = titles.get(element.source.document, element.source.document)
    line = f"{title}, {element.source.place}"
    return Text(line, line)


def titled(bundle: Bundle, source: Text) -> Text:
    """Return a source of the route with the titles of its documents in place of their ids."""
    titles = {document.id: document.title for document in bundle.documents}

    def titled_(line: str) -> str:
        return _NUMBERS.sub("", _DOCUMENT.sub(lambda found: titles.get(found[0], found[0]), line))

    return Text(titled_(source.nl), titled_(source.en))


def reason(element: Element) -> Text:
    """Return why it was chosen."""
    return readable(element.chosen or Text("", ""))


def readable(words: Text) -> Text:
    """Return words without the numbers of requirements, which are for who writes policies."""
    return Text(_NUMBERS.sub("", words.nl), _NUMBERS.sub("", words.en))


def _chosen(element: Element) -> Text:
    return Text("eigen keuze: {why}", "own choice: {why}").format(why=reason(element))
