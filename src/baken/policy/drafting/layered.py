"""The elements of a draft as they are written: its own, and those that come from the region or the country.

Works on what stands in the files, also while it holds mistakes; what counts in the end is said by `examining`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from typing import Any

from baken.core.policy.library import Library
from baken.core.policy.reading import read
from baken.core.policy.sections import FILE_OF, FILES, SECTIONS
from baken.core.vocabulary.text import Text
from baken.policy.library import name_of
from baken.policy.models import Draft

Raw = Mapping[str, Any]
MOST_LAYERS = 6


@dataclass(frozen=True, slots=True)
class Layer:
    """One policy of which elements are taken over."""

    policy_id: str
    version: str
    name: Text
    data: Mapping[str, Raw]
    texts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Row:
    """One element: as it stands, whose it is, and what it says at the region where it was changed here.

    `dropped` holds the words with which it was taken away here; `lines` are its own in the file, up to the next.
    """

    section: str
    id: str
    raw: Raw
    own: bool
    layer: Layer
    lines: tuple[int, int] = (0, 0)
    above: "Row | None" = None
    dropped: Raw | None = None

    @property
    def inherited(self) -> bool:
        """Whether it comes from the region or the country as it stands."""
        return not self.own

    @property
    def changed_here(self) -> bool:
        """Whether it stands in the place of an element of the region."""
        return self.own and self.above is not None


@dataclass(frozen=True, slots=True)
class Overview:
    """Every element of a draft by list, in the order in which it counts."""

    own: Layer
    parents: tuple[Layer, ...]
    rows: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)
    broken: frozenset[str] = frozenset()

    def row(self, section: str, element: str) -> Row | None:
        """Return one element."""
        return next((row for row in self.rows.get(section, ()) if row.id == element), None)

    def live(self, section: str) -> Iterator[Row]:
        """Yield the elements that count."""
        return (row for row in self.rows.get(section, ()) if row.dropped is None)

    def name(self, section: str, element: str) -> Text:
        """Return what an element is called."""
        row = self.row(section, element)
        words = row.raw.get("name") if row is not None else None
        return pair(words) or Text(*(element.replace("_", " "),) * 2)

    def receiver(self, element: str) -> Text:
        """Return the name of a partner or table."""
        section = "partners" if self.row("partners", element) else "tables"
        return self.name(section, element)

    def text(self, text_id: object) -> Text | None:
        """Return a sentence by its id."""
        row = self.row("texts", str(text_id))
        return pair(row.raw) if row is not None else None


def overview(draft: Draft, there: Library) -> Overview:
    """Return the elements of a draft with everything it takes over."""
    own = Layer(draft.policy_id, draft.valid_from.isoformat(), Text("", ""), _data(draft.files), draft.files)
    broken = frozenset(name for name in draft.files if name in FILES and _broken(draft.files[name]))
    parents = layers_above(own, draft.valid_from, there)
    rows: dict[str, list[Row]] = {section: [] for section in SECTIONS}
    for layer in (*reversed(parents), own):
        _fold(rows, layer, layer is own)
    return Overview(own, parents, {section: tuple(found) for section, found in rows.items()}, broken)


def layers_above(own: Layer, on: date, there: Library) -> tuple[Layer, ...]:
    """Return the layers that a policy takes over on a day, the nearest first."""
    found: list[Layer] = []
    seen = {own.policy_id}
    layer = own
    while len(found) < MOST_LAYERS:
        parent = layer.data.get("municipality.yaml", {}).get("extends")
        if not isinstance(parent, str) or parent in seen:
            break
        dated = [version for version in there.versions(parent) if version <= on.isoformat()]
        if not dated:
            break
        layer = layer_of(parent, dated[-1], there)
        seen.add(parent)
        found.append(layer)
    return tuple(found)


def layer_of(policy_id: str, version: str, there: Library) -> Layer:
    """Return one folder of the library as a layer."""
    files = {name: _as_text(content) for name, content in there.files(policy_id, version).items()}
    return Layer(policy_id, version, name_of(there, policy_id), _data(files), files)


def pair(raw: object) -> Text | None:
    """Return words in two languages as they are written, as far as they can be read."""
    if isinstance(raw, str) and raw.strip():
        return Text(raw, raw)
    if isinstance(raw, Mapping):
        nl, en = raw.get("nl"), raw.get("en")
        if isinstance(nl, str) or isinstance(en, str):
            return Text(str(nl or en), str(en or nl))
    return None


def name_in(raw: Raw) -> str:
    """Return the id of an element as it is written; a referral is called after its target."""
    return str(raw.get("id", raw.get("to", "")))


def _fold(rows: dict[str, list[Row]], layer: Layer, own: bool) -> None:
    for file, data in layer.data.items():
        for drop in items_of(data, "drop"):
            _drop(rows, file, drop, own)
        for section in FILES.get(file, ()):
            raws = items_of(data, section)
            lines = _lines(layer.texts.get(file, ""), section, len(raws)) if own else [(0, 0)] * len(raws)
            for raw, place in zip(raws, lines, strict=True):
                _put(rows[section], Row(section, name_in(raw), raw, own, layer, place))


def _drop(rows: dict[str, list[Row]], file: str, drop: Raw, own: bool) -> None:
    section, _, element = str(drop.get("element", "")).partition(".")
    if FILE_OF.get(section) != file:
        return
    if own:
        rows[section] = [replace(row, dropped=drop) if row.id == element else row for row in rows[section]]
    else:
        rows[section] = [row for row in rows[section] if row.id != element]


def _put(rows: list[Row], row: Row) -> None:
    ids = [other.id for other in rows]
    if row.id in ids:
        at = ids.index(row.id)
        above = None if rows[at].own else rows[at]
        rows[at] = replace(row, above=above if row.own else None)
        return
    anchor = row.raw.get("before", row.raw.get("behind"))
    if isinstance(anchor, str) and anchor in ids:
        rows.insert(ids.index(anchor) + ("before" not in row.raw), row)
    else:
        rows.append(row)


def items_of(data: Raw, section: str) -> list[Raw]:
    """Return the elements of a list as they are written."""
    raw = data.get(section)
    return [one for one in raw if isinstance(one, Mapping)] if isinstance(raw, list) else []


def _data(files: Mapping[str, str]) -> dict[str, Raw]:
    return {name: _read(files[name]) for name in FILES if name in files}


@lru_cache(maxsize=256)
def _read(text: str) -> Raw:
    found = read("", text)
    return found.data if isinstance(found.data, dict) and not found.errors else {}


def _lines(text: str, section: str, number: int) -> list[tuple[int, int]]:
    """From which line to which each element of a list stands."""
    lines = read("", text).lines
    starts = [lines.get((section, at), 0) for at in range(number)]
    later = [line for path, line in lines.items() if len(path) == 1 and line > max(starts, default=0)]
    ends = [*starts[1:], min(later, default=10**9)]
    return list(zip(starts, ends, strict=False))


def _broken(text: str) -> bool:
    return bool(text.strip()) and not _read(text)


def _as_text(content: str | bytes) -> str:
    return content.decode("utf-8", "replace") if isinstance(content, bytes) else content
