"""Doing something in each organisation, so that one that fails does not keep the others waiting."""

import logging
from collections.abc import Callable
from uuid import UUID

from django.db import DatabaseError, connection

from baken.tenancy.models import Organisation
from baken.tenancy.scope import scope

_log = logging.getLogger("baken.jobs")


class SomeFailed(RuntimeError):
    """In some organisations it went wrong; it is tried again there. Says how many, and no more."""


def in_each_organisation(step: Callable[[UUID], int], *, scoped: bool = True) -> int:
    """Do a step in the scope and transaction of each organisation; return how many things were done.

    With `scoped=False` the step opens its own scopes, for work in more than one transaction.
    """
    done, failed = 0, 0
    for organisation in list(Organisation.objects.order_by("id").values_list("id", flat=True)):
        try:
            if scoped:
                with scope(organisation):
                    done += step(organisation)
            else:
                done += step(organisation)
        except Exception as error:
            failed += 1
            _log.error("organisation %s: a chore stopped at %s", organisation, type(error).__name__)
            if isinstance(error, DatabaseError) and not connection.is_usable():
                raise
    if failed:
        raise SomeFailed(f"{failed} organisations; {done} things were done elsewhere")
    return done
