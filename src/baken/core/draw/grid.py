"""Where every box stands in the wide drawing: a column for what comes after what, a row for who does it."""

from dataclasses import dataclass

from baken.core.draw.model import RECEIVING, Drawing, Node

DEEP = 3
"""How many boxes of one lane may stand below one another in a column."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A place in the grid; `depth` counts the boxes above it in the same cell."""

    column: int
    row: int
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Grid:
    """Every node's cell. `rows` tells the lane of each row; `loose` the rows whose boxes divide the width anew."""

    cells: dict[str, Cell]
    columns: int
    rows: tuple[str, ...]
    loose: frozenset[int]


def grid(drawing: Drawing) -> Grid:
    """Return the cells of all nodes: what is done stacks in its lane's first row, receivers take what is free."""
    columns = _columns(drawing)
    width = max(columns.values()) + 1
    cells: dict[str, Cell] = {}
    rows: list[str] = []
    loose: set[int] = set()
    for lane in drawing.lanes:
        first = len(rows)
        stacks: dict[int, int] = {}
        mine = [node for node in drawing.nodes if node.lane == lane.id]
        for node in sorted((one for one in mine if one.id in columns), key=_rank):
            column = columns[node.id]
            cells[node.id] = Cell(column, first, stacks.get(column, 0))
            stacks[column] = stacks.get(column, 0) + 1
        received = [node for node in mine if node.kind in RECEIVING]
        if lane.id == drawing.lanes[-1].id and not stacks and len(received) <= width + 1:
            # No arrow passes through the last row, so it needs no gutters and its boxes can divide the width anew.
            loose.add(first)
            cells.update({node.id: Cell(number, first) for number, node in enumerate(received)})
        else:
            place = 0
            for node in received:
                while place < width and place in stacks:
                    place += 1
                cells[node.id] = Cell(place % width, first + place // width)
                place += 1
        last = max(cell.row for name, cell in cells.items() if drawing.node(name).lane == lane.id)
        rows.extend(lane.id for _ in range(last + 1 - first))
    return Grid(cells, width, tuple(rows), frozenset(loose))


def _rank(node: Node) -> int:
    return 0 if node.kind == "step" else 1


def _columns(drawing: Drawing) -> dict[str, int]:
    """Return the column of everything that is done: after what it waits for, and never before the step above it."""
    before: dict[str, list[str]] = {}
    for edge in drawing.edges:
        before.setdefault(edge.target, []).append(edge.source)
    for node in drawing.nodes:
        if node.kind == "step":
            before.setdefault(node.id, []).extend(lock.opened_by for lock in node.locks if lock.opened_by)
    found: dict[str, int] = {}
    last: dict[str, int] = {}
    filled: dict[tuple[str, int], int] = {}
    waiting = [node for node in drawing.nodes if node.kind not in RECEIVING and node.kind != "outcome"]
    while waiting:
        node = next(one for one in waiting if all(name in found for name in before.get(one.id, [])))
        waiting.remove(node)
        column = max((_earliest(drawing, node, name, found) for name in before.get(node.id, [])), default=0)
        if node.kind == "step":
            column = max(column, last.get(node.lane, 0))
        while filled.get((node.lane, column), 0) >= DEEP:
            column += 1
        if node.kind == "step":
            last[node.lane] = column
        filled[node.lane, column] = filled.get((node.lane, column), 0) + 1
        found[node.id] = column
    if "outcome" in before:
        wanted = min(max(found[name] for name in before["outcome"]) + 1, max(found.values()))
        while filled.get(("reporter", wanted), 0):
            wanted += 1
        found["outcome"] = wanted
    return found


def _earliest(drawing: Drawing, node: Node, name: str, found: dict[str, int]) -> int:
    """Return the first column after a node. What goes down to another lane may stand right below; an answer may not."""
    lanes = [lane.id for lane in drawing.lanes]
    down = lanes.index(drawing.node(name).lane) < lanes.index(node.lane)
    return found[name] + (0 if down else 1)
