"""The parts of a client's page. Each part of care adds its own in `apps.py`, so that the page knows none of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from baken.ledger.streams import Stream
from baken.web.parts import Line


@dataclass(frozen=True, slots=True)
class Way:
    """Something that can be done from here: its words and its address."""

    words: str
    href: str


@dataclass(frozen=True, slots=True)
class Panel:
    """One part of the page: its name, what stands in it, what can be done. Without lines or ways it is left out."""

    id: str
    title: str
    lines: Sequence[Line]
    ways: Sequence[Way] = ()
    warning: str = ""


Make = Callable[[Stream, datetime, bool], Panel | None]
"""Make a panel of one client's stream, at a moment, for somebody who may change it or only read it."""
_makers: dict[str, tuple[int, Make]] = {}


def add(name: str, make: Make, *, order: int) -> None:
    """Put a part on the page of every client; lower `order` is nearer the top."""
    _makers[name] = (order, make)


def panels(client: Stream, now: datetime, *, may_keep: bool) -> list[Panel]:
    """Make every part of one client's page, in order."""
    made = (make(client, now, may_keep) for _, make in sorted(_makers.values(), key=lambda one: one[0]))
    return [panel for panel in made if panel is not None and (panel.lines or panel.ways or panel.warning)]
