"""PostgreSQL keeps organisations apart, whatever the application asks for (V8, ROLE-15).

What this does not claim: the application's role chooses the organisation of its own transaction (`set_config` is
how the scope is set, and is open to whoever can run SQL as that role). The wall stands between organisations within a
request and against every query that forgets the organisation; it is not a wall around a server that was taken over.
That is said in the threat model too.
"""

from collections.abc import Sequence
from uuid import uuid4

import psycopg
import pytest
from django.db import DataError, ProgrammingError, connection, transaction
from django.db.utils import InternalError

from baken.project import secrets
from baken.project.databases import MAINTENANCE, OWNER, Server
from baken.tenancy.models import Membership, Post
from baken.tenancy.scope import scope
from tests.tenants.town import Town, build

COLUMNS = """
    SELECT c.relname, c.relrowsecurity, c.relforcerowsecurity, pg_get_userbyid(c.relowner)
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attname = 'organisation_id'
      AND NOT a.attisdropped
"""
# Leads from a key to an organisation before there is a scope; it holds no personal data.
WITHOUT_SCOPE = {"tenancy_locator"}


def tenant_tables() -> list[tuple[str, bool, bool, str]]:
    with connection.cursor() as cursor:
        cursor.execute(COLUMNS)
        return [row for row in cursor.fetchall() if row[0] not in WITHOUT_SCOPE]


def refused(sql: str, *values: object) -> str:
    """Run it as the application in Woerden; the database must refuse."""
    with pytest.raises((ProgrammingError, InternalError)) as caught, transaction.atomic():
        _run(sql, values)
    return str(caught.value)


def _run(sql: str, values: Sequence[object] = ()) -> None:
    with connection.cursor() as opened:
        opened.execute(sql, values)


def test_the_application_is_a_role_that_owns_nothing_and_passes_nothing(town: Town) -> None:
    with connection.cursor() as opened:
        opened.execute(
            "SELECT rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles"
            " WHERE rolname = current_user"
        )
        assert opened.fetchone() == ("baken_app", False, False, False, False)
        opened.execute("SELECT count(*) FROM pg_class WHERE pg_get_userbyid(relowner) = current_user")
        assert opened.fetchone() == (0,)
        opened.execute(
            "SELECT count(*) FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member WHERE r.rolname = current_user"
        )
        assert opened.fetchone() == (0,)


def test_every_table_with_an_organisation_has_forced_row_level_security(town: Town) -> None:
    found = tenant_tables()
    assert {"tenancy_membership", "tenancy_post", "ledger_event", "ledger_vault"} <= {
        name for name, *_ in found
    }
    assert [name for name, enabled, forced, _ in found if not (enabled and forced)] == []
    assert {owner for *_, owner in found} == {"baken_owner"}


def test_every_such_table_has_the_same_single_policy(town: Town) -> None:
    with connection.cursor() as opened:
        opened.execute("SELECT tablename, permissive, cmd, roles::text[], qual, with_check FROM pg_policies")
        policies = opened.fetchall()
    assert sorted(row[0] for row in policies) == sorted(name for name, *_ in tenant_tables())
    assert len({str(row[1:]) for row in policies}) == 1
    assert all(row[4] == row[5] and "current_setting" in row[4] for row in policies)


def test_every_key_and_index_of_such_a_table_begins_with_the_organisation(town: Town) -> None:
    """So that a distributed PostgreSQL can take over where one machine is outgrown."""
    with connection.cursor() as opened:
        opened.execute(
            """
            SELECT i.indexrelid::regclass::text
            FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
            LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
            WHERE c.relname = ANY(%s) AND a.attname IS DISTINCT FROM 'organisation_id'
            """,
            [[name for name, *_ in tenant_tables()]],
        )
        assert opened.fetchall() == []


def test_a_table_without_an_organisation_is_known_by_name(town: Town) -> None:
    """A new table either belongs to an organisation or is added here with the reason."""
    shared = {
        "tenancy_organisation": "the directory: public names",
        "tenancy_person": "people log in before there is an organisation",
        "tenancy_locator": "leads to an organisation; no personal data",
        "tenancy_loginnote": "who came in or was kept out, before there is an organisation; carried to the read logs",
        "tenancy_invitation": "somebody comes in for the first time before there is an organisation; digests only",
        "account_session": "a browser has a session before it has an organisation",
        "account_attempt": "wrong tries at an address, as a keyed hash: nobody is known yet",
        "account_app": "how a person logs in, before there is an organisation",
        "account_passkey": "how a person logs in, before there is an organisation",
        "account_recoverycode": "how a person logs in, before there is an organisation",
        "account_change": "what changed in how a person logs in: belongs to the person, in all organisations",
        "single_sign_on_link": "who is whom at a provider, as a keyed hash: known before there is an organisation",
        "tenancy_region": "the directory: which regions there are",
        "tenancy_regionmember": "the directory: who works together",
        "ledger_bundle": "policies: public",
        "policy_edition": "the folders of adopted policies: public",
    }
    with connection.cursor() as opened:
        opened.execute(
            "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')"
        )
        tables = {name for (name,) in opened.fetchall()}
    rest = tables - {name for name, *_ in tenant_tables()}
    assert {name for name in rest if not name.startswith(("django_", "auth_"))} == set(shared)


def test_an_unset_scope_sees_nothing_in_any_table(town: Town) -> None:
    with connection.cursor() as opened:
        for name, *_ in tenant_tables():
            opened.execute(f'SELECT count(*) FROM "{name}"')
            assert (name, opened.fetchone()[0]) == (name, 0)


def test_a_scope_sees_its_own_organisation_in_every_table(town: Town) -> None:
    with scope(town.woerden.id), connection.cursor() as opened:
        for name, *_ in tenant_tables():
            opened.execute(f'SELECT count(*) FROM "{name}" WHERE organisation_id <> %s', [town.woerden.id])
            assert (name, opened.fetchone()[0]) == (name, 0)
        opened.execute("SELECT count(*) FROM tenancy_membership")
        assert opened.fetchone()[0] > 0


@pytest.mark.parametrize("where", ["another organisation", "no organisation"])
def test_a_row_for_another_organisation_is_refused(town: Town, where: str) -> None:
    insert = (
        "INSERT INTO tenancy_post (organisation_id, id, role, name, key_number, made_at)"
        " VALUES (%s, %s, 'focal_point', 'x', 1, now())"
    )
    if where == "no organisation":
        assert "row-level security" in refused(insert, town.montfoort.id, uuid4())
        return
    with scope(town.woerden.id):
        assert "row-level security" in refused(insert, town.montfoort.id, uuid4())


def test_a_row_cannot_be_moved_to_another_organisation(town: Town) -> None:
    with scope(town.woerden.id):
        assert "row-level security" in refused(
            "UPDATE tenancy_membership SET organisation_id = %s", town.montfoort.id
        )


def test_rows_of_another_organisation_are_neither_changed_nor_removed(town: Town) -> None:
    with scope(town.woerden.id), connection.cursor() as opened:
        opened.execute(
            "UPDATE tenancy_membership SET roles = '{administrator}' WHERE organisation_id = %s",
            [town.montfoort.id],
        )
        assert opened.rowcount == 0
        opened.execute("DELETE FROM tenancy_post WHERE organisation_id = %s", [town.montfoort.id])
        assert opened.rowcount == 0
    with scope(town.montfoort.id):
        assert Post.objects.count() == 1
        assert Membership.objects.get().roles == ["focal_point"]


@pytest.mark.parametrize(
    "sql",
    [
        "SET ROLE baken_owner",
        "SET ROLE baken_maintenance",
        "SET ROLE postgres",
        "SET SESSION AUTHORIZATION baken_owner",
        "ALTER ROLE baken_app BYPASSRLS",
        "ALTER ROLE baken_app SUPERUSER",
        "ALTER TABLE tenancy_membership NO FORCE ROW LEVEL SECURITY",
        "ALTER TABLE tenancy_membership DISABLE ROW LEVEL SECURITY",
        "ALTER TABLE tenancy_membership OWNER TO baken_app",
        "ALTER TABLE ledger_event DISABLE TRIGGER ALL",
        "ALTER TABLE ledger_event DISABLE ROW LEVEL SECURITY",
        "DROP POLICY own_organisation ON tenancy_membership",
        "CREATE POLICY mine ON tenancy_membership USING (true)",
        "ALTER POLICY own_organisation ON tenancy_membership USING (true)",
        "DROP TABLE tenancy_membership",
        "TRUNCATE tenancy_membership",
        "CREATE TABLE mine (x int)",
        "CREATE SCHEMA mine",
        "CREATE FUNCTION mine() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'",
        "CREATE VIEW mine AS SELECT * FROM tenancy_membership",
        "SET session_replication_role = replica",
        "COPY tenancy_membership TO PROGRAM 'cat'",
        "SELECT pg_read_file('/etc/passwd')",
        "DELETE FROM tenancy_organisation",
        "DELETE FROM tenancy_person",
        "UPDATE tenancy_locator SET organisation_id = gen_random_uuid()",
        "UPDATE ledger_event SET payload = NULL",
        "DELETE FROM ledger_event",
    ],
)
def test_the_application_cannot_let_itself_in(town: Town, sql: str) -> None:
    """Neither another role, nor another rule, nor a hole of its own making."""
    with scope(town.woerden.id):
        assert refused(sql)


def test_turning_row_security_off_makes_queries_fail_rather_than_leak(town: Town) -> None:
    with scope(town.woerden.id), transaction.atomic(), connection.cursor() as opened:
        opened.execute("SET LOCAL row_security = off")
        assert "row-level security" in refused("SELECT * FROM tenancy_membership")


def test_an_organisation_that_does_not_exist_shows_nothing(town: Town) -> None:
    with scope(uuid4()):
        assert Membership.objects.count() == 0


@pytest.mark.parametrize("setting", ["rommel", "' OR true --", "*"])
def test_a_setting_that_is_no_organisation_makes_queries_fail(town: Town, setting: str) -> None:
    with pytest.raises(DataError, match="uuid"), transaction.atomic():
        _run("SELECT set_config('baken.organisation', %s, true); SELECT * FROM tenancy_membership", [setting])


def test_rights_given_away_without_having_them_to_give_are_not_given(town: Town) -> None:
    with connection.cursor() as opened:
        opened.execute("GRANT ALL ON tenancy_membership TO PUBLIC")
        opened.execute(
            "SELECT count(*) FROM information_schema.role_table_grants"
            " WHERE grantee = 'PUBLIC' AND table_schema = 'public'"
        )
        assert opened.fetchone() == (0,)


def test_the_owner_is_held_by_the_same_rule_and_maintenance_only_reads(
    transactional_db: None, database_server: object
) -> None:
    """FORCE: a migration of data that forgets the scope touches nothing. Who verifies and backs up sees all rows."""
    assert isinstance(database_server, Server)
    build()
    words = secrets.load().passwords
    with psycopg.connect(**database_server.conninfo("baken_test", OWNER, words[OWNER])) as owner:
        assert owner.execute("SELECT count(*) FROM tenancy_membership").fetchone() == (0,)
        assert owner.execute("UPDATE tenancy_membership SET active = false").rowcount == 0
    with psycopg.connect(**database_server.conninfo("baken_test", MAINTENANCE, words[MAINTENANCE])) as reader:
        assert reader.execute(
            "SELECT count(DISTINCT organisation_id) FROM tenancy_membership"
        ).fetchone() == (4,)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            reader.execute("UPDATE tenancy_membership SET active = false")
