"""One text, laid down by each municipality in a document of its own: whose document a page then names.

Municipalities of a region may each adopt the same words. The region's elements cite the shared text; a
municipality's document that `stands_for` it takes its place, so that its pages name what its own college adopted.
"""

from collections.abc import Iterator

from baken.core.policy.errors import PolicyError, suggest
from baken.core.policy.items import Item
from baken.core.vocabulary.text import Text

Sections = dict[str, list[Item]]


def own_documents(sections: Sections) -> list[PolicyError]:
    """Let every source name the municipality's own document where that stands for a shared one."""
    errors = list(_unknown(sections))
    documents = [item.element for item in sections["documents"]]
    instead = {document.stands_for: document.id for document in documents if document.stands_for}
    if instead and not errors:
        for section, items in sections.items():
            sections[section] = [_citing(item, instead) for item in items]
    return errors


def _citing(item: Item, instead: dict[str, str]) -> Item:
    source = getattr(item.element, "source", None)
    if source is None or source.document not in instead:
        return item
    own = source.model_copy(update={"document": instead[source.document]})
    return Item(item.section, item.element.model_copy(update={"source": own}), item.file, item.lines)


def _unknown(sections: Sections) -> Iterator[PolicyError]:
    known = [item.element.id for item in sections["documents"]]
    for item in sections["documents"]:
        shared = item.element.stands_for
        if shared is not None and (shared not in known or shared == item.element.id):
            yield item.wrong(
                ("stands_for",),
                Text(f"Er is geen ander document `{shared}`.", f"There is no other document `{shared}`."),
                Text(
                    "`stands_for` noemt een document van de regio dat hier onder eigen naam geldt.",
                    "`stands_for` names a document of the region that counts here under its own name.",
                ),
                suggest(shared, known, Text("Haal `stands_for` weg.", "Remove `stands_for`.")),
            )
