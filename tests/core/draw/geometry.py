"""What may not be in a drawing: boxes or arrows on each other, text that does not fit, anything out of sight."""

from collections.abc import Iterator
from itertools import combinations, pairwise

from baken.core.draw.measuring import width_of
from baken.core.draw.shapes import Arrow, Box, Layout, Point

Piece = tuple[Point, Point]
HAIR = 0.6


def troubles(layout: Layout) -> list[str]:
    """Return everything that is wrong with where things stand."""
    return [
        *_out_of_sight(layout),
        *_boxes_on_each_other(layout),
        *_words_that_do_not_fit(layout),
        *_arrows_that_go_wrong(layout),
        *_arrows_on_each_other(layout),
    ]


def _out_of_sight(layout: Layout) -> Iterator[str]:
    spots = [(box.node, x, y) for box in layout.boxes for x, y in _corners(box)]
    spots += [(arrow.edge.target, x, y) for arrow in layout.arrows for x, y in arrow.points]
    spots += [(band.lane, band.x + band.width, band.y + band.height) for band in layout.bands]
    spots += [
        (key.kind, key.words.x + width_of(key.words.text, key.size), key.words.y + 3.0) for key in layout.keys
    ]
    spots += [("source", line.x + width_of(line.text, layout.small), line.y + 3.0) for line in layout.sources]
    for name, x, y in spots:
        if not (0.0 <= x <= layout.width and 0.0 <= y <= layout.height):
            yield f"{name} is out of sight at {x:.0f}, {y:.0f}"


def _corners(box: Box) -> Iterator[Point]:
    yield box.x, box.y
    yield box.x + box.width, box.y + box.height


def _boxes_on_each_other(layout: Layout) -> Iterator[str]:
    for one, other in combinations(layout.boxes, 2):
        apart = (
            one.x + one.width + 4.0 <= other.x
            or other.x + other.width + 4.0 <= one.x
            or one.y + one.height + 4.0 <= other.y
            or other.y + other.height + 4.0 <= one.y
        )
        if not apart:
            yield f"{one.node} and {other.node} are on each other"


def _words_that_do_not_fit(layout: Layout) -> Iterator[str]:
    for box in layout.boxes:
        for part in box.parts:
            for line in part.lines:
                right = line.x + width_of(line.text, part.size, part.bold)
                inside = box.x <= line.x and right <= box.x + box.width + HAIR
                high = part.y <= line.y - part.size * 0.7 and line.y + part.size * 0.2 <= part.y + part.height
                if not (inside and high):
                    yield f"{box.node}: {line.text!r} does not fit its {part.kind}"
        if abs(sum(part.height for part in box.parts) - box.height) > HAIR:
            yield f"{box.node}: its parts do not fill it"
    for band in layout.bands:
        for line in band.lines:
            long = width_of(line.text, band.size, bold=True)
            if long > (band.height if band.upright else band.width) + HAIR:
                yield f"the name of lane {band.lane} does not fit"


def _arrows_that_go_wrong(layout: Layout) -> Iterator[str]:
    for arrow in layout.arrows:
        name = f"the arrow {arrow.edge.source} to {arrow.edge.target}"
        if not _on_border(layout.box(arrow.edge.source), arrow.points[0]):
            yield f"{name} does not begin at its box"
        if not _on_border(layout.box(arrow.edge.target), arrow.points[-1]):
            yield f"{name} does not end at its box"
        for piece in pairwise(arrow.points):
            (ax, ay), (bx, by) = piece
            if abs(ax - bx) > HAIR and abs(ay - by) > HAIR:
                yield f"{name} goes aslant"
            for box in layout.boxes:
                if _runs_through(box, piece):
                    yield f"{name} runs through {box.node}"
            for band in layout.bands:
                if band.upright and min(ax, bx) < band.lines[0].x + band.size * 0.5:
                    yield f"{name} runs through the name of lane {band.lane}"


def _on_border(box: Box, point: Point) -> bool:
    x, y = point
    across = box.x - HAIR <= x <= box.x + box.width + HAIR
    along = box.y - HAIR <= y <= box.y + box.height + HAIR
    on_side = abs(x - box.x) < HAIR or abs(x - box.x - box.width) < HAIR
    return across and along and (on_side or abs(y - box.y) < HAIR)


def _runs_through(box: Box, piece: Piece) -> bool:
    (ax, ay), (bx, by) = piece
    return (
        max(ax, bx) > box.x + HAIR
        and min(ax, bx) < box.x + box.width - HAIR
        and max(ay, by) > box.y + HAIR
        and min(ay, by) < box.y + box.height - HAIR
    )


def _arrows_on_each_other(layout: Layout) -> Iterator[str]:
    for one, other in combinations(layout.arrows, 2):
        if one.edge.source == other.edge.source or one.edge.target == other.edge.target:
            continue  # these may begin or end together
        for piece in pairwise(one.points):
            for another in pairwise(other.points):
                if _together(piece, another) > 2.0:
                    yield f"{_name(one)} lies on {_name(other)}"


def _together(one: Piece, other: Piece) -> float:
    """Return over what length two pieces lie on each other."""
    for along, across in ((0, 1), (1, 0)):
        places = {round(point[across]) for point in (*one, *other)}
        if max(places) - min(places) <= 1 and _long(one, along) and _long(other, along):
            return min(max(p[along] for p in one), max(p[along] for p in other)) - max(
                min(p[along] for p in one), min(p[along] for p in other)
            )
    return 0.0


def _long(piece: Piece, along: int) -> bool:
    return abs(piece[0][along] - piece[1][along]) > 0.1


def _name(arrow: Arrow) -> str:
    return f"the arrow {arrow.edge.source} to {arrow.edge.target}"
