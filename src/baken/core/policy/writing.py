"""Puts one element into the text of a policy file, or takes one out; every other line stays as somebody wrote it.

The law: reading the new text gives what was there with exactly this element changed. Of the element itself the
keys that did not change keep their lines too, with their comments.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Any

import yaml

from baken.core.policy.emitting import emitted, emitted_key
from baken.core.policy.reading import read

_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
Element = Mapping[str, Any]


class CannotWrite(ValueError):
    """This text cannot be changed element by element: it holds mistakes that must be mended first."""


@dataclass(frozen=True, slots=True)
class Span:
    """The lines of something, counted from 0; `end` is the line after the last."""

    start: int
    end: int


def elements(text: str, section: str) -> list[dict[str, Any]]:
    """Return the items of a list as they are written; raises `CannotWrite` where the text cannot be read."""
    found = _data(text).get(section)
    if found is None:
        return []
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise CannotWrite(section)
    return found


def put(text: str, section: str, element: Element, *, key: str = "id", was: str = "") -> str:
    """Return the text with this element in that list: in the place of the one of that name, otherwise at the end.

    `was` is the name under which it stood, where that may have changed.
    """
    there = elements(text, section)
    at = _index(there, key, was or _name(element, key))
    wanted = [*there[:at], dict(element), *there[at + 1 :]] if at is not None else [*there, dict(element)]
    # A folded sentence would swallow a comment behind it that is indented deeper; between quotes it does not.
    news = (_with(text, section, there, at, element, folds) for folds in (True, False))
    return _written(text, section, wanted, news)


def taken(text: str, section: str, name: str, *, key: str = "id") -> str:
    """Return the text without the element of that name; without it already, the text as it is."""
    there = elements(text, section)
    at = _index(there, key, name)
    if at is None:
        return text
    return _written(text, section, [*there[:at], *there[at + 1 :]], [_without(text, section, at)])


def _index(there: Sequence[Element], key: str, name: object) -> int | None:
    named = [_name(element, key) for element in there]
    return named.index(name) if name in named else None


def _name(element: Element, key: str) -> object:
    """What an element is called: a referral without an id after its target."""
    return element.get(key, element.get("to") if key == "id" else None)


@lru_cache(maxsize=32)
def _data(text: str) -> dict[str, Any]:
    if not text.strip():
        return {}
    found = read("", text)
    if found.errors or not isinstance(found.data, dict | None):
        raise CannotWrite(str(found.errors[:1]))
    return found.data or {}


def _written(text: str, section: str, wanted: list[Any], news: Iterable[str | None]) -> str:
    """The first new text that says what was wanted; where none does, the list is laid out afresh."""
    afresh = (_afresh(text, section, wanted, folds) for folds in (True, False))
    for one in chain(news, afresh):
        if one is not None and _says(one, text, section, wanted):
            return one
    raise CannotWrite(section)


def _says(new: str, old: str, section: str, wanted: list[Any]) -> bool:
    try:
        found = _data(new)
    except CannotWrite:
        return False
    before = {"format": 1, **_data(old), section: wanted or None}
    return {**found, section: found.get(section) or None} == before


def _with(
    text: str, section: str, there: list[Any], at: int | None, element: Element, folds: bool
) -> str | None:
    text = _complete(text)
    lines, node = text.splitlines(), _list_node(text, section)
    if node is None:
        return _appended(lines, section, element, folds) if section not in _data(text) else None
    if node.flow_style:
        return None
    dash = node.start_mark.column
    if at is None:
        span = _span(node.value[-1], lines)
        return _joined([*lines[: span.end], *emitted(element, dash, folds), *lines[span.end :]])
    item = node.value[at]
    span = _span(item, lines)
    new = _mended(item, lines, there[at], element, dash, folds) or emitted(element, dash, folds)
    return _joined([*lines[: span.start], *new, *lines[span.end :]])


def _without(text: str, section: str, at: int) -> str | None:
    lines, node = text.splitlines(), _list_node(text, section)
    if node is None or node.flow_style:
        return None
    span = _span(node.value[at], lines)
    kept = [*lines[: span.start], *lines[span.end :]]
    if len(node.value) == 1:
        head = next(number for number, line in enumerate(lines) if line.startswith(f"{section}:"))
        kept.pop(head)
    return _joined(kept)


def _afresh(text: str, section: str, wanted: list[Any], folds: bool) -> str | None:
    """The list laid out anew, for texts that are written in an unusual way."""
    text = _complete(text)
    lines = text.splitlines()
    root = _LOADER(text).get_single_node()
    for key_node, value in root.value:
        if key_node.value == section:
            end = max(_last(value, lines), key_node.start_mark.line) + 1
            lines[key_node.start_mark.line : end] = _section(section, wanted, folds)
            return _joined(lines)
    return _joined([*lines, *_section(section, wanted, folds)])


def _section(section: str, wanted: list[Any], folds: bool) -> list[str]:
    return [f"{section}:", *(line for one in wanted for line in emitted(one, 2, folds))] if wanted else []


def _appended(lines: list[str], section: str, element: Element, folds: bool) -> str:
    while lines and not lines[-1].strip():
        lines.pop()
    return _joined([*lines, f"{section}:", *emitted(element, 2, folds)])


def _complete(text: str) -> str:
    return text if _data(text) else f"{text.rstrip()}\nformat: 1\n".lstrip()


def _joined(lines: Sequence[str]) -> str:
    return "\n".join(lines) + "\n"


def _list_node(text: str, section: str) -> Any:
    root = _LOADER(text).get_single_node()
    for key, value in root.value if isinstance(root, yaml.MappingNode) else ():
        if key.value == section and isinstance(value, yaml.SequenceNode) and value.value:
            return value
    return None


def _span(node: Any, lines: Sequence[str]) -> Span:
    return Span(node.start_mark.line, _last(node, lines) + 1)


def _last(node: Any, lines: Sequence[str]) -> int:
    """The last line of a value; what libyaml calls its end may lie behind comments and empty lines."""
    if isinstance(node, yaml.ScalarNode):
        return _last_of_block(node, lines) if node.style in ("|", ">") else int(node.end_mark.line)
    if node.flow_style or not node.value:
        return int(node.end_mark.line)
    if isinstance(node, yaml.SequenceNode):
        return _last(node.value[-1], lines)
    key, value = node.value[-1]
    if isinstance(value, yaml.ScalarNode) and not value.value and not value.style:
        return int(key.start_mark.line)
    return _last(value, lines)


def _last_of_block(node: Any, lines: Sequence[str]) -> int:
    last = start = int(node.start_mark.line)
    inside: int | None = None
    for number in range(start + 1, len(lines)):
        line = lines[number]
        if not line.strip():
            continue
        indent = len(line) - len(line.lstrip(" "))
        inside = indent if inside is None else inside
        if indent < inside or number > node.end_mark.line:
            break
        last = number
    return last


def _mended(
    item: Any, lines: list[str], old: Element, new: Element, dash: int, folds: bool
) -> list[str] | None:
    """The element with only the keys laid out anew that changed; None where it is written in an unusual way."""
    at, column = item.start_mark.line, item.start_mark.column
    if item.flow_style or lines[at][dash : dash + 1] != "-" or lines[at][dash + 1 : column].strip():
        return None
    parts: dict[str, list[str]] = {}
    begin = at
    for key, value in item.value:
        if key.start_mark.column != column or key.start_mark.line < begin:
            return None
        empty = isinstance(value, yaml.ScalarNode) and not value.value and not value.style
        end = (key.start_mark.line if empty else _last(value, lines)) + 1
        parts[key.value] = lines[begin:end]
        begin = end
    first = next(iter(parts))
    parts[first] = [parts[first][0][:dash] + " " + parts[first][0][dash + 1 :], *parts[first][1:]]
    made: list[str] = []
    for name in new:
        if name in parts and old.get(name) == new[name]:
            made += parts[name]
        else:
            above = _comments_above(parts[name]) if name in parts else []
            made += [*above, *emitted_key(name, new[name], column, folds)]
    start = next(number for number, line in enumerate(made) if not _says_nothing(line))
    made[start] = made[start][:dash] + "-" + made[start][dash + 1 :]
    return made


def _comments_above(part: list[str]) -> list[str]:
    upto = next(number for number, line in enumerate(part) if not _says_nothing(line))
    return part[:upto]


def _says_nothing(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")
