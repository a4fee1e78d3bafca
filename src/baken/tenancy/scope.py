"""The organisation one works in: known to Python and to the database, for as long as one transaction at most."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from uuid import UUID

from django.db import connection, transaction

from baken.tenancy.rls import SETTING

_current: ContextVar[UUID | None] = ContextVar("baken_organisation", default=None)


class NoScope(RuntimeError):
    """Something that belongs to an organisation was asked for outside any organisation."""


def current() -> UUID:
    """Return the organisation in scope."""
    organisation = _current.get()
    if organisation is None:
        raise NoScope("no organisation is in scope; wrap this in `with scope(organisation_id):`")
    return organisation


@contextmanager
def scope(organisation_id: UUID) -> Iterator[UUID]:
    """Work in one organisation, in a transaction (a savepoint where one is open); afterwards the former one holds.

    The setting is always local to the transaction: a session-level one would travel through the pool to the next
    request. An exception rolls back to the savepoint, and the setting with it.
    """
    former, nested = _current.get(), connection.in_atomic_block
    with transaction.atomic():
        _tell(organisation_id)
        token = _current.set(organisation_id)
        try:
            yield organisation_id
        finally:
            _current.reset(token)
        if nested and not connection.needs_rollback:
            _tell(former)


def _tell(organisation_id: UUID | None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config(%s, %s, true)", [SETTING, str(organisation_id or "")])
