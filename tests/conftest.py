"""The database for tests: one embedded PostgreSQL per session, and everything as the application's role."""

import atexit
import os
from collections.abc import Iterator
from typing import Any

import pytest

DATABASE_FIXTURES = {"db", "transactional_db", "live_server"}
KEEP = ("django_migrations", "django_content_type", "auth_permission")


def pytest_configure() -> None:
    """A fresh checkout has no compiled texts yet, and who reads them too early would do without English for good."""
    from baken.project import texts

    texts.compile_all()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test that uses the database uses both: a signal's data key lives in the second one."""
    for item in items:
        marker = item.get_closest_marker("django_db")
        used = DATABASE_FIXTURES & set(getattr(item, "fixturenames", ()))
        if (marker or used) and not (marker and "databases" in marker.kwargs):
            words = {**(marker.kwargs if marker else {}), "databases": "__all__"}
            if used & {"transactional_db", "live_server"}:
                words["transaction"] = True
            item.add_marker(pytest.mark.django_db(**words), append=False)


@pytest.fixture(autouse=True)
def _dutch() -> None:
    """A page in English leaves its language behind in the process; every test begins in Dutch."""
    from django.utils import translation

    translation.activate("nl")


@pytest.fixture(scope="session")
def database_server() -> Iterator[Any]:
    """Gives the running server, and stops it however the session ends."""
    from baken.project import databases, embedded, prepare, secrets
    from baken.project.state import state_dir

    words = secrets.load().passwords
    cluster = embedded.Cluster(state_dir(), words["postgres"], quick=True)
    atexit.register(cluster.stop)
    try:
        cluster.take()
        cluster.start()
        server = databases.server(os.environ)
        prepare.everything(server, "baken_test", words)
        yield server
    finally:
        cluster.stop()


@pytest.fixture(scope="session")
def django_db_setup(database_server: Any, django_db_blocker: Any) -> Iterator[None]:
    """Migrates as the owner, then hands over to the application's role."""
    from django.core.management import call_command
    from django.db import connections
    from django.test import TransactionTestCase

    from baken.project import databases, prepare, secrets

    words = secrets.load().passwords
    with django_db_blocker.unblock():
        databases.switch_role("owner", words)
        for alias in ("default", "keys"):
            call_command("migrate", database=alias, verbosity=0, interactive=False)
        databases.switch_role("app", words)
        for name in ("baken_test", "baken_test_keys"):
            prepare.grant_django_tables(database_server, name)
    # Django would empty the tables as the application, which may not do that: an administrator does.
    TransactionTestCase._fixture_teardown = lambda self: empty_tables(database_server)
    yield
    with django_db_blocker.unblock():
        for alias in ("default", "keys"):
            connections[alias].close()
            connections[alias].close_pool()  # type: ignore[attr-defined]


def empty_tables(server: Any) -> None:
    """Empties both databases after a test that really committed."""
    from psycopg import sql

    from baken.project import prepare

    for name in ("baken_test", "baken_test_keys"):
        with prepare.connect(server, name) as admin:
            found = admin.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
            tables = [sql.Identifier(t) for (t,) in found if t not in KEEP]
            if tables:
                admin.execute("SET lock_timeout = '10s'")
                admin.execute("SET session_replication_role = replica")  # events refuse to go even for us
                admin.execute(
                    sql.SQL("TRUNCATE {} RESTART IDENTITY CASCADE").format(sql.SQL(", ").join(tables))
                )
