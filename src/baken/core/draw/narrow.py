"""The narrow drawing: one column for a telephone, the arrows in a margin on the left."""

from baken.core.draw.cards import Sizes, card
from baken.core.draw.legend import legend
from baken.core.draw.measuring import wrapped
from baken.core.draw.model import RECEIVING, Drawing, Node
from baken.core.draw.routing import Net, straight
from baken.core.draw.shapes import Arrow, Band, Box, Layout, Words

WIDTH = 304.0
SIZES = Sizes(body=15.5, small=14.0, pad=10.0, least=46.0)
_TRACK = 7.0
_HEAD = 14.0
_GAP = 12.0
_EDGE = 2.0


def narrow(drawing: Drawing, lang: str, width: float = WIDTH) -> Layout:
    """Return the drawing as one column."""
    nodes = _in_order(drawing)
    place = {node.id: number for number, node in enumerate(nodes)}
    tracks = _tracks(drawing, place)
    count = max(tracks.values(), default=0) + 1
    left = _EDGE + 4.0 + _TRACK * count + 10.0
    names = {lane.id: lane.name.in_(lang) for lane in drawing.lanes}
    boxes: dict[str, Box] = {}
    bands: list[Band] = []
    y = _EDGE
    for number, node in enumerate(nodes):
        if number == 0 or nodes[number - 1].lane != node.lane:
            lines = wrapped(names[node.lane], _HEAD, width - left - _EDGE, True)
            words = tuple(
                Words(left, round(y + 17.0 + _HEAD * 1.25 * one, 2), line) for one, line in enumerate(lines)
            )
            start = y
            y += 17.0 + _HEAD * 1.25 * len(lines) - 4.0
            bands.append(Band(node.lane, left, start, width - left - _EDGE, 0.0, _HEAD, words, False))
        boxes[node.id] = card(node, lang, left, y, width - left - _EDGE, SIZES)
        y += boxes[node.id].height + _GAP
        last = bands[-1]
        bands[-1] = Band(
            last.lane, last.x, last.y, last.width, round(y - last.y, 2), _HEAD, last.lines, False
        )
    keys, sources, end = legend(drawing, lang, _EDGE + 2.0, y, width - 8.0, 13.0)
    return Layout(
        shape="narrow",
        lang=lang,
        drawing=drawing,
        width=width,
        height=round(end, 2),
        bands=tuple(bands),
        boxes=tuple(boxes.values()),
        arrows=_arrows(drawing, boxes, tracks, left),
        keys=keys,
        sources=sources,
        small=13.0,
    )


def _in_order(drawing: Drawing) -> list[Node]:
    """Return the nodes from top to bottom: who receives something right below the step that gives it."""
    given = {node.id for node in drawing.nodes if node.kind in RECEIVING}
    late = [
        node for node in drawing.nodes if node.kind in ("question", "advice") and _after_a_step(drawing, node)
    ]
    order: list[Node] = []
    for node in drawing.nodes:
        if node.id in given or node in late:
            continue
        order.append(node)
        order += [one for one in late if node in drawing.after(one.id)]
        received = drawing.receivers_of(node.id)
        for lane in ("table", "partner"):
            order += [one for one in received if one.lane == lane and one.kind != "elsewhere"]
    return [*order, *(node for node in drawing.nodes if node.kind == "elsewhere")]


def _after_a_step(drawing: Drawing, node: Node) -> bool:
    return any(one.kind == "step" for one in drawing.after(node.id))


def _tracks(drawing: Drawing, place: dict[str, int]) -> dict[Net, int]:
    """Give the arrows of one kind from one box a track; short ways lie nearest to the boxes."""
    spans: dict[Net, tuple[int, int]] = {}
    for edge in drawing.edges:
        net: Net = (edge.source, edge.line)
        ends = place[edge.source], place[edge.target]
        low, high = spans.get(net, (min(ends), max(ends)))
        spans[net] = (min(low, *ends), max(high, *ends))
    taken: list[list[tuple[int, int]]] = []
    found: dict[Net, int] = {}
    for net, (low, high) in sorted(spans.items(), key=lambda item: (item[1][1] - item[1][0], item[0])):
        free = [one for one, track in enumerate(taken) if all(high < a or low > b for a, b in track)]
        number = free[0] if free else len(taken)
        if not free:
            taken.append([])
        taken[number].append((low, high))
        found[net] = number
    return found


def _arrows(
    drawing: Drawing, boxes: dict[str, Box], tracks: dict[Net, int], left: float
) -> tuple[Arrow, ...]:
    leaving: dict[str, list[Net]] = {}
    for edge in drawing.edges:
        nets = leaving.setdefault(edge.source, [])
        if (edge.source, edge.line) not in nets:
            nets.append((edge.source, edge.line))
    found = []
    for edge in drawing.edges:
        net: Net = (edge.source, edge.line)
        box, target = boxes[edge.source], boxes[edge.target]
        track = left - 10.0 - _TRACK * tracks[net] - _TRACK / 2
        start = box.y + box.height - 9.0 - 7.0 * leaving[edge.source].index(net)
        end = target.y + 19.0
        points = [(left, start), (track, start), (track, end), (left, end)]
        found.append(Arrow(edge, straight(points)))
    return tuple(found)
