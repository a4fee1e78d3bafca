"""Doing something in each organisation, or to each thing, so that one that fails does not keep the others waiting."""

import logging
from collections.abc import Callable, Iterable
from typing import TypeVar
from uuid import UUID

from django.db import DatabaseError, connection

from baken.tenancy.models import Organisation
from baken.tenancy.scope import scope

_log = logging.getLogger("baken.jobs")
One = TypeVar("One")


class SomeFailed(RuntimeError):
    """In some places it went wrong; it is tried again there. Says how many, and no more."""


def in_each_organisation(step: Callable[[UUID], int], *, scoped: bool = True) -> int:
    """Do a step in the scope and transaction of each organisation; return how many things were done.

    With `scoped=False` the step opens its own scopes, for work in more than one transaction.
    """

    def there(organisation: UUID) -> int:
        if not scoped:
            return step(organisation)
        with scope(organisation):
            return step(organisation)

    return for_each(Organisation.objects.order_by("id").values_list("id", flat=True), there, "organisations")


def for_each(things: Iterable[One], step: Callable[[One], int], called: str) -> int:
    """Do a step, outside any transaction, for each of some things, which are logged by what `str` makes of them.

    Raises `SomeFailed` once all the others were done.
    """
    done, failed = 0, 0
    for one in list(things):
        try:
            done += step(one)
        except Exception as error:
            failed += 1
            _log.error("%s %s: a chore stopped at %s", called, one, type(error).__name__)
            if isinstance(error, DatabaseError) and not connection.is_usable():
                raise
    if failed:
        raise SomeFailed(f"{failed} {called}; {done} things were done elsewhere")
    return done
