"""Writes what was looked at to both logs, in one statement, in the transaction and organisation that are open."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from django.db import connection

from baken.clock import now as clock
from baken.core.derive.questions import NOT_IN
from baken.tenancy.actors import Actor
from baken.tenancy.looks import EMERGENCY, Deed, Look, Thing
from baken.tenancy.scope import current

SUBJECTS = frozenset({"signal", "notification", "request", "client"})
"""The kinds of things that hold data of those concerned: each has a stream of its own."""

RESULTS = ("shown", "done", "sent_back", "refused", "not_found", "failed", NOT_IN)
_PROCESSED = frozenset({"shown", "done", "sent_back"})
_READ = (
    "organisation_id, trace, at, by, membership_id, on_behalf_of, roles, action, deed, address, method,"
    " object_kind, object_id, part_id, why, result, status"
)
_PROCESSING = "organisation_id, trace, span, activity, name, subject, begun, ended, status"


@dataclass(frozen=True, slots=True)
class What:
    """What happened to the request: the address's name, how it was asked, and how it ended."""

    address: str
    method: str
    deed: Deed | Literal["log_in"]
    result: str
    status: int
    part: UUID | None = None


def write(look: Look, what: What, things: Sequence[Thing], actor: Actor, *, at: datetime) -> None:
    """Write one entry per thing that was looked at (one where there is none), and what was processed of whom."""
    if getattr(actor, "emergency", None) is not None:
        look.tell(kind="", object_id=None, why=(EMERGENCY,), deed=None, activity="")
    who = ("person", actor.membership_id, actor.on_behalf_of, sorted(actor.roles))
    _insert(look, what, things, who, at)


def by_command(name: str, *, kind: str = "", object_id: UUID | None = None, deed: Deed = "view") -> None:
    """Note that a command or chore read content in the organisation in scope; nobody is logged in there.

    `name` is that of the command or chore, such as `ledger verify`.
    """
    at = clock()
    look = Look(at, action="command")
    look.tell(kind=kind, object_id=object_id, why=(), deed=deed, activity="")
    what = What(name, "", deed, "done", 0)
    _insert(look, what, look.things, ("command", None, None, []), at)


def log_in(
    what: str, *, how: str, result: str, membership: UUID | None, roles: Iterable[str], at: datetime
) -> None:
    """Write that somebody came in, was kept out or left, in the organisation in scope; without anybody's name where
    nobody is known."""
    look = Look(at, action=what)
    look.tell(kind="", object_id=None, why=(how,) if how else (), deed=None, activity="")
    who = ("person" if membership else "unknown", membership, None, sorted(roles))
    _insert(look, What("", "", "log_in", result, 0), (), who, at)


def subject_of(organisation: UUID, stream: UUID) -> UUID:
    """Return the pseudonym under which a stream stands in the processing log; it does not lead back."""
    return UUID(bytes=hashlib.sha256(b"baken.subject" + organisation.bytes + stream.bytes).digest()[:16])


def _insert(look: Look, what: What, things: Sequence[Thing], who: tuple[Any, ...], at: datetime) -> None:
    here = current()
    seen = list(things) or [Thing("")]
    values: list[Any] = []
    for thing in seen:
        named = (thing.kind, thing.id, what.part if len(seen) == 1 else None)
        asked = (look.action, what.deed, what.address, what.method)
        values += [here, look.trace, at, *who, *asked, *named, look.why, what.result, what.status]
    entries = f"INSERT INTO ledger_readentry ({_READ}) VALUES {_rows(len(seen), 17)}"
    whose = [thing.id for thing in seen if thing.id and thing.kind in SUBJECTS]
    if whose and what.result in _PROCESSED:
        activity = look.activity or f"urn:baken:action:{look.action}"
        for stream in whose:
            subject = subject_of(here, stream)
            values += [here, look.trace, look.span, activity, what.address, subject, look.begun, at, "Ok"]
        entries = (
            f"WITH entry AS ({entries}) INSERT INTO ledger_processing ({_PROCESSING})"
            f" VALUES {_rows(len(whose), 9)}"
        )
    with connection.cursor() as cursor:
        cursor.execute(entries, values)


def _rows(count: int, columns: int) -> str:
    row = f"({', '.join(['%s'] * columns)})"
    return ", ".join([row] * count)
