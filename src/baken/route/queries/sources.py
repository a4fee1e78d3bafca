"""Says who, since when: the document and place behind a step, and the day from which it counts."""

import re

from baken.core.policy.base import Element
from baken.core.policy.bundle import Bundle
from baken.core.vocabulary.text import Text
from baken.route.queries.words import day

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
    nl, en = source
    for document in bundle.documents:
        nl = nl.replace(f"{document.id}, ", f"{document.title}, ")
        en = en.replace(f"{document.id}, ", f"{document.title}, ")
    return Text(nl, en)


def policy(bundle: Bundle) -> Text:
    """Return whose policy a signal follows, and since when it counts (ROUTE-02)."""
    return Text(
        "Dit signaal volgt het beleid van {name}, geldig vanaf {day}: het beleid van de dag van de melding.",
        "This signal follows the policy of {name}, valid from {day}: the policy of the day of the report.",
    ).format(name=bundle.name, day=day(bundle.valid_from))


def _chosen(element: Element) -> Text:
    """Say why it was chosen; the numbers of requirements are for who writes policies, and are left out."""
    nl, en = (_NUMBERS.sub("", why) for why in element.chosen or Text("", ""))
    return Text(f"eigen keuze: {nl}", f"own choice: {en}")
