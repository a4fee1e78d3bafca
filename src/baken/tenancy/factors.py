"""How people log in beside a password, asked of whoever keeps it; it lies above."""

from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

if TYPE_CHECKING:
    from baken.tenancy.actors import Actor
    from baken.tenancy.models import Person

Ways = Mapping[UUID, frozenset[str]]
"""Per person: `app`, `passkey`, `sso`."""
Source = Callable[[Collection[UUID]], Ways]
_sources: dict[str, Source] = {}


class End(Protocol):
    """Ends every way in which a person logs in, for who lost all of them. Raises `Refused`."""

    def __call__(self, person: "Person", *, by: "Actor", now: datetime) -> None: ...


_ends: dict[str, End] = {}


def add(name: str, source: Source) -> None:
    """Let a part that keeps ways of logging in answer. Once per name."""
    _sources[name] = source


def ways(people: Collection[UUID]) -> Ways:
    """Return, per person, every way of logging in that they have beside a password."""
    found: dict[UUID, frozenset[str]] = {person: frozenset() for person in people}
    for source in _sources.values():
        for person, theirs in source(people).items():
            found[person] = found.get(person, frozenset()) | theirs
    return found


def ending(name: str, end: End) -> None:
    """Let a part that keeps ways of logging in end them. Once per name."""
    _ends[name] = end


def end_all(person: "Person", *, by: "Actor", now: datetime) -> None:
    """End every way in which this person logs in, and every session."""
    for end in _ends.values():
        end(person, by=by, now=now)
