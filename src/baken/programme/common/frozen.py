"""What an evaluation freezes: each part adds the figures of a period, which name nobody and point to nobody (V22).

A part adds its source in `apps.py`; the evaluation keeps what they answer on one day, and never asks again.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from baken.core.vocabulary.text import Text


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of a data set: what it counts, the number or words, and what must be known to read it rightly."""

    name: Text
    value: Text | int | None
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """The figures of one part, under one topic: policy, execution, casework, cooperation or finance (EVAL-01)."""

    id: str
    topic: str
    title: Text
    figures: Sequence[Figure]


Source = Callable[[date, date], Block | None]
"""Given the first and last day of the period: the figures of a part, or None where it has nothing to say."""
_sources: dict[str, tuple[int, Source]] = {}


def add(name: str, source: Source, *, order: int) -> None:
    """Let a part give its figures. Once per name; lower `order` comes first."""
    _sources[name] = (order, source)


def blocks(first: date, last: date) -> list[Block]:
    """Return the figures of every part about a period."""
    made = (source(first, last) for _, source in sorted(_sources.values(), key=lambda one: one[0]))
    return [block for block in made if block is not None]
