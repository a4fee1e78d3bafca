"""A box from its words: how high each part is, and where its lines stand. The same box in every drawing."""

import re
from dataclasses import dataclass, replace

from baken.core.draw.measuring import balanced, width_of, wrapped
from baken.core.draw.model import RECEIVING, Node
from baken.core.draw.shapes import Box, Part, PartKind, Words
from baken.core.vocabulary.text import Text

LEAD = 1.28
_SENTENCE = re.compile(r"(?<=[.?!]) ")
_ENOUGH = 32
SIGN = 20.0
"""Room for the sign (a lock, a gateway, a status) before a line of text."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """Sizes of text and room around it."""

    body: float
    small: float
    pad: float
    least: float = 0.0


STATUS: dict[str, Text] = {
    "done": Text("Gedaan", "Done"),
    "due": Text("Nu te doen", "To do now"),
    "overdue": Text("Te laat", "Too late"),
    "waiting": Text("Wacht", "Waiting"),
    "optional": Text("Mag, hoeft niet", "May, need not"),
    "not_needed": Text("Niet nodig", "Not needed"),
    "cannot_tell": Text("Niet te zeggen", "Cannot tell"),
}


def card(
    node: Node, lang: str, x: float, y: float, width: float, sizes: Sizes, height: float | None = None
) -> Box:
    """Return the box of a node at a place; with a `height`, what to do takes the room that is left."""
    texts = _texts(node, lang, sizes)
    heights = [_height(kind, words, width, sizes, node) for kind, words in texts]
    least = max(sizes.least, height or 0.0)
    spare = max(0.0, least - sum(heights))
    parts: list[Part] = []
    top = y
    for (kind, words), needed in zip(texts, heights, strict=True):
        part = needed + (spare if kind == "body" else 0.0)
        parts.append(_part(kind, words, x, top, width, part, sizes, node))
        top += part
    return Box(node.id, x, y, width, top - y, tuple(parts))


def headline(words: str) -> str:
    """Return the first sentence, and more where that says too little; the whole text stands in the text twin."""
    said = ""
    for sentence in _SENTENCE.split(words):
        said = f"{said} {sentence}".strip()
        if len(said) >= _ENOUGH:
            break
    return said


def _texts(node: Node, lang: str, sizes: Sizes) -> list[tuple[PartKind, str]]:
    found: list[tuple[PartKind, str]] = [("lock", lock.short.in_(lang)) for lock in node.locks]
    if node.conditions:
        found.append(("gate", "; ".join(words.in_(lang) for words in node.conditions)))
    found.append(("body", headline(node.text.in_(lang))))
    if node.term is not None:
        found.append(("term", node.term.in_(lang)))
    if node.status is not None and node.kind not in ("start",):
        found.append(("status", STATUS[node.status].in_(lang)))
    found.extend(("opens", lock.full.in_(lang)) for lock in node.opens)
    return found


def _size(kind: PartKind, sizes: Sizes) -> float:
    return sizes.body if kind == "body" else sizes.small


def is_bold(kind: PartKind, node: Node) -> bool:
    """Return whether a part is set in bold: names of who receives, and what is short and must be seen."""
    return (kind == "body" and (node.kind in RECEIVING or node.kind in ("start", "outcome"))) or kind in (
        "lock",
        "status",
    )


def _indent(kind: PartKind, node: Node, sizes: Sizes) -> tuple[float, float]:
    """Return how far the first line and the others stand in."""
    if kind in ("lock", "gate", "opens", "status"):
        return SIGN, SIGN
    if kind == "body" and node.number is not None:
        badge = width_of(str(node.number), sizes.small, bold=True) + 16.0
        return badge, 0.0
    if kind == "body" and node.kind in ("question", "advice"):
        return SIGN + 2.0, 0.0
    return 0.0, 0.0


def _lines(kind: PartKind, words: str, width: float, sizes: Sizes, node: Node) -> list[str]:
    first, rest = _indent(kind, node, sizes)
    room = width - 2 * sizes.pad - rest
    return balanced(words, _size(kind, sizes), room, is_bold(kind, node), first - rest)


_AROUND: dict[PartKind, tuple[float, float]] = {
    "lock": (5.0, 5.0),
    "gate": (6.0, 5.0),
    "body": (8.0, 8.0),
    "term": (0.0, 8.0),
    "status": (0.0, 9.0),
    "opens": (6.0, 6.0),
}


def _height(kind: PartKind, words: str, width: float, sizes: Sizes, node: Node) -> float:
    above, below = _AROUND[kind]
    count = len(_lines(kind, words, width, sizes, node))
    return above + below + count * _size(kind, sizes) * LEAD


def _part(
    kind: PartKind, words: str, x: float, y: float, width: float, height: float, sizes: Sizes, node: Node
) -> Part:
    size = _size(kind, sizes)
    first, rest = _indent(kind, node, sizes)
    above, _ = _AROUND[kind]
    step = size * LEAD
    lines = tuple(
        Words(
            round(x + sizes.pad + (first if number == 0 else rest), 2),
            round(y + above + step * number + size * 0.98, 2),
            line,
        )
        for number, line in enumerate(_lines(kind, words, width, sizes, node))
    )
    return Part(kind, y, height, size, lines, is_bold(kind, node))


def restated(box: Box, node: Node, lang: str) -> Box:
    """Return a box with the words of the node's own status in the room that was kept for the longest."""
    status = box.part("status")
    if status is None or node.status is None:
        return box
    first = status.lines[0]
    room = box.x + box.width - first.x - (first.x - SIGN - box.x)
    lines = wrapped(STATUS[node.status].in_(lang), status.size, room, status.bold)
    words = tuple(
        replace(first, y=round(first.y + status.size * LEAD * number, 2), text=line)
        for number, line in enumerate(lines)
    )
    parts = tuple(replace(part, lines=words) if part is status else part for part in box.parts)
    return replace(box, parts=parts)
