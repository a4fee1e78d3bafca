"""Where the shapes of the BPMN diagram stand: those of the wide drawing, with what a BPMN program draws itself.

A task fills the top of its box, so that every arrow meets it; the words of its condition and its lock stand below it.
"""

from baken.core.draw.cards import headline
from baken.core.draw.measuring import wrapped
from baken.core.draw.model import RECEIVING, Edge, Node
from baken.core.draw.shapes import Box, Layout, Point

Room = tuple[float, float, float, float]
Points = tuple[Point, ...]
_POOL = 30.0
_EVENT = 30.0
_FORK = 30.0


def pool(layout: Layout) -> Room:
    """Return the room of the pool around its lanes."""
    first, last = layout.bands[0], layout.bands[-1]
    return first.x - _POOL, first.y, first.width + _POOL, last.y + last.height - first.y


def task(box: Box) -> Room:
    """Return the room of a task: the top of its box, as high as what is said in it."""
    height = sum(part.height for part in box.parts if part.kind in ("body", "term"))
    return box.x, box.y, box.width, max(height, 40.0)


def label(box: Box) -> Room:
    """Return the room of the words of a condition, or of the one word that something may be done."""
    gate = box.part("gate")
    top = task(box)[1] + task(box)[3]
    return box.x, top + 3.0, box.width, 14.0 if gate is None else gate.height - 4.0


def notes(box: Box, node: Node, lang: str) -> list[tuple[Room, str]]:
    """Return the rooms and words of the locks before a box, and of those it opens."""
    gate = box.part("gate")
    top = task(box)[1] + task(box)[3] + (gate.height if gate is not None else 0.0)
    words = [lock.short.in_(lang) for lock in node.locks] + [lock.full.in_(lang) for lock in node.opens]
    parts = [part for part in box.parts if part.kind in ("lock", "opens")]
    found = []
    for part, said in zip(parts, words, strict=True):
        found.append(((box.x, top + 3.0, box.width, part.height - 4.0), said))
        top += part.height
    return found


def event(box: Box) -> tuple[Room, Room]:
    """Return the room of an event and of its words beside it."""
    circle = (box.x + 2.0, box.y + 5.0, _EVENT, _EVENT)
    return circle, (box.x + _EVENT + 6.0, box.y + 3.0, box.width - _EVENT - _FORK - 14.0, 40.0)


def fork(layout: Layout) -> Room:
    """Return the room of the gateway after the report."""
    box = layout.box("start")
    return box.x + box.width - _FORK, box.y + 5.0, _FORK, _FORK


def to_fork(layout: Layout) -> Points:
    """Return the way from the report to its gateway: below the words between them."""
    box = layout.box("start")
    low = box.y + box.height + 3.0
    end = fork(layout)
    x = box.x + 2.0 + _EVENT / 2
    return (
        (x, box.y + 5.0 + _EVENT),
        (x, low),
        (end[0] + _FORK / 2, low),
        (end[0] + _FORK / 2, end[1] + _FORK),
    )


def way(layout: Layout, edge: Edge) -> Points:
    """Return the points of an arrow, from the task it leaves to the task or event it reaches."""
    arrow = next(one for one in layout.arrows if one.edge == edge)
    points = list(arrow.points)
    box, target = layout.box(edge.source), layout.box(edge.target)
    if edge.source == "start":
        points = _from_fork(layout, points)
    else:
        lowest = task(box)[1] + task(box)[3] - 3.0
        if points[0][1] > lowest:
            points[0] = points[0][0], lowest
            points[1] = points[1][0], lowest
    if target.node == "outcome" and points[-1][0] > target.x + target.width / 2:
        # The circle stands on the left of the words: come in from above the words.
        room = event(target)[0]
        middle = room[0] + _EVENT / 2
        points = [*points[:-1], (points[-2][0], target.y - 6.0), (middle, target.y - 6.0), (middle, room[1])]
    elif target.node == "outcome":
        points[-1] = event(target)[0][0], points[-1][1]
    return tuple(points)


def _from_fork(layout: Layout, points: list[Point]) -> list[Point]:
    room = fork(layout)
    middle = room[1] + _FORK / 2
    if points[0][0] > room[0]:
        return [(room[0] + _FORK, middle), (points[1][0], middle), *points[1:]]
    low = layout.box("start").y + layout.box("start").height + 7.0
    x = room[0] + _FORK / 2
    return [(x, room[1] + _FORK), (x, low), (points[1][0], low), *points[2:]]


def below(layout: Layout, words: str) -> Room:
    """Return the room of the sources, below the pool."""
    x, y, width, height = pool(layout)
    lines = len(wrapped(words, 13.0, width * 0.9))
    return x, y + height + 10.0, width, 12.0 + 18.0 * lines


def headline_of(node: Node, words: str) -> str:
    """Return the words in a task: a name as it is, a sentence without what comes after it."""
    return words if node.kind in RECEIVING or node.term is not None else headline(words)
