"""What the lines and signs mean, and which documents the route rests on: below every drawing."""

from baken.core.draw.measuring import width_of, wrapped
from baken.core.draw.model import Drawing
from baken.core.draw.shapes import Key, Words
from baken.core.vocabulary.text import Text

_MEANS: dict[str, Text] = {
    "must": Text("moet", "must"),
    "may": Text("kan of mag", "may"),
    "else": Text("als het iets anders is", "if it is something else"),
    "gate": Text("voorwaarde", "condition"),
    "lock": Text("slot: eerst moet iets anders", "lock: something else comes first"),
}
_SOURCE = Text("Bron: {titles}", "Source: {titles}")
_SOURCES = Text("Bronnen: {titles}", "Sources: {titles}")
_SIGN = 34.0
_APART = 22.0


def legend(
    drawing: Drawing, lang: str, x: float, y: float, width: float, size: float
) -> tuple[tuple[Key, ...], tuple[Words, ...], float]:
    """Return the keys, the lines with the sources, and where they end."""
    keys: list[Key] = []
    at = x
    top = y + 10.0
    for kind in _used(drawing):
        words = _MEANS[kind].in_(lang)
        sign = _SIGN if kind in ("must", "may", "else") else 22.0
        long = sign + width_of(words, size)
        if at > x and at + long > x + width:
            at, top = x, top + size * 1.7
        keys.append(Key(kind, round(at, 2), round(top, 2), size, Words(at + sign, top + size * 0.95, words)))
        at += long + _APART
    top += size * 1.9 if keys else 0.0
    titles = "; ".join(source.in_(lang) for source in drawing.sources)
    lines = []
    if titles:
        said = (_SOURCES if len(drawing.sources) > 1 else _SOURCE).format(titles=titles).in_(lang)
        for line in wrapped(said, size, width):
            lines.append(Words(round(x, 2), round(top + size * 0.95, 2), line))
            top += size * 1.35
    return tuple(keys), tuple(lines), top + 6.0


def _used(drawing: Drawing) -> list[str]:
    lines = {edge.line for edge in drawing.edges}
    return [
        kind
        for kind in _MEANS
        if kind in lines
        or (kind == "gate" and any(node.conditions for node in drawing.nodes))
        or (kind == "lock" and any(node.locks for node in drawing.nodes))
    ]
