"""The shape of a drawing: boxes with their parts and lines of text, arrows as points, bands for the lanes."""

from dataclasses import dataclass
from typing import Literal

from baken.core.draw.model import Drawing, Edge

PartKind = Literal["lock", "gate", "body", "term", "status", "opens"]
Shape = Literal["wide", "narrow"]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text at its place, in a size of its own."""

    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a box, from top to bottom: a lock, a gateway, what to do, the term, the status, what it opens."""

    kind: PartKind
    y: float
    height: float
    size: float
    lines: tuple[Words, ...]
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """One node with its place. The parts lie below one another and fill the box."""

    node: str
    x: float
    y: float
    width: float
    height: float
    parts: tuple[Part, ...]

    def part(self, kind: PartKind) -> Part | None:
        """Return a part of this box."""
        return next((part for part in self.parts if part.kind == kind), None)


@dataclass(frozen=True, slots=True)
class Arrow:
    """One arrow, from box to box, in straight pieces."""

    edge: Edge
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """The room of one lane; `lines` is its name."""

    lane: str
    x: float
    y: float
    width: float
    height: float
    size: float
    lines: tuple[Words, ...]
    upright: bool


@dataclass(frozen=True, slots=True)
class Key:
    """One line or sign with what it means."""

    kind: str
    x: float
    y: float
    size: float
    words: Words


@dataclass(frozen=True, slots=True)
class Layout:
    """A whole drawing with every place in it. Nothing lies outside `width` by `height`."""

    shape: Shape
    lang: str
    drawing: Drawing
    width: float
    height: float
    bands: tuple[Band, ...]
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    keys: tuple[Key, ...]
    sources: tuple[Words, ...]
    small: float

    def box(self, node: str) -> Box:
        """Return the box of a node."""
        return next(box for box in self.boxes if box.node == node)
