"""What somebody must know that no page of theirs asked for: a post without a holder, access in an emergency.

Rooms do not know each other's pages. Each adds its own source in `apps.py`; a page shows what is for its reader with
`{% notices %}`. Nothing is kept: a line stands there as long as what it says is so.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.http import HttpRequest

from baken.clock import now
from baken.core.derive.access import may
from baken.core.vocabulary.text import Text
from baken.web.parts import Link, Words

if TYPE_CHECKING:
    from baken.tenancy.actors import Actor  # only its name: an app says what it adds before there are tables

LOOK = Text("Bekijk", "Look")


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to know, in finished words, and where one can do something about it."""

    words: Words
    href: str = ""
    action: Words = LOOK
    urgent: bool = False

    @property
    def link(self) -> Link | None:
        """Where one can do something about it."""
        return Link(self.href, self.action) if self.href else None


Source = Callable[["Actor", datetime], Iterable[Line]]
_sources: dict[str, tuple[tuple[str, ...], Source]] = {}


def add(name: str, source: Source, *, to: Iterable[str]) -> None:
    """Tell what this source says to everybody who may do one of these actions. Once per name."""
    _sources[name] = (tuple(to), source)


def lines(actor: "Actor", at: datetime) -> list[Line]:
    """Return what this person must know now, the urgent first."""
    found = [
        line
        for _, (actions, source) in sorted(_sources.items())
        if any(may(actor.roles, action).allowed for action in actions)
        for line in source(actor, at)
    ]
    return sorted(found, key=lambda line: not line.urgent)


def of(request: HttpRequest) -> list[Line]:
    """Return what the person who acts in this request must know."""
    actor = getattr(request, "actor", None)
    return [] if actor is None else lines(actor, now())
