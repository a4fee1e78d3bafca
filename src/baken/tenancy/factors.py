"""How people log in beside a password, asked of whoever keeps it; it lies above."""

from collections.abc import Callable, Collection, Mapping
from uuid import UUID

Ways = Mapping[UUID, frozenset[str]]
"""Per person: `app`, `passkey`, `sso`."""
Source = Callable[[Collection[UUID]], Ways]
_sources: dict[str, Source] = {}


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
