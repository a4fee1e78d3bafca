"""The wide drawing: lanes as rows, time from left to right; for a desk screen and for A4 on its side."""

from dataclasses import dataclass, replace

from baken.core.draw.cards import Sizes, card
from baken.core.draw.grid import Grid, grid
from baken.core.draw.legend import legend
from baken.core.draw.measuring import width_of, wrapped
from baken.core.draw.model import Drawing
from baken.core.draw.routing import TRACK, Stop, Tracks, Way, arrows, tracks, ways
from baken.core.draw.shapes import Arrow, Band, Box, Layout, Words

WIDTH = 1280.0
STRIP = 38.0
SIZES = Sizes(body=13.5, small=12.5, pad=9.0, least=50.0)
_LABEL = 13.0
_NARROWEST = 132.0
_EDGE = 2.0
_BETWEEN = 14.0
"""Room between boxes below one another, and below the last box of a row."""


@dataclass(slots=True)
class _Across:
    """The places from left to right."""

    left: list[float]
    gutters: list[float]
    column: float
    whole: float


def wide(drawing: Drawing, lang: str, width: float = WIDTH) -> Layout:
    """Return the drawing with lanes as rows. It becomes wider than asked where its columns need it."""
    cells = grid(drawing)
    found = ways(drawing, cells)
    given = tracks(found, cells)
    across = _across(cells, given, width)
    boxes, rows, ends = _down(drawing, cells, given, across, lang)
    bands = _bands(drawing, cells, lang, ends, across.whole)
    below = bands[-1].y + bands[-1].height
    keys, sources, end = legend(drawing, lang, _EDGE + 6.0, below, across.whole - 16.0, SIZES.small)
    return Layout(
        shape="wide",
        lang=lang,
        drawing=drawing,
        width=round(across.whole, 2),
        height=round(end, 2),
        bands=bands,
        boxes=tuple(boxes.values()),
        arrows=_arrows(found, given, boxes, across, rows),
        keys=keys,
        sources=sources,
        small=SIZES.small,
    )


def _across(cells: Grid, given: Tracks, width: float) -> _Across:
    counts = [given.count.get(("g", column), 0) for column in range(cells.columns + 1)]
    gutters = [14.0 if count == 0 else 17.0 + TRACK * count for count in counts]
    column = max(_NARROWEST, (width - STRIP - sum(gutters) - 2 * _EDGE) / cells.columns)
    left = [_EDGE + STRIP + gutters[0]]
    for gutter in gutters[1:]:
        left.append(left[-1] + column + gutter)
    return _Across(left, gutters, column, left[-1] + _EDGE)


def _down(
    drawing: Drawing, cells: Grid, given: Tracks, across: _Across, lang: str
) -> tuple[dict[str, Box], list[float], list[float]]:
    """Return every box, and where each row begins and ends."""
    boxes: dict[str, Box] = {}
    rows: list[float] = []
    ends: list[float] = []
    start = _EDGE
    for number, lane in enumerate(cells.rows):
        used = given.count.get(("c", number), 0)
        top = start + (_BETWEEN if not used else 21.0 + TRACK * used)
        bottom = top
        stack: dict[int, float] = {}
        here = sorted(
            (cell.column, cell.depth, name) for name, cell in cells.cells.items() if cell.row == number
        )
        for column, _, name in here:
            x, width = _place(cells, number, column, across)
            y = stack.get(column, top)
            boxes[name] = card(drawing.node(name), lang, x, y, width, SIZES)
            stack[column] = y + boxes[name].height + _BETWEEN
            bottom = max(bottom, stack[column])
        if number == len(cells.rows) - 1 or cells.rows[number + 1] != lane:
            begun = ends[cells.rows.index(lane) - 1] if cells.rows.index(lane) else _EDGE
            bottom = max(bottom, begun + _label_length(drawing, lane, lang) + 16.0)
        rows.append(top)
        ends.append(bottom)
        start = bottom
    return boxes, rows, ends


def _place(cells: Grid, row: int, column: int, across: _Across) -> tuple[float, float]:
    if row not in cells.loose:
        return across.left[column], across.column
    count = 1 + max(cell.column for cell in cells.cells.values() if cell.row in cells.loose)
    room = across.whole - _EDGE - STRIP - _EDGE
    width = min((room - _BETWEEN * (count + 1)) / count, across.column * 1.2)
    return _EDGE + STRIP + _BETWEEN + column * (width + _BETWEEN), width


def _arrows(
    found: list[Way], given: Tracks, boxes: dict[str, Box], across: _Across, rows: list[float]
) -> tuple[Arrow, ...]:
    at: dict[Stop, float] = {}
    for number, gutter in enumerate(across.gutters):
        used = TRACK * max(0, given.count.get(("g", number), 0) - 1)
        # An arrow head needs more room on the right of a gutter than a line on its left.
        at["g", number] = across.left[number] - gutter + max(6.0, (gutter - used - 8.0) / 2)
    for number, row in enumerate(rows):
        at["c", number] = row - 15.0 - TRACK * max(0, given.count.get(("c", number), 0) - 1)
    return arrows(found, given, boxes, at)


def _label(drawing: Drawing, lane: str, lang: str) -> list[str]:
    name = next(one.name for one in drawing.lanes if one.id == lane).in_(lang)
    longest = max(width_of(word, _LABEL, bold=True) for word in name.split())
    return wrapped(name, _LABEL, max(longest, width_of(name, _LABEL, bold=True) / 2 + 30.0), True)


def _label_length(drawing: Drawing, lane: str, lang: str) -> float:
    return max(width_of(line, _LABEL, bold=True) for line in _label(drawing, lane, lang))


def _bands(drawing: Drawing, cells: Grid, lang: str, ends: list[float], width: float) -> tuple[Band, ...]:
    bands = []
    y = _EDGE
    for lane in drawing.lanes:
        end = ends[max(number for number, row in enumerate(cells.rows) if row == lane.id)]
        lines = _label(drawing, lane.id, lang)
        words = tuple(
            Words(
                round(_EDGE + STRIP / 2 + _LABEL * (1.2 * (number - (len(lines) - 1) / 2) + 0.35), 2),
                round((y + end) / 2, 2),
                line,
            )
            for number, line in enumerate(lines)
        )
        bands.append(Band(lane.id, _EDGE, y, width - 2 * _EDGE, end - y, _LABEL, words, True))
        y = end
    return tuple(replace(band, y=round(band.y, 2), height=round(band.height, 2)) for band in bands)
