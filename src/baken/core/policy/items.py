"""The items of one list in a policy file: each read into its model, with the lines of its keys."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from baken.core.policy.base import Model
from baken.core.policy.complaints import complain
from baken.core.policy.errors import PolicyError
from baken.core.policy.reading import Path, Reading
from baken.core.vocabulary.text import Text

_ID = re.compile(r"[a-z0-9][a-z0-9_]*\Z")
_LOOSE_ID = re.compile(r"[a-z0-9][a-z0-9_.-]*\Z")
MOST_ITEMS = 500
_RESERVED = ("by", "since")


@dataclass(frozen=True, slots=True)
class Item:
    """One element of a policy with the place where it was written."""

    section: str
    element: Any
    file: str
    lines: Mapping[Path, int] = field(repr=False)

    def line(self, *path: str | int) -> int:
        """Return the line of a key inside this element, or of the nearest thing around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def wrong(self, path: Path, what: Text, why: Text, do: Text) -> PolicyError:
        """Return a mistake at a key of this element."""
        return PolicyError(self.file, self.line(*path), what, why, do)


def items_of(reading: Reading, section: str, model: type[Model], raw: Any) -> list[Item]:
    """Read one list of a file; what cannot be read is told and left out."""
    if raw is None:
        raw = []
    if not isinstance(raw, list):
        reading.wrong(
            reading.line((section,)),
            Text(f"`{section}` is geen lijst.", f"`{section}` is not a list."),
            Text(
                "Elk onderdeel staat op een eigen regel met een streepje.",
                "Each item has a line with a dash.",
            ),
            Text("Schrijf `- id: ...`.", "Write `- id: ...`."),
        )
        return []
    if len(raw) > MOST_ITEMS:
        reading.wrong(
            reading.line((section,)),
            Text(f"`{section}` is te lang.", f"`{section}` is too long."),
            Text(
                f"Een lijst telt hoogstens {MOST_ITEMS} onderdelen.",
                f"A list has at most {MOST_ITEMS} items.",
            ),
            Text("Haal weg wat er niet hoort.", "Remove what does not belong here."),
        )
        return []
    items: list[Item] = []
    first: dict[str, int] = {}
    lines = _lines_of(reading, section)
    for number, data in enumerate(raw):
        if reading.full:
            break
        path: Path = (section, number)
        if isinstance(data, dict):
            refuse_reserved(reading, data, path, model)
        element = validated(reading, model, data, path)
        if element is None:
            continue
        item = Item(section, element, reading.file, lines.get(number, {}))
        items.append(item)
        if section != "drop":
            _check_id(reading, item, first)
    return items


def _lines_of(reading: Reading, section: str) -> dict[int, dict[Path, int]]:
    """Return the lines inside each item of a list."""
    lines: dict[int, dict[Path, int]] = {}
    for path, line in reading.lines.items():
        if len(path) > 1 and path[0] == section and isinstance(path[1], int):
            lines.setdefault(path[1], {})[path[2:]] = line
    return lines


def _check_id(reading: Reading, item: Item, first: dict[str, int]) -> None:
    name = item.element.id
    pattern = _LOOSE_ID if item.section in ("texts", "documents") else _ID
    if not pattern.match(name):
        reading.wrong(
            item.line("id"),
            Text(f"`{name}` kan geen id zijn.", f"`{name}` cannot be an id."),
            Text("Een id heeft kleine letters, cijfers en _.", "An id has lower case letters, digits and _."),
            Text("Kies een ander woord.", "Choose another word."),
        )
    if name in first:
        more = " Geef elke regel voor dezelfde partner een eigen `id`." if item.section == "referrals" else ""
        more_en = " Give each rule for one partner its own `id`." if item.section == "referrals" else ""
        reading.wrong(
            item.line("id"),
            Text(
                f"`{name}` staat twee keer in `{item.section}`.",
                f"`{name}` stands twice in `{item.section}`.",
            ),
            Text(f"De eerste staat op regel {first[name]}.", f"The first is on line {first[name]}."),
            Text(f"Hernoem er één of haal die weg.{more}", f"Rename or remove one.{more_en}"),
        )
    first.setdefault(name, item.line("id"))


def refuse_reserved(reading: Reading, data: dict[str, Any], path: Path, model: type[Model]) -> None:
    """Tell of keys that Baken itself fills in."""
    for key in _RESERVED:
        if key in data and key in model.model_fields:
            reading.wrong(
                reading.line((*path, key)),
                Text(f"`{key}` is een onbekende sleutel.", f"`{key}` is an unknown key."),
                Text(
                    "Baken vult zelf in van wie en sinds wanneer iets is.",
                    "Baken itself fills in whose and since when.",
                ),
                Text("Haal de sleutel weg.", "Remove the key."),
            )


def validated(reading: Reading, model: type[Model], data: Any, path: Path) -> Any:
    """Return the data as a model, or None after telling every mistake in it."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        for mistake in error.errors(include_url=False):
            if reading.full:
                break
            complain(reading, model, mistake, path)
        return None
