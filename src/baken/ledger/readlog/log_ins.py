"""Carries notes of log-ins to the read log of each organisation whose door it was (ADR 0035).

A note that is for nobody becomes part of a number in the technical log. Tries by people who are not known are told
once a minute for each reason, so that nobody outside can fill the log of an organisation.
"""

import logging
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction

from baken.ledger.readlog.writing import log_in
from baken.tenancy.models import Membership
from baken.tenancy.scope import scope

AT_ONCE = 500
_log = logging.getLogger("baken.ledger.log_ins")
_TAKE = """
    DELETE FROM tenancy_loginnote WHERE id IN (SELECT id FROM tenancy_loginnote ORDER BY id LIMIT %s)
    RETURNING id, what, how, result, organisations, memberships, at
"""


@dataclass(frozen=True, slots=True)
class Note:
    """What waited."""

    what: str
    how: str
    result: str
    at: datetime


def carry() -> int:
    """Write down what waits, oldest first; return how many notes went. Killed halfway, nothing went."""
    done = 0
    while taken := _some():
        done += taken
    return done


def _some() -> int:
    nobody = 0
    for_one: dict[UUID, list[tuple[UUID | None, Note]]] = {}
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(_TAKE, [AT_ONCE])
            rows = sorted(cursor.fetchall())
        for _id, what, how, result, organisations, memberships, at in rows:
            nobody += not organisations
            for organisation, member in zip(organisations, memberships, strict=True):
                for_one.setdefault(organisation, []).append((member, Note(what, how, result, at)))
        for organisation, notes in sorted(for_one.items()):
            with scope(organisation):
                _write(notes)
    if nobody:
        _log.warning("tries to log in by nobody who is known: %d", nobody)
    return len(rows)


def _write(notes: list[tuple[UUID | None, Note]]) -> None:
    members = {member for member, _note in notes if member}
    roles = dict(Membership.objects.filter(id__in=members).values_list("id", "roles"))
    told: set[tuple[str, str]] = set()
    for member, note in notes:
        if member is None:
            if (note.what, note.how) in told:
                continue
            told.add((note.what, note.how))
        log_in(
            note.what,
            how=note.how,
            result=note.result,
            membership=member,
            roles=roles.get(member, ()) if member else (),
            at=note.at,
        )
