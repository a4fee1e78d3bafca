"""One layout engine: a drawing, a language and a shape in; every place out.

A layout is made once per policy, language and shape, and kept; one signal's position only fills in the words.
"""

from dataclasses import replace

from baken.core.draw.cards import restated
from baken.core.draw.model import Drawing
from baken.core.draw.narrow import narrow
from baken.core.draw.shapes import Layout, Shape
from baken.core.draw.wide import wide

_MOST = 128
_KEPT: dict[tuple[str, str, Shape, bool], Layout] = {}
"""Layouts by the bundle's hash: equal hash, equal contents, so nothing here can become stale."""


def lay_out(drawing: Drawing, lang: str, shape: Shape) -> Layout:
    """Return the drawing with every place in it."""
    key = drawing.id, lang, shape, drawing.positioned
    found = _KEPT.get(key)
    if found is None:
        if len(_KEPT) >= _MOST:
            _KEPT.clear()
        found = _KEPT[key] = _made(drawing, lang, shape)
    if not drawing.positioned:
        return found
    nodes = {node.id: node for node in drawing.nodes}
    boxes = tuple(restated(box, nodes[box.node], lang) for box in found.boxes)
    return replace(found, drawing=drawing, boxes=boxes)


def _made(drawing: Drawing, lang: str, shape: Shape) -> Layout:
    if drawing.positioned:
        # Every status gets the room of the longest words, so that a position never moves a box.
        nodes = tuple(replace(node, status="cannot_tell") for node in drawing.nodes)
        drawing = replace(drawing, nodes=nodes)
    return wide(drawing, lang) if shape == "wide" else narrow(drawing, lang)
