"""Where every part of a drawing comes from: the document by its title, or our own choice with its reason."""

import re

from baken.core.policy.bundle import Bundle
from baken.core.policy.knowledge import Document
from baken.core.vocabulary.text import Text

# The numbers of requirements are for who writes policies.
_NUMBERS = re.compile(r" \([A-Z]+-?\d+(?:, [A-Z]+-?\d+)*\)")
_CHOSEN = Text("gekozen: ", "chosen: ")
_OWN = Text("eigen keuze: ", "own choice: ")


def titled(bundle: Bundle, says_who: Text) -> Text:
    """Return a source with the titles of its documents in place of their ids."""
    nl, en = says_who
    if nl.startswith(_CHOSEN.nl):
        return Text(*(_NUMBERS.sub("", words) for words in (_OWN.nl + nl[9:], _OWN.en + en[8:])))
    for document in bundle.documents:
        nl = nl.replace(f"{document.id}, ", f"{document.title}, ")
        en = en.replace(f"{document.id}, ", f"{document.title}, ")
    return Text(nl, en)


def documents_of(bundle: Bundle) -> tuple[Document, ...]:
    """Return the documents that the route cites, in the policy's order."""
    elements = (*bundle.steps, *bundle.questions, *bundle.advice, *bundle.referrals, *bundle.holds)
    cited = {one.source.document for one in elements if one.source is not None}
    return tuple(document for document in bundle.documents if document.id in cited)
