"""Carries notes of log-ins to the read log of each organisation whose door it was (ADR 0035).

A note for several organisations first becomes one for each, so that what is wrong in one of them keeps nobody else's
waiting. A note that is for nobody becomes part of a number in the technical log. Tries by people who are not known are
told once a minute for each reason, so that nobody outside can fill the log of an organisation.
"""

import logging
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from baken.ledger.readlog.writing import log_in
from baken.tenancy.models import Membership
from baken.tenancy.scope import scope

AT_ONCE = 500
_log = logging.getLogger("baken.ledger.log_ins")
_DIVIDE = """
    WITH taken AS (
        DELETE FROM tenancy_loginnote WHERE id IN
            (SELECT id FROM tenancy_loginnote WHERE cardinality(organisations) <> 1 ORDER BY id LIMIT %s)
        RETURNING what, how, result, organisations, memberships, at
    ), divided AS (
        INSERT INTO tenancy_loginnote (what, how, result, organisations, memberships, at)
        SELECT what, how, result, ARRAY[organisation], ARRAY[membership], at
        FROM taken, unnest(organisations, memberships) AS one (organisation, membership)
    )
    SELECT count(*), count(*) FILTER (WHERE cardinality(organisations) = 0) FROM taken
"""
_WAITING = "SELECT DISTINCT organisations[1] FROM tenancy_loginnote WHERE cardinality(organisations) = 1"
_TAKE = """
    DELETE FROM tenancy_loginnote WHERE id IN
        (SELECT id FROM tenancy_loginnote WHERE organisations = ARRAY[%s]::uuid[] ORDER BY at, id LIMIT %s)
    RETURNING at, id, what, how, result, memberships[1]
"""


@dataclass(frozen=True, slots=True)
class Note:
    """What waited."""

    what: str
    how: str
    result: str
    at: datetime


def waiting() -> list[UUID]:
    """Divide the notes among the organisations they are for; return those for which some wait now."""
    nobody, more = 0, True
    while more:
        with connection.cursor() as cursor:
            cursor.execute(_DIVIDE, [AT_ONCE])
            taken, for_none = cursor.fetchone()
        nobody, more = nobody + for_none, taken == AT_ONCE
    if nobody:
        _log.warning("tries to log in by nobody who is known: %d", nobody)
    with connection.cursor() as cursor:
        cursor.execute(_WAITING)
        return sorted(organisation for (organisation,) in cursor.fetchall())


def carry(organisation: UUID) -> int:
    """Write down what waits for one organisation, oldest first; return how many. Killed halfway, nothing went."""
    done = 0
    while taken := _some(organisation):
        done += taken
    return done


def _some(organisation: UUID) -> int:
    with scope(organisation):
        with connection.cursor() as cursor:
            cursor.execute(_TAKE, [organisation, AT_ONCE])
            rows = sorted(cursor.fetchall(), key=lambda row: row[:2])
        _write([(member, Note(what, how, result, at)) for at, _id, what, how, result, member in rows])
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
