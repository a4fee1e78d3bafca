"""The numbers that Word counts itself: they stand in no text, and a programme is often numbered so."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

_LEVELS = 9
_LETTERS = 26


def local(one: Element) -> str:
    """Return the name of an element, of whichever edition of the standard."""
    return one.tag.rpartition("}")[2]


def value(one: Element) -> str:
    """Return the value of an element, or nothing."""
    return next((told for name, told in one.attrib.items() if name.rpartition("}")[2] == "val"), "")


def _named(one: Element, name: str) -> str:
    return next((told for key, told in one.attrib.items() if key.rpartition("}")[2] == name), "")


def _below(of: Element | None, name: str) -> Iterator[Element]:
    return (one for one in of if local(one) == name) if of is not None else iter(())


def _told(of: Element | None, name: str) -> str:
    return next((value(one) for one in _below(of, name)), "")


class Numbering:
    """Counts along with the paragraphs of a document, as Word does when it shows them."""

    def __init__(self, numbers: Element | None, styles: Element | None) -> None:
        self.levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        self.lists: dict[str, tuple[str, dict[int, int]]] = {}
        self.styles: dict[str, tuple[str, str, str]] = {}
        self.counted: dict[str, list[int]] = {}
        self.begun: set[str] = set()
        for one in _below(numbers, "abstractNum"):
            self.levels[_named(one, "abstractNumId")] = {
                int(_named(level, "ilvl") or 0): (
                    _told(level, "numFmt") or "decimal",
                    _told(level, "lvlText"),
                    int(_told(level, "start") or 1),
                )
                for level in _below(one, "lvl")
            }
        for one in _below(numbers, "num"):
            starts = {
                int(_named(other, "ilvl") or 0): int(_told(other, "startOverride"))
                for other in _below(one, "lvlOverride")
                if _told(other, "startOverride").isdecimal()
            }
            self.lists[_named(one, "numId")] = _told(one, "abstractNumId"), starts
        for one in _below(styles, "style"):
            told = next(_below(next(_below(one, "pPr"), None), "numPr"), None)
            self.styles[_named(one, "styleId")] = (
                _told(told, "numId"),
                _told(told, "ilvl"),
                _told(one, "basedOn"),
            )

    def passed(self, paragraph: Element) -> str:
        """Count a paragraph, and return what Word writes before it."""
        about = next(_below(paragraph, "pPr"), None)
        told = next(_below(about, "numPr"), None)
        id_, level = _told(told, "numId"), _told(told, "ilvl")
        style, seen = _told(about, "pStyle"), 0
        while not id_ and style in self.styles and seen < _LEVELS:
            id_, of_style, style = self.styles[style]
            level, seen = level or of_style, seen + 1
        depth = int(level) if level.isdecimal() else 0
        abstract, starts = self.lists.get(id_, ("", {}))
        levels = self.levels.get(abstract, {})
        if depth not in levels or depth >= _LEVELS:
            return ""
        return self._next(id_, abstract, depth, levels, starts)

    def _next(
        self,
        id_: str,
        abstract: str,
        depth: int,
        levels: dict[int, tuple[str, str, int]],
        starts: dict[int, int],
    ) -> str:
        begin = [starts.get(at, levels[at][2] if at in levels else 1) for at in range(_LEVELS)]
        counted = self.counted.setdefault(abstract, [0] * _LEVELS)
        if id_ not in self.begun and starts:
            counted[:] = [0] * _LEVELS
        self.begun.add(id_)
        counted[depth] = counted[depth] + 1 if counted[depth] else begin[depth]
        counted[depth + 1 :] = [0] * (_LEVELS - depth - 1)
        kind, text, _start = levels[depth]
        if kind == "bullet":
            return "• "
        if kind == "none" or not text:
            return ""
        for at in range(depth + 1):
            kind = levels[at][0] if at in levels else "decimal"
            text = text.replace(f"%{at + 1}", _shown(kind, counted[at] or begin[at]))
        return text + " "


def _shown(kind: str, number: int) -> str:
    if kind in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % _LETTERS)
        return letter if kind == "lowerLetter" else letter.upper()
    return str(number)
