"""What somebody must know that no page of theirs asked for: a post without a holder, access in an emergency.

Rooms do not know each other's pages. Each adds its own source in `apps.py`; a page shows what is for its reader with
`{% notices %}`. Nothing is kept: a line stands there as long as what it says is so.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

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
GLANCE = timedelta(minutes=1)
_MOST = 1000
_sources: dict[str, tuple[tuple[str, ...], Source]] = {}
_glanced: dict[tuple[UUID, frozenset[str]], tuple[datetime, list[Line]]] = {}


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


def of(request: HttpRequest, *, glance: bool = False) -> list[Line]:
    """Return what the person who acts in this request must know.

    `glance`: on a page that is opened all day. Then this process asks at most once a minute for each member.
    """
    actor = getattr(request, "actor", None)
    if actor is None:
        return []
    who = (actor.membership_id, actor.roles)  # other roles are told other things
    at, known = now(), _glanced.get(who) if glance else None
    if known is not None and timedelta() <= at - known[0] < GLANCE:
        return known[1]
    found = lines(actor, at)
    if len(_glanced) >= _MOST:
        _glanced.clear()
    _glanced[who] = at, found
    return found
