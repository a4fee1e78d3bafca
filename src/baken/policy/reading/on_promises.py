"""What the policy promises for every signal there can be, and whether it keeps that."""

from dataclasses import dataclass

from baken.core.policy.properties import Property
from baken.core.prove.proof import PromiseResult, Proof
from baken.core.vocabulary.text import Text
from baken.policy.reading.entries import Entry, Group, Part, Saying


def promises(saying: Saying) -> Part:
    """Return the page of the promises, the municipality's own first."""
    bundle = saying.bundle
    layers = [layer.policy_id for layer in reversed(bundle.layers)]
    return Part(
        "beloften",
        Text("Beloften", "Promises"),
        Text(
            "Wat voor elk signaal moet gelden, ook voor een signaal dat er nog nooit was. Baken rekent na of het "
            "beleid zich daaraan houdt: voor alle feiten en alles wat er al gebeurd kan zijn.",
            "What must hold for every signal, also one that never was before. Baken works out whether the policy "
            "keeps to it: for all facts and everything that may have happened already.",
        ),
        tuple(
            Group(
                saying.whose(layer),
                tuple(_entry(saying, one) for one in bundle.property_list if one.by == layer),
            )
            for layer in layers
        ),
        Text("Dit beleid belooft nog niets.", "This policy promises nothing yet."),
    ).filled()


def _entry(saying: Saying, promise: Property) -> Entry:
    return saying.entry("properties", promise, promise.sentence)


@dataclass(frozen=True, slots=True)
class Tried:
    """A promise with what came of trying it."""

    entry: Entry
    result: PromiseResult


def tried(part: Part, proof: Proof) -> list[tuple[Text, list[Tried]]]:
    """Return the promises under their headings, each with its outcome."""
    results = {f"properties.{one.id}": one for one in proof.promises}
    return [
        (group.heading, [Tried(entry, results[entry.key]) for entry in group.entries])
        for group in part.groups
    ]
