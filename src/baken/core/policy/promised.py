"""What the national basis promises counts everywhere: no region or municipality drops or replaces it."""

from collections.abc import Iterator, Sequence

from baken.core.policy.errors import PolicyError
from baken.core.policy.items import Item
from baken.core.policy.parse import PolicyFolder
from baken.core.vocabulary.text import Text


def broken_national_promises(layers: Sequence[PolicyFolder]) -> Iterator[PolicyError]:
    """Yield every place where a layer takes away or rewrites a national promise."""
    national = {
        item.element.id
        for layer in layers
        if layer.head.element.kind == "national"
        for item in layer.sections.get("properties", ())
    }
    for layer in layers:
        if layer.head.element.kind == "national":
            continue
        for drop in layer.drops:
            section, _, name = drop.element.element.partition(".")
            if section == "properties" and name in national:
                yield _kept(drop, ("element",), name)
        for item in layer.sections.get("properties", ()):
            if item.element.id in national:
                yield _kept(item, ("id",), item.element.id)


def _kept(item: Item, path: tuple[str], name: str) -> PolicyError:
    return item.wrong(
        path,
        Text(
            f"`{name}` is een landelijke belofte en blijft staan.",
            f"`{name}` is a national promise and stays.",
        ),
        Text(
            "Elk signaal in Nederland mag daarop rekenen; een regio of gemeente kan alleen meer beloven.",
            "Every signal in the country may count on it; a region or municipality can only promise more.",
        ),
        Text(
            "Haal dit onderdeel weg, of geef uw eigen belofte een ander id.",
            "Take this item away, or give your own promise another id.",
        ),
    )
