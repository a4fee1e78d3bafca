"""The migration operations for row-level security: they can be undone, and take plain names only."""

from typing import Any

import psycopg
import pytest
from django.apps import apps
from django.db import connection
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState
from django.utils import translation

from baken.project import secrets
from baken.project.databases import OWNER, Server
from baken.tenancy.rls import SharedTable, TenantTable

STATE = """
    SELECT relrowsecurity, relforcerowsecurity, (SELECT count(*) FROM pg_policies WHERE tablename = 'scratch'),
           has_table_privilege('baken_app', 'scratch', 'SELECT'), has_table_privilege('baken_app', 'scratch', 'DELETE'),
           has_table_privilege('baken_maintenance', 'scratch', 'SELECT')
    FROM pg_class WHERE relname = 'scratch'
"""
NOTHING = (False, False, 0, False, False, False)


@pytest.mark.parametrize(
    ("operation", "state"),
    [
        (TenantTable("scratch"), (True, True, 1, True, True, True)),
        (TenantTable("scratch", append_only=True), (True, True, 1, True, False, True)),
        (SharedTable("scratch", ("SELECT", "DELETE")), (False, False, 0, True, True, True)),
        (SharedTable("scratch"), (False, False, 0, True, False, True)),
    ],
)
def test_an_operation_makes_what_it_says_and_can_be_undone(
    db: None, database_server: Server, operation: Any, state: tuple[object, ...]
) -> None:
    words = database_server.conninfo("baken_test", OWNER, secrets.load().passwords[OWNER])
    with psycopg.connect(**words) as owner:
        owner.execute("CREATE TABLE scratch (organisation_id uuid)")
        for statement in operation.sql:
            owner.execute(statement)
        assert owner.execute(STATE).fetchone() == state
        for statement in operation.reverse_sql:
            owner.execute(statement)
        assert owner.execute(STATE).fetchone() == NOTHING
        owner.rollback()


@pytest.mark.parametrize("name", ["", "Membership", "x; DROP TABLE y", 'a"b', "1x"])
def test_a_name_that_is_not_plain_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="plain name"):
        TenantTable(name)


def test_a_right_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="TRUNCATE"):
        SharedTable("scratch", ("TRUNCATE",))


def test_migrations_and_models_agree() -> None:
    with translation.override(None):  # a field's name in Dutch is no change
        loader = MigrationLoader(None)
        found = MigrationAutodetector(loader.project_state(), ProjectState.from_apps(apps)).changes(
            loader.graph
        )
    assert found == {}


def test_an_unset_scope_sees_no_rows(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, count(*) FROM tenancy_membership")
        assert cursor.fetchone() == ("baken_app", 0)
