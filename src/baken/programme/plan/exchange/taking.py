"""Rows that were looked at, carried to their confirmation and taken into a programme: all that were chosen, or none.

Nothing of a file is kept before somebody confirms: the rows travel in the form itself, as text, and are judged again
from the start when they come back. So there is no draft to clear away, and a form that came from anywhere is held
against the same rules as a file.
"""

import base64
import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction

from baken.core.decide.refusal import Refused
from baken.core.policy.bundle import Bundle
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.text import Text
from baken.programme.plan import actions, queries
from baken.programme.plan.exchange import columns, limits, matching
from baken.programme.plan.exchange.finding import MARKS, Raw
from baken.programme.plan.exchange.judging import Frame, Judged, judged
from baken.programme.plan.models import Action, Edition
from baken.tenancy.actors import Actor

MOST_CARRIED = 900_000
"""What fits in a form."""
_NOTHING = Text("Er is niets overgenomen.", "Nothing was taken over.")


@dataclass(frozen=True, slots=True)
class Chosen:
    """A row to take along, and who owns it."""

    row: Judged
    owner: str


@dataclass(frozen=True, slots=True)
class Looked:
    """Rows as they would be taken, and the actions of the programme that none of them names."""

    rows: Sequence[Judged]
    left_out: Sequence[Action]


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of it: actions that were added, and those that were changed."""

    added: Sequence[Action]
    changed: Sequence[Action]


def not_whole() -> Refused:
    """What came back is not what the page sent."""
    return Refused(
        _NOTHING,
        Text("Het formulier kwam niet heel aan.", "The form did not arrive whole."),
        Text("Kies het bestand opnieuw.", "Choose the file again."),
    )


def look(
    rows: Sequence[Raw], edition: Edition, bundle: Bundle | None, now: datetime, command: UUID | None = None
) -> Looked:
    """Return what would be made of these rows in this edition; what `command` added of them before is no hindrance."""
    own = {uuid5(part, Action.__name__) for part in _parts(command, len(rows))} if command else set()
    barriers = {one.id: one.name for one in bundle.barriers} if bundle else {}
    frame = Frame(edition.from_date, edition.until_date, civil_date(now), barriers)
    there = [one for one in queries.actions_of(edition) if one.id not in own]
    found = matching.matched(judged(rows, frame), there)
    return Looked(found, matching.left_out(found, there))


def carried(rows: Sequence[Raw]) -> str:
    """Return rows as a form carries them. Raises `Refused`: too much."""
    text = json.dumps(
        [[one.where.nl, one.where.en, one.number, one.texts, one.marks, one.there] for one in rows]
    )
    made = base64.urlsafe_b64encode(zlib.compress(text.encode(), 9)).decode()
    if len(made) > MOST_CARRIED or len(text) > limits.MAX_MADE:
        raise Refused(
            _NOTHING,
            Text(
                "Er staat te veel tekst in dit bestand voor één keer.",
                "This file holds too much text for one go.",
            ),
            Text("Verdeel het over kleinere bestanden.", "Divide it over smaller files."),
        )
    return made


def uncarried(sent: str) -> list[Raw]:
    """Return the rows of such a form; it may have come from anywhere. Raises `Refused`."""
    try:
        opener = zlib.decompressobj()
        told = json.loads(opener.decompress(base64.urlsafe_b64decode(sent.encode()), limits.MAX_MADE))
        rows = [_raw(*one) for one in told]
    except (ValueError, TypeError, AttributeError, RecursionError, zlib.error) as broken:
        raise not_whole() from broken
    if not 0 < len(rows) <= limits.MAX_ROWS:
        raise not_whole()
    return rows


def _raw(
    nl: str, en: str, number: int, texts: Mapping[str, str], marks: Mapping[str, str], there: Sequence[str]
) -> Raw:
    told = {str(role): str(text)[: limits.MAX_CELL] for role, text in texts.items() if role in columns.NAMES}
    marked = {str(role): mark for role, mark in marks.items() if role in columns.NAMES and mark in MARKS}
    known = tuple(role for role in columns.NAMES if role in there)
    return Raw(Text(str(nl)[:100], str(en)[:100]), int(number), told, marked, known)


@transaction.atomic
def take(
    chosen: Sequence[Chosen], edition: Edition, *, actor: Actor, now: datetime, command_id: UUID
) -> Taken:
    """Add or change what each chosen row says, all or none; what this command did before stays. Raises `Refused`."""
    added, changed = [], []
    for one in chosen:
        action = one.row.action
        if action is None:
            part = _part(command_id, one.row.order)
            made = actions.add_action(
                edition, told(one), actor=actor, now=now, command_id=part, as_it_is=True
            )
            added.append(made)
        else:
            fields = matching.told(one.row.changes)
            actions.change_action(action, fields, action.number, actor=actor, now=now, as_it_is=True)
            changed.append(action)
    return Taken(added, changed)


def _part(command: UUID, order: int) -> UUID:
    return uuid5(command, str(order))


def _parts(command: UUID, rows: int) -> list[UUID]:
    return [_part(command, order) for order in range(1, rows + 1)]


def told(chosen: Chosen) -> dict[str, Any]:
    """Return a row as the fields of an action."""
    row = chosen.row
    assert row.ready is not None
    return {
        "label": row.label,
        "title": row.title,
        "what": row.what,
        "owner": chosen.owner,
        "partners": list(row.partners),
        "barrier": row.barrier,
        "budget": row.budget,
        **matching.ready_fields(row.ready),
    }
