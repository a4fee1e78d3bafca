"""Small wrongs done to a policy, one at a time, to see whether its cases and promises would notice.

A mutant is a policy with one condition, target, strength, hold, override or order changed or left out. Most of them
do something else for some signal; the comparison tells which do not.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from baken.core.policy.bundle import Bundle
from baken.core.policy.check import check
from baken.core.policy.errors import PolicyError
from baken.core.policy.items import Item
from baken.core.policy.knowledge import Head
from baken.core.policy.parse import PolicyFolder
from baken.core.policy.sections import SECTIONS
from baken.core.prove.mutating_elements import Change, Kind, changes
from baken.core.vocabulary.text import Text

ROUTE = ("steps", "questions", "advice", "referrals", "holds", "destinations")
_GONE = Text("weggelaten", "left out")


@dataclass(frozen=True)
class Mutant:
    """A policy with one thing changed; `id` names what, `changed` says it, `by` whose element it is."""

    id: str
    kind: Kind
    changed: Text
    by: str
    original: Bundle
    section: str
    elements: tuple[Any, ...]

    @cached_property
    def bundle(self) -> Bundle:
        """The changed policy, made when it is asked for."""
        # Made anew from its parts: a copy would keep the hash of the original.
        parts = {name: getattr(self.original, name) for name in Bundle.model_fields}
        return Bundle.model_construct(**{**parts, self.section: self.elements})


def mutants(bundle: Bundle) -> Iterator[Mutant]:
    """Yield every mutant of a policy, in the policy's order."""
    for section in ROUTE:
        elements: tuple[Any, ...] = getattr(bundle, section)
        for number, element in enumerate(elements):
            before, behind = elements[:number], elements[number + 1 :]
            gone = Change("dropped", "hold" if section == "holds" else "element", _GONE, {})
            yield _mutant(bundle, section, element, gone, (*before, *behind))
            for change in changes(section, element, bundle):
                changed = element.model_copy(update=change.update)
                yield _mutant(bundle, section, element, change, (*before, changed, *behind))


def _mutant(bundle: Bundle, section: str, element: Any, change: Change, elements: tuple[Any, ...]) -> Mutant:
    name = f"{section}.{element.id}"
    words = Text(f"{name}: {change.said.nl}", f"{name}: {change.said.en}")
    return Mutant(f"{name}:{change.id}", change.kind, words, element.by, bundle, section, elements)


def refusals(bundle: Bundle) -> list[PolicyError]:
    """Return what is refused when this policy is read: what names nothing, clashes, goes round or is never reached."""
    source = bundle.steps[0].source if bundle.steps else None
    head = Head(
        id=bundle.policy_id, kind=bundle.kind, name=bundle.name, source=source, chosen=Text("proef", "trial")
    )
    name = f"{bundle.policy_id}/{bundle.valid_from.isoformat()}"
    folder = PolicyFolder(name, bundle.policy_id, bundle.valid_from, _item("head", head), {}, ())
    return check(folder, _sections(bundle))


def _sections(bundle: Bundle) -> dict[str, list[Item]]:
    fields = {field.alias or name: name for name, field in type(bundle).model_fields.items()}
    return {
        section: [_item(section, element) for element in getattr(bundle, fields[section])]
        for section in SECTIONS
    }


def _item(section: str, element: Any) -> Item:
    lines: Mapping[tuple[str | int, ...], int] = {}
    return Item(section, element, section, lines)
