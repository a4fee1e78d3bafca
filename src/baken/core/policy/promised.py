"""What the national basis promises counts everywhere: no region or municipality drops or replaces it."""

from collections.abc import Iterator, Sequence

from baken.core.policy.errors import PolicyError
from baken.core.policy.items import Item
from baken.core.policy.parse import PolicyFolder
from baken.core.vocabulary.text import Text


def broken_national_promises(layers: Sequence[PolicyFolder]) -> Iterator[PolicyError]:
    """Yield every place where a layer takes away or rewrites a national promise, or stands where there are none."""
    yield from _misplaced(layers)
    national = {
        item.element.id
        for layer in layers
        if layer is layers[0] and layer.head.element.kind == "national"
        for item in layer.sections.get("properties", ())
    }
    for layer in layers[1:]:
        for drop in layer.drops:
            section, _, name = drop.element.element.partition(".")
            if section == "properties" and name in national:
                yield _kept(drop, ("element",), name)
        for item in layer.sections.get("properties", ()):
            if item.element.id in national:
                yield _kept(item, ("id",), item.element.id)


def _misplaced(layers: Sequence[PolicyFolder]) -> Iterator[PolicyError]:
    """The national basis is the ground that all others build on: whoever builds on something is not it."""
    lowest = layers[0].head
    if lowest.element.kind != "national":
        yield lowest.wrong(
            ("kind",),
            Text(
                f"`{lowest.element.id}` bouwt niet op de landelijke basis.",
                f"`{lowest.element.id}` does not build on the national basis.",
            ),
            Text(
                "Dan gelden de landelijke beloften hier niet.",
                "Then the national promises do not count here.",
            ),
            Text("Zet `extends: national` erbij, of een regio.", "Add `extends: national`, or a region."),
        )
    for layer in layers[1:]:
        if layer.head.element.kind == "national":
            yield layer.head.wrong(
                ("kind",),
                Text(
                    f"`{layer.policy_id}` is niet de landelijke basis.",
                    f"`{layer.policy_id}` is not the national basis.",
                ),
                Text(
                    "Wat op ander beleid bouwt, is van een regio of een gemeente.",
                    "What builds on another policy is a region's or a municipality's.",
                ),
                Text(
                    "Schrijf `kind: region` of `kind: municipality`.",
                    "Write `kind: region` or `kind: municipality`.",
                ),
            )


def only_the_basis_is_national(head: Item) -> PolicyError:
    """Return the mistake that an organisation calls its own policy the national basis."""
    return head.wrong(
        ("kind",),
        Text(
            "Een organisatie neemt geen landelijke basis in gebruik.",
            "An organisation puts no national basis into use.",
        ),
        Text(
            "De landelijke basis komt met Baken mee; haar beloften gelden voor iedereen.",
            "The national basis comes with Baken; its promises count for everybody.",
        ),
        Text(
            "Schrijf `kind: region` of `kind: municipality`, en waar dit beleid op bouwt bij `extends`.",
            "Write `kind: region` or `kind: municipality`, and at `extends` what this policy builds on.",
        ),
    )


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
