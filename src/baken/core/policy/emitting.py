"""One element of a policy as YAML text, the way people write it: short things on one line, long sentences folded."""

import json
import re
import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

from baken.core.policy.reading import read

WIDTH = 116
_NUMBER = re.compile(r"(0|[1-9][0-9]{0,8})\Z")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_DIGITS = re.compile(r"[0-9+][0-9 +()-]*\Z")
# Without quotes only where no reader can take it for something else.
_PLAIN = re.compile(r"[^\W_](?:[\w .;()/+%~=_'’‘“”€§–…?!·-]|:(?=\S))*\Z")
_PLAIN_WITH_COMMA = re.compile(r"[^\W_](?:[\w .,;()/+%~=_'’‘“”€§–…?!·\"\[\]-]|:(?=\S))*\Z")
_FOLDS = re.compile(r"\S+( \S+)*\Z")
_WORDS_OF_YAML = ("null", "~")
_UNPRINTED = re.compile("[\x7f-\xa0\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")


def emitted(element: Mapping[str, Any], indent: int = 2, folds: bool = True) -> list[str]:
    """Return an element as the lines of an item of a list whose dashes stand at `indent`.

    `folds`: long sentences may go over several lines; otherwise all words stand between quotes.
    """
    for plainly in (True, False) if folds else (False,):
        lines = _item(element, indent, plainly)
        found = read("", f"x:\n{chr(10).join(lines)}\n")
        if not found.errors and found.data == {"x": [dict(element)]}:
            return lines
    raise ValueError("this element cannot be written as YAML")


def emitted_key(key: str, value: Any, indent: int, folds: bool = True) -> list[str]:
    """Return one key of an element with its value, as lines; `folds` as above."""
    for plainly in (True, False) if folds else (False,):
        lines = _entry(key, value, indent, plainly)
        found = read("", f"x:\n{chr(10).join(lines)}\n" if indent else "\n".join(lines) + "\n")
        wanted = {key: value}
        if not found.errors and found.data == ({"x": wanted} if indent else wanted):
            return lines
    raise ValueError("this value cannot be written as YAML")


def _item(element: Mapping[str, Any], indent: int, plainly: bool) -> list[str]:
    lines = [line for key, value in element.items() for line in _entry(key, value, indent + 2, plainly)]
    return [f"{' ' * indent}- {lines[0][indent + 2 :]}", *lines[1:]]


def _entry(key: str, value: Any, indent: int, plainly: bool) -> list[str]:
    start = f"{' ' * indent}{key}:"
    if value is None:
        return [f"{start} null"]
    line = f"{start} {_flow(value, plainly)}"
    if isinstance(value, str):
        return _sentence(start, value, indent, plainly)
    if len(line) <= WIDTH or not value or not isinstance(value, Mapping | list | tuple):
        return [line]
    if isinstance(value, Mapping):
        return [start, *(line for k, v in value.items() for line in _entry(k, v, indent + 2, plainly))]
    return [start, *(line for one in value for line in _one_of_many(one, indent + 2, plainly))]


def _one_of_many(value: Any, indent: int, plainly: bool) -> list[str]:
    line = f"{' ' * indent}- {_flow(value, plainly)}"
    if isinstance(value, Mapping) and value and len(line) > WIDTH:
        return _item(value, indent, plainly)
    return [line]


def _sentence(start: str, value: str, indent: int, plainly: bool) -> list[str]:
    scalar = value if plainly and _bare(value, _PLAIN_WITH_COMMA) else _quoted(value)
    line = f"{start} {scalar}"
    if len(line) <= WIDTH or not plainly or not _FOLDS.match(value) or _UNPRINTED.search(value):
        return [line]
    inside = " " * (indent + 2)
    folded = textwrap.wrap(
        value, WIDTH - len(inside), break_long_words=False, break_on_hyphens=False, expand_tabs=False
    )
    return [f"{start} >-", *(inside + part for part in folded)]


def _flow(value: Any, plainly: bool) -> str:
    if value is None:
        return "null"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_flow(inner, plainly)}" for key, inner in value.items()) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ", ".join(_flow(inner, plainly) for inner in value) + "]"
    if isinstance(value, int):
        return str(value)
    words = str(value)
    return words if plainly and _bare(words, _PLAIN) else _quoted(words)


def _bare(words: str, pattern: re.Pattern[str]) -> bool:
    if _NUMBER.match(words) or words in _WORDS_OF_YAML or words != words.strip():
        return False
    return pattern.match(words) is not None and (not _DIGITS.match(words) or _DAY.match(words) is not None)


def _quoted(words: str) -> str:
    return _UNPRINTED.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(words, ensure_ascii=False))
