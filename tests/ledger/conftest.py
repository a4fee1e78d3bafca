"""An organisation to work in, and the ways past the application that only an administrator has."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from baken.tenancy.scope import scope

Administrator = Callable[..., AbstractContextManager[psycopg.Connection[Any]]]


@pytest.fixture
def organisation() -> UUID:
    """An organisation, not yet in scope."""
    return uuid4()


@pytest.fixture
def inside(db: None, organisation: UUID) -> Iterator[UUID]:
    """An organisation in scope; nothing is committed."""
    with scope(organisation):
        yield organisation


@pytest.fixture
def administrator(transactional_db: None, database_server: Any) -> Administrator:
    """Connects as the superuser: row-level security and, with `past_triggers`, triggers do not hold."""
    from baken.project import prepare

    @contextmanager
    def connected(
        database: str = "baken_test", *, past_triggers: bool = True
    ) -> Iterator[psycopg.Connection[Any]]:
        with prepare.connect(database_server, database) as admin:
            if past_triggers:
                admin.execute("SET session_replication_role = replica")
            yield admin

    return connected
