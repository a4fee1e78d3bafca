"""What members can release to their region, and how it is read: each part of the programme adds its own kind.

A part does so in `apps.py`, so that the region knows none of them. What goes is always shown first by the same function
that shows it to whoever receives it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from pydantic import BaseModel

from baken.core.vocabulary.text import Text
from baken.web.parts import Table, Words


@dataclass(frozen=True, slots=True)
class Offer:
    """Something this organisation can release now: what of (one word, as in an address), and exactly what would go."""

    about: str
    payload: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Told:
    """What one member released, as a comparison takes it: the member's name, the data, and when."""

    name: str
    data: Any
    at: datetime


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of release. `shape` is its closed form (forbid extra keys): no free text about anybody, no names.

    `offers` answers what the organisation in scope could release on a day. `titled` names one release from its data;
    `show` says all of it in words, in tables; `compare` lays what several members released side by side, in the order
    of their names, without ranking them. `together` names that; where there is none, the newest release does.
    """

    id: str
    title: Text
    lead: Text
    shape: type[BaseModel]
    offers: Callable[[date], Sequence[Offer]]
    titled: Callable[[Any], Words]
    show: Callable[[Any], Sequence[Table]]
    compare: Callable[[Sequence[Told]], Sequence[Table]]
    note: Text | None = None
    order: int = 50
    together: Callable[[Sequence[Told]], Words] | None = None


_kinds: dict[str, Kind] = {}


def add(kind: Kind) -> None:
    """Let a part release something. Once per id."""
    _kinds[kind.id] = kind


def find(id_: str) -> Kind | None:
    """Return a kind, or None where no part knows it."""
    return _kinds.get(id_)


def every() -> list[Kind]:
    """Return all kinds, in their order on the page."""
    return sorted(_kinds.values(), key=lambda one: (one.order, one.id))
