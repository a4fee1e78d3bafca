"""What stands in a drawing of a route, before it has a shape: who does what, after what, on which condition."""

from dataclasses import dataclass
from typing import Literal

from baken.core.derive.answers import Status
from baken.core.vocabulary.text import Text

Kind = Literal["start", "question", "advice", "step", "table", "receiver", "elsewhere", "outcome"]
Line = Literal["flow", "must", "may", "else", "answer"]
RECEIVING: frozenset[str] = frozenset({"table", "receiver", "elsewhere"})


NOBODY = Text("", "")
"""Where nothing is said."""


@dataclass(frozen=True, slots=True)
class Lane:
    """One actor, or several that act as one."""

    id: str
    name: Text


@dataclass(frozen=True, slots=True)
class Lock:
    """What must come first before something: as short words on a bar, and as a whole sentence."""

    hold: str
    short: Text
    full: Text
    source: Text
    opened_by: str | None


@dataclass(frozen=True, slots=True)
class Node:
    """One box: a step with its number, a question, or somebody who receives the signal.

    `conditions` are the gateways before it; `locks` stand before it; `opens` are the locks that it takes away.
    `strong` tells must from may; `assessed`, that only the assessment decides; `nameless`,
    that no name is needed. `status` is filled in for one signal.
    """

    id: str
    kind: Kind
    lane: str
    text: Text
    number: int | None = None
    conditions: tuple[Text, ...] = ()
    strong: bool = True
    assessed: bool = False
    nameless: bool = False
    term: Text | None = None
    locks: tuple[Lock, ...] = ()
    opens: tuple[Lock, ...] = ()
    source: Text = NOBODY
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """One arrow. `line` says how it is drawn: `must` full, `may` dashed, `else` to another place than this route."""

    source: str
    target: str
    line: Line = "flow"


@dataclass(frozen=True, slots=True)
class Drawing:
    """The whole route of one policy; `nodes` stand in the policy's own order."""

    id: str
    title: Text
    lanes: tuple[Lane, ...]
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    sources: tuple[Text, ...] = ()
    since: Text = NOBODY

    @property
    def positioned(self) -> bool:
        """Whether one signal's position is drawn in it."""
        return any(node.status is not None for node in self.nodes)

    def node(self, node_id: str) -> Node:
        """Return a node by id."""
        return next(node for node in self.nodes if node.id == node_id)

    def after(self, node_id: str) -> tuple[Node, ...]:
        """Return the nodes that come straight before this one."""
        sources = {edge.source for edge in self.edges if edge.target == node_id}
        return tuple(node for node in self.nodes if node.id in sources)

    def receivers_of(self, node_id: str) -> tuple[Node, ...]:
        """Return who receives what this step gives away."""
        targets = {edge.target for edge in self.edges if edge.source == node_id}
        return tuple(node for node in self.nodes if node.id in targets and node.kind in RECEIVING)
