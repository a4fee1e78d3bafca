"""A laid out drawing as SVG: styled by class only, said in words for who cannot see it, and fit for paper."""

from functools import lru_cache
from html import escape
from itertools import combinations, pairwise

from baken.core.draw.cards import STATUS
from baken.core.draw.layout import lay_out
from baken.core.draw.measuring import width_of
from baken.core.draw.model import RECEIVING, Drawing, Node
from baken.core.draw.shapes import Arrow, Band, Box, Key, Layout, Part, Shape, Words
from baken.core.draw.signs import sign
from baken.core.draw.style import STYLE
from baken.core.draw.wide import STRIP
from baken.core.vocabulary.text import Text

SHEET = 0.82
"""How high a piece may be, to its width: paper on its side, where the words stay readable."""
_HEAD = 48.0
_DESCRIPTION = Text(
    "{lanes} banen, {steps} stappen, {receivers} ontvangers. Dezelfde route staat als tekst bij deze tekening.",
    "{lanes} lanes, {steps} steps, {receivers} receivers. The same route stands as text with this drawing.",
)
_ALONE = Text(
    "{lanes} banen, {steps} stappen, {receivers} ontvangers.",
    "{lanes} lanes, {steps} steps, {receivers} receivers.",
)


def svg(drawing: Drawing, lang: str, width: Shape = "wide", *, alone: bool = False) -> str:
    """Return the drawing as SVG. `alone`: as a file of its own, with its style in it."""
    return of_layout(lay_out(drawing, lang, width), alone=alone)


def of_layout(layout: Layout, *, alone: bool = False) -> str:
    """Return a layout as SVG."""
    drawing, lang = layout.drawing, layout.lang
    nodes = {node.id: node for node in drawing.nodes}
    name = f"dr-{layout.shape}"
    about = (_ALONE if alone else _DESCRIPTION).format(
        lanes=len(drawing.lanes),
        steps=sum(node.kind == "step" for node in drawing.nodes),
        receivers=sum(node.kind in RECEIVING for node in drawing.nodes),
    )
    head = _HEAD if alone else 0.0
    xmlns = ' xmlns="http://www.w3.org/2000/svg"'
    out = [
        f'<svg{xmlns} class="dr dr--{layout.shape}" role="img" '
        f'viewBox="0 {-head:g} {layout.width:g} {layout.height + head:g}" '
        f'aria-labelledby="{name}-title {name}-desc" lang="{lang}"'
        + (f' width="{layout.width:g}" height="{layout.height + head:g}">' if alone else ">"),
        f'<title id="{name}-title">{escape(drawing.title.in_(lang))}</title>',
        f'<desc id="{name}-desc">{escape(about.in_(lang))}</desc>',
    ]
    if alone:
        out.append(f"<style>{STYLE}</style>")
        out.append(_rect("dr-paper", 0.0, -head, layout.width, layout.height + head, 0))
        out.append(_heading(layout))
    out.append(f'<g class="dr-all" id="{name}-all">')
    out += [_band(band) for band in layout.bands]
    # What does not count now lies below what does.
    ordered = sorted(layout.arrows, key=lambda arrow: nodes[arrow.edge.target].status != "not_needed")
    out += [_arrow(arrow, nodes) for arrow in ordered]
    kept = _kept(drawing.id, lang, layout.shape, drawing.positioned)
    for box in layout.boxes:
        node = nodes[box.node]
        key = node.id, node.status
        if key not in kept:
            kept[key] = _box(box, node)
        out.append(kept[key])
    out += [_key(key) for key in layout.keys]
    out += [_text("dr-source", line, layout.small) for line in layout.sources]
    out.append("</g></svg>")
    return "".join(out)


def _heading(layout: Layout) -> str:
    """Return the title above a drawing that stands on its own."""
    title = layout.drawing.title.in_(layout.lang)
    since = Words(4.0, -9.0, layout.drawing.since.in_(layout.lang))
    return (
        f'<g class="dr-all">{_text("dr-title", Words(4.0, -26.0, title), 19.0)}'
        f"{_text('dr-source', since, 13.0)}</g>"
    )


@lru_cache(maxsize=128)
def _kept(drawing: str, lang: str, shape: Shape, positioned: bool) -> dict[tuple[str, str | None], str]:
    """Return the boxes of a policy's drawing as they were written before, by node and status."""
    return {}


def sheets(layout: Layout) -> tuple[str, ...]:
    """Return the drawing cut between lanes, for paper on its side; nothing where it fits on one sheet.

    Each piece shows a part of the drawing that already stands on the page, by reference.
    """
    if layout.height <= layout.width * SHEET:
        return ()
    cuts = _cuts([band.y + band.height for band in layout.bands[:-1]], layout.height, layout.width * SHEET)
    return tuple(
        f'<svg xmlns="http://www.w3.org/2000/svg" class="dr dr--sheet" aria-hidden="true" '
        f'viewBox="0 {top:g} {layout.width:g} {end - top:g}"><use href="#dr-{layout.shape}-all"/></svg>'
        for top, end in pairwise(cuts)
    )


def _cuts(between: list[float], height: float, most: float) -> list[float]:
    """Return where to cut: as few sheets as can be, as even as can be; one lane is never cut."""
    for count in range(1, len(between) + 1):
        tries = ([0.0, *some, height] for some in combinations(between, count))
        best = min(tries, key=lambda cuts: max(end - top for top, end in pairwise(cuts)))
        if max(end - top for top, end in pairwise(best)) <= most:
            return best
    return [0.0, *between, height]


def _key(key: Key) -> str:
    if key.kind in ("gate", "lock"):
        ground = (
            _rect("dr-key__ground", key.x - 2.0, key.y - 1.0, 19.0, key.size * 1.4, 3)
            if key.kind == "lock"
            else ""
        )
        shape = ground + sign(key.kind, key.x, key.y + 1.0, key.size * 1.1)
    else:
        y = key.y + key.size * 0.62
        shape = (
            f'<g class="dr-arrow dr-arrow--{key.kind}"><path class="dr-arrow__way" d="M{key.x:g} {y:g}h26"/>'
            f'<path class="dr-arrow__head" d="M{key.x + 27:g} {y:g}l-8 -4.500v9z"/></g>'
        )
    return f'<g class="dr-key">{shape}{_text("", key.words, key.size)}</g>'


def _text(name: str, line: Words, size: float) -> str:
    css = f' class="{name}"' if name else ""
    return f'<text{css} x="{line.x:g}" y="{line.y:g}" font-size="{size:g}">{escape(line.text)}</text>'


def _band(band: Band) -> str:
    if not band.upright:
        words = "".join(_text("dr-lane", line, band.size) for line in band.lines)
        return f'<g class="dr-band">{words}</g>'
    words = "".join(
        f'<text class="dr-lane dr-lane--upright" transform="translate({line.x:g} {line.y:g}) rotate(-90)" '
        f'font-size="{band.size:g}">{escape(line.text)}</text>'
        for line in band.lines
    )
    return (
        f'<g class="dr-band"><rect class="dr-band__room" x="{band.x:g}" y="{band.y:g}" width="{band.width:g}" '
        f'height="{band.height:g}"/><rect class="dr-band__name" x="{band.x:g}" y="{band.y:g}" width="{STRIP:g}" '
        f'height="{band.height:g}"/>{words}</g>'
    )


def _arrow(arrow: Arrow, nodes: dict[str, Node]) -> str:
    target = nodes[arrow.edge.target]
    state = " dr-arrow--off" if target.status == "not_needed" else ""
    way = "M" + "L".join(f"{x:g} {y:g}" for x, y in arrow.points)
    (ax, ay), (bx, by) = arrow.points[-2], arrow.points[-1]
    if ax == bx:
        head = f"M{bx:g} {by:g}l-4.500 -8h9z" if by > ay else f"M{bx:g} {by:g}l-4.500 8h9z"
    else:
        head = f"M{bx:g} {by:g}l-8 -4.500v9z" if bx > ax else f"M{bx:g} {by:g}l8 -4.500v9z"
    return (
        f'<g class="dr-arrow dr-arrow--{arrow.edge.line}{state}"><path class="dr-arrow__way" d="{way}"/>'
        f'<path class="dr-arrow__head" d="{head}"/></g>'
    )


def _box(box: Box, node: Node) -> str:
    classes = [f"dr-box dr-box--{node.kind}", "" if node.strong else "dr-box--may"]
    if node.status is not None:
        classes.append(f"dr-box--{node.status}")
    out = [f'<g class="{" ".join(name for name in classes if name)}">']
    radius = 18 if node.kind in ("start", "outcome") else 5
    out.append(_rect("dr-box__paper", box.x, box.y, box.width, box.height, radius))
    for part in box.parts:
        out.append(_part(part, box, node))
    out.append(_rect("dr-box__frame", box.x, box.y, box.width, box.height, radius))
    out.append("</g>")
    return "".join(out)


def _part(part: Part, box: Box, node: Node) -> str:
    out = [f'<g class="dr-part dr-part--{part.kind}{" dr-part--bold" if part.bold else ""}">']
    if part.kind in ("lock", "opens", "gate"):
        out.append(_rect("dr-part__ground", box.x, part.y, box.width, part.height, 0))
    first = part.lines[0] if part.lines else None
    if first is not None:
        size = part.size * 1.08
        at = first.x - 19.0, first.y - part.size * 0.9
        if part.kind in ("lock", "opens"):
            out.append(sign("lock", *at, size))
        elif part.kind == "gate":
            out.append(sign("gate", *at, size))
        elif part.kind == "status" and node.status is not None:
            out.append(sign(node.status, *at, size))
        elif part.kind == "body" and node.kind in ("question", "advice"):
            out.append(sign(node.kind, first.x - 22.0, first.y - part.size * 0.95, part.size * 1.15))
        elif part.kind == "body" and node.number is not None:
            out.append(_badge(node.number, first.x, first.y, part.size))
    out += [_text("", line, part.size) for line in part.lines]
    out.append("</g>")
    return "".join(out)


def _badge(number: int, x: float, y: float, size: float) -> str:
    small = size * 0.9
    width = max(width_of(str(number), small, bold=True) + 9.0, size * 1.3)
    height = size * 1.3
    left = x - 5.0 - width
    return (
        f'<rect class="dr-badge" x="{left:g}" y="{y - size * 1.0:g}" width="{width:g}" height="{height:g}" '
        f'rx="{height / 2:g}"/><text class="dr-badge__number" x="{left + width / 2:g}" y="{y - size * 0.03:g}" '
        f'font-size="{small:g}">{number}</text>'
    )


def _rect(name: str, x: float, y: float, width: float, height: float, radius: float) -> str:
    return (
        f'<rect class="{name}" x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}"'
        + (f' rx="{radius:g}"' if radius else "")
        + "/>"
    )


__all__ = ["STATUS", "of_layout", "svg"]
