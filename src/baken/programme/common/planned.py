"""Everything with a day on it, from every part of the programme: what is due, late or done, and the year on one page.

Each part adds its own source in `apps.py`, so that the overview knows none of them.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

State = Literal["open", "due", "late", "done", "dropped"]


@dataclass(frozen=True, slots=True)
class Planned:
    """Something that is to be done by a day. `first` and `last` are the days in which it falls; equal for one day.

    `owner` is a post or team. `state` at the moment asked: `due` when it falls in this quarter, `late` when its last
    day passed. `proved`: there is evidence; None where none is asked. `href` leads to where something can be done.
    """

    kind: str
    words: str
    first: date
    last: date
    state: State
    owner: str = ""
    proved: bool | None = None
    href: str = ""


Source = Callable[[date, date, date], Iterable[Planned]]
"""Given the first and last day asked for, and today: what falls in those days."""
_sources: dict[str, Source] = {}


def add(name: str, source: Source) -> None:
    """Let a part tell what it planned. Once per name."""
    _sources[name] = source


def between(first: date, last: date, today: date) -> list[Planned]:
    """Return everything that falls in these days, in order of the last day."""
    found = [one for _, source in sorted(_sources.items()) for one in source(first, last, today)]
    return sorted(found, key=lambda one: (one.last, one.kind, one.words))
