"""Folding: a municipality's folder over its region's over the national one, checked, frozen into a bundle."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from baken.core.policy.bundle import Bundle, Layer
from baken.core.policy.check import check
from baken.core.policy.errors import PolicyError, PolicyErrors, suggest
from baken.core.policy.items import Item
from baken.core.policy.lawful import unlawful
from baken.core.policy.library import Library, unknown_policy
from baken.core.policy.parse import PolicyFolder
from baken.core.policy.promised import broken_national_promises
from baken.core.policy.sections import FILE_OF, SECTIONS
from baken.core.policy.standing import own_documents
from baken.core.policy.switches import groundless
from baken.core.vocabulary.text import Text

ORDERED = ("steps", "advice", "questions")


@dataclass(frozen=True, slots=True)
class Folded:
    """The lists after folding, with every element's own file and line."""

    layers: tuple[PolicyFolder, ...]
    sections: dict[str, list[Item]]


def resolve(library: Library, policy_id: str, on: date) -> Bundle:
    """Return the bundle of a policy on a day. Raises `PolicyErrors` with every mistake in it or in what it extends."""
    folded, errors = fold(_chain(library, policy_id, on))
    errors.extend(check(folded.layers[-1], folded.sections))
    if errors:
        raise PolicyErrors(errors)
    own = folded.layers[-1]
    return Bundle.model_validate(
        {
            "policy_id": own.policy_id,
            "valid_from": own.valid_from,
            "kind": own.head.element.kind,
            "name": own.head.element.name,
            "wams": next(
                (layer.head.element.wams for layer in reversed(folded.layers) if layer.head.element.wams),
                None,
            ),
            "files": own.head.element.files,  # each municipality answers for this itself
            "room": own.head.element.room,  # and so does each care organisation
            "layers": tuple(
                Layer(policy_id=layer.policy_id, valid_from=layer.valid_from) for layer in folded.layers
            ),
            **{section: tuple(item.element for item in items) for section, items in folded.sections.items()},
        }
    )


def _chain(library: Library, policy_id: str, on: date) -> list[PolicyFolder]:
    chain = [library.folder_on(policy_id, on)]
    errors: list[PolicyError] = []
    while (parent := chain[-1].extends) is not None:
        head = chain[-1].head
        if parent not in library.policy_ids:
            error = unknown_policy(parent, library.policy_ids)
            raise PolicyErrors([head.wrong(("extends",), error.what, error.why, error.do)])
        if any(folder.policy_id == parent for folder in chain):
            raise PolicyErrors(
                [
                    head.wrong(
                        ("extends",),
                        Text(f"`{parent}` bouwt op zichzelf.", f"`{parent}` builds on itself."),
                        Text("Zo is er geen begin.", "That way there is no beginning."),
                        Text("Haal één van de `extends` weg.", "Remove one of the `extends`."),
                    )
                ]
            )
        try:
            chain.append(library.folder_on(parent, on))
        except PolicyErrors as found:
            errors.extend(found.errors)
            break
    if errors:
        raise PolicyErrors(errors)
    return chain[::-1]


def fold(layers: Iterable[PolicyFolder]) -> tuple[Folded, list[PolicyError]]:
    """Fold layers, the most general first."""
    layers = tuple(layers)
    errors: list[PolicyError] = []
    sections: dict[str, list[Item]] = {section: [] for section in SECTIONS}
    for layer in layers:
        for drop in layer.drops:
            _drop(sections, drop, errors)
        for section, items in layer.sections.items():
            for item in items:
                _put(sections[section], _stamped(item, layer), errors)
    errors.extend(own_documents(sections))
    errors.extend(broken_national_promises(layers))
    errors.extend(unlawful(layers, sections))
    errors.extend(groundless(layers[-1].head, sections))
    return Folded(layers, sections), errors


def _stamped(item: Item, layer: PolicyFolder) -> Item:
    if "by" not in type(item.element).model_fields:
        return item
    element = item.element.model_copy(update={"by": layer.policy_id, "since": layer.valid_from})
    return Item(item.section, element, item.file, item.lines)


def _drop(sections: dict[str, list[Item]], drop: Item, errors: list[PolicyError]) -> None:
    section, _, element_id = drop.element.element.partition(".")
    own_file = drop.file.rpartition("/")[2]
    if FILE_OF.get(section) != own_file:
        known = [name for name, file in FILE_OF.items() if file == own_file]
        errors.append(
            drop.wrong(
                ("element",),
                Text(
                    f"`{section}` is geen lijst van dit bestand.", f"`{section}` is not a list of this file."
                ),
                Text("`drop` noemt eerst de lijst, dan de id.", "`drop` names first the list, then the id."),
                suggest(
                    section,
                    known,
                    Text(f"Begin met: {', '.join(known)}.", f"Start with: {', '.join(known)}."),
                ),
            )
        )
        return
    present = [item.element.id for item in sections[section]]
    if element_id not in present:
        errors.append(
            drop.wrong(
                ("element",),
                Text(f"`{element_id}` staat niet in `{section}`.", f"`{element_id}` is not in `{section}`."),
                Text("Wat er niet is kan niet vervallen.", "What is not there cannot be dropped."),
                suggest(element_id, present, Text("Haal deze `drop` weg.", "Remove this `drop`.")),
            )
        )
        return
    if drop.element.source is None and drop.element.chosen is None:
        errors.append(
            drop.wrong(
                (),
                Text(
                    f"Bij `{drop.element.element}` staat niet waarom het vervalt.",
                    "It is not said why this is dropped.",
                ),
                Text("Ook wat vervalt is een besluit.", "What is dropped is a decision too."),
                Text("Zet er `source:` of `chosen:` bij.", "Add `source:` or `chosen:`."),
            )
        )
    sections[section] = [item for item in sections[section] if item.element.id != element_id]


def _put(items: list[Item], item: Item, errors: list[PolicyError]) -> None:
    ids = [other.element.id for other in items]
    if item.element.id in ids:
        items[ids.index(item.element.id)] = item
        return
    before, behind = (
        (getattr(item.element, "before", None), getattr(item.element, "behind", None))
        if item.section in ORDERED
        else (None, None)
    )
    anchor: Any = before or behind
    if anchor is None:
        items.append(item)
    elif anchor in ids:
        items.insert(ids.index(anchor) + (0 if before else 1), item)
    else:
        errors.append(
            item.wrong(
                ("before" if before else "behind",),
                Text(
                    f"`{anchor}` staat niet in `{item.section}`.", f"`{anchor}` is not in `{item.section}`."
                ),
                Text(
                    "De plaats in de volgorde is dan niet bekend.",
                    "Then the place in the order is not known.",
                ),
                suggest(
                    anchor, ids, Text("Noem een stap die er al staat.", "Name one that is there already.")
                ),
            )
        )
        items.append(item)
