"""Ways for the arrows of the wide drawing: along the gutters between columns and the channels between rows.

Nothing stands in a gutter or a channel, so an arrow never runs through a box. Arrows of one kind from one box share
their way; others get a track of their own.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from baken.core.draw.grid import Cell, Grid
from baken.core.draw.model import RECEIVING, Drawing, Edge
from baken.core.draw.shapes import Arrow, Box, Point

Net = tuple[str, str]
Stop = tuple[str, int]
"""A gutter ("g", left of a column) or a channel ("c", above a row)."""
TRACK = 8.0


@dataclass(frozen=True, slots=True)
class Way:
    """One arrow before it has places: how it leaves, the gutters and channels it takes, how it enters."""

    edge: Edge
    leaves: str
    stops: tuple[Stop, ...]
    enters: str

    @property
    def net(self) -> Net:
        """The arrows that share their way."""
        return self.edge.source, self.edge.line


def ways(drawing: Drawing, grid: Grid) -> list[Way]:
    """Return the way of every arrow."""
    kinds = {node.id: node.kind for node in drawing.nodes}
    return [
        _way(edge, grid.cells[edge.source], grid.cells[edge.target], kinds[edge.target] in RECEIVING)
        for edge in drawing.edges
    ]


def _way(edge: Edge, start: Cell, end: Cell, from_above: bool) -> Way:
    if from_above:
        return Way(edge, "right", (("g", start.column + 1), ("c", end.row)), "top")
    if end.column > start.column:
        gutters, sides = (start.column + 1, end.column), ("right", "left")
    elif end.column == start.column and (end.row, end.depth) > (start.row, start.depth):
        gutters, sides = (start.column, start.column), ("left", "left")
    elif end.column == start.column:
        gutters, sides = (start.column + 1, start.column + 1), ("right", "right")
    else:
        gutters, sides = (start.column, end.column + 1), ("left", "right")
    if gutters[0] == gutters[1]:
        return Way(edge, sides[0], (("g", gutters[0]),), sides[1])
    channel = end.row if start.row <= end.row else end.row + 1
    return Way(edge, sides[0], (("g", gutters[0]), ("c", channel), ("g", gutters[1])), sides[1])


@dataclass(slots=True)
class Tracks:
    """Which track each net has in each gutter and channel."""

    of: dict[tuple[Stop, Net], int] = field(default_factory=dict)
    count: dict[Stop, int] = field(default_factory=dict)


def tracks(found: Iterable[Way], grid: Grid) -> Tracks:
    """Give every net a track of its own wherever two would lie upon each other."""
    spans: dict[Stop, dict[Net, tuple[int, int]]] = {}
    for way in found:
        for stop, low, high in _spans(way, grid):
            nets = spans.setdefault(stop, {})
            known = nets.get(way.net, (low, high))
            nets[way.net] = (min(low, known[0]), max(high, known[1]))
    given = Tracks()
    for stop, nets in spans.items():
        ends: list[int] = []
        for net, (low, high) in sorted(nets.items(), key=lambda item: (item[1], item[0])):
            number = next((n for n, end in enumerate(ends) if end < low), len(ends))
            ends[number:] = [high, *ends[number + 1 :]]
            given.of[stop, net] = number
        given.count[stop] = len(ends)
    return given


def _spans(way: Way, grid: Grid) -> Iterable[tuple[Stop, int, int]]:
    """Yield how far an arrow goes along each of its stops: rows count as 2n + 1 in a gutter, channels as 2n."""
    start, end = grid.cells[way.edge.source], grid.cells[way.edge.target]
    marks = [2 * start.row + 1, *(2 * place for _, place in way.stops), 0]
    if way.stops[-1][0] == "g":
        marks[-1] = 2 * end.row + 1
    elif end.row in grid.loose:
        # Its places are its own: keep this channel for this net alone.
        yield way.stops[-1], -1, 2 * grid.columns + 1
        marks[-1] = marks[-3]
    else:
        marks[-1] = 2 * end.column + 1
    for number, stop in enumerate(way.stops):
        around = marks[number], marks[number + 2]
        yield stop, min(around), max(around)


def arrows(
    found: Iterable[Way], given: Tracks, boxes: dict[str, Box], at: dict[Stop, float]
) -> tuple[Arrow, ...]:
    """Return the arrows at their places. `at` is where the first track of a stop lies."""
    ports = _ports(list(found), boxes)
    done = []
    for way in found:
        box, target = boxes[way.edge.source], boxes[way.edge.target]
        x = box.x + box.width if way.leaves == "right" else box.x
        points: list[Point] = [(x, ports[way.net, way.leaves])]
        for stop in way.stops:
            place = at[stop] + TRACK * given.of[stop, way.net]
            points.append((place, points[-1][1]) if stop[0] == "g" else (points[-1][0], place))
        if way.enters == "top":
            middle = target.x + target.width / 2
            points += [(middle, points[-1][1]), (middle, target.y)]
        else:
            y = entry(target)
            points += [(points[-1][0], y), (target.x if way.enters == "left" else target.x + target.width, y)]
        done.append(Arrow(way.edge, straight(points)))
    return tuple(done)


def entry(box: Box) -> float:
    """Return the height at which arrows come in: at the gateway where there is one."""
    return box.y + 20.0


def _ports(found: list[Way], boxes: dict[str, Box]) -> dict[tuple[Net, str], float]:
    """Return where each net leaves its box: straight on to a box beside it, else where no other arrow crosses over."""
    ports: dict[tuple[Net, str], float] = {}
    taken: dict[Stop, list[float]] = {}
    for way in found:
        box, target = boxes[way.edge.source], boxes[way.edge.target]
        if way.enters != "top":
            taken.setdefault(way.stops[-1], []).append(entry(target))
        beside = len(way.stops) == 1 and way.leaves != way.enters and abs(box.y - target.y) < 1.0
        if beside and not _ambiguous(way, found):
            ports[way.net, way.leaves] = entry(box)
    for way in found:
        key = way.net, way.leaves
        if key not in ports:
            box, crossing = boxes[way.edge.source], taken.setdefault(way.stops[0], [])
            ports[key] = _free(box, crossing)
            crossing.append(ports[key])
    return ports


def _ambiguous(way: Way, found: list[Way]) -> bool:
    """Return whether another arrow comes in where this one parts: nobody could tell which goes where."""
    parts = any(one.net == way.net and one is not way for one in found)
    joined = any(one.edge.target == way.edge.target and one.net != way.net for one in found)
    return parts and joined


def _free(box: Box, taken: list[float]) -> float:
    """Return a height on the side of a box where no other arrow leaves or comes in, as far apart as there is room."""
    low, high = int(box.y + 33.0), int(box.y + box.height - 5.0)
    for apart in (10.0, 6.0, 3.0):
        for y in range(low, max(high, low + 1)):
            if all(abs(y - other) >= apart for other in taken):
                return float(y)
    return float(low)


def straight(points: list[Point]) -> tuple[Point, ...]:
    """Return the points without those that lie between two others on one line."""
    kept: list[Point] = []
    for point in points:
        if kept and abs(kept[-1][0] - point[0]) < 0.01 and abs(kept[-1][1] - point[1]) < 0.01:
            continue
        if len(kept) > 1 and _between(kept[-2], kept[-1], point):
            kept[-1] = point
        else:
            kept.append(point)
    return tuple((round(x, 2), round(y, 2)) for x, y in kept)


def _between(a: Point, b: Point, c: Point) -> bool:
    same_x = abs(a[0] - b[0]) < 0.01 and abs(b[0] - c[0]) < 0.01
    same_y = abs(a[1] - b[1]) < 0.01 and abs(b[1] - c[1]) < 0.01
    return (same_x and (b[1] - a[1]) * (c[1] - b[1]) >= 0) or (same_y and (b[0] - a[0]) * (c[0] - b[0]) >= 0)


def pieces(points: tuple[Point, ...]) -> Iterable[tuple[Point, Point]]:
    """Yield the straight pieces of an arrow."""
    return pairwise(points)
