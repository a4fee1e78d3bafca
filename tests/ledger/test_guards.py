"""What the database itself refuses, whoever asks, whatever the application's code does."""

from uuid import UUID, uuid4

import pytest
from django.apps import apps
from django.db import Error, connection, connections, transaction

from baken.ledger import destroying, rows, store
from baken.ledger.models import BundleRecord
from baken.project.router import home
from baken.tenancy.scope import scope
from tests.ledger.conftest import Administrator
from tests.ledger.happening import NOW, add

TENANT_TABLES = [
    (home(model), model._meta.db_table)
    for model in apps.get_app_config("ledger").get_models()
    if model is not BundleRecord
]
APPEND_ONLY = ["ledger_event", "ledger_claim", "ledger_vault", "ledger_bundle"]


def refused(sql: str, *values: object, using: str = "default") -> None:
    """Run one statement and expect the database to refuse it."""
    with pytest.raises(Error), transaction.atomic(using=using), connections[using].cursor() as cursor:
        cursor.execute(sql, list(values))


@pytest.mark.parametrize("table", APPEND_ONLY)
@pytest.mark.parametrize("order", ["UPDATE {} SET {} = {}", "DELETE FROM {}", "TRUNCATE {}"])
def test_the_application_can_add_but_not_change_remove_or_empty(inside: UUID, table: str, order: str) -> None:
    add(store.new_stream(), 0)
    column = "id" if table == "ledger_bundle" else "organisation_id"
    refused(order.format(table, column, column))


@pytest.mark.parametrize(
    "order",
    [
        "ALTER TABLE ledger_event DISABLE TRIGGER ALL",
        "ALTER TABLE ledger_event DISABLE ROW LEVEL SECURITY",
        "ALTER TABLE ledger_event NO FORCE ROW LEVEL SECURITY",
        "DROP POLICY own_organisation ON ledger_event",
        "DROP TABLE ledger_event",
        "DROP FUNCTION ledger_event_stays()",
        "SET session_replication_role = replica",
        "SET ROLE baken_owner",
        "SET ROLE baken_maintenance",
        "CREATE TABLE beside (word text)",
    ],
)
def test_the_application_cannot_switch_the_guards_off(inside: UUID, order: str) -> None:
    refused(order)


@pytest.mark.parametrize(("using", "table"), TENANT_TABLES)
def test_every_table_of_an_organisation_is_forced_behind_its_policy(db: None, using: str, table: str) -> None:
    with connections[using].cursor() as cursor:
        cursor.execute(
            "SELECT relrowsecurity, relforcerowsecurity, pg_get_userbyid(relowner), count(polname)"
            " FROM pg_class LEFT JOIN pg_policy ON polrelid = pg_class.oid"
            " WHERE relname = %s GROUP BY 1, 2, 3",
            [table],
        )
        assert cursor.fetchone() == (True, True, "baken_owner", 1)


@pytest.mark.parametrize(("using", "table"), TENANT_TABLES)
def test_every_index_of_an_organisations_table_begins_with_the_organisation(
    db: None, using: str, table: str
) -> None:
    with connections[using].cursor() as cursor:
        cursor.execute(
            "SELECT attname FROM pg_index JOIN pg_attribute ON attrelid = indrelid AND attnum = indkey[0]"
            " WHERE indrelid = %s::regclass",
            [table],
        )
        first = [name for (name,) in cursor.fetchall()]
    assert first
    assert set(first) == {"organisation_id"}


def test_the_key_database_holds_keys_alone_and_the_main_one_none(db: None) -> None:
    tables = {}
    for using in ("default", "keys"):
        with connections[using].cursor() as cursor:
            cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
            tables[using] = {name for (name,) in cursor.fetchall() if name.startswith("ledger_")}
    assert tables["keys"] == {"ledger_datakey"}
    assert "ledger_datakey" not in tables["default"]


def test_an_event_cannot_be_put_into_another_organisation(inside: UUID) -> None:
    stream = store.new_stream()
    add(stream, 0)
    columns = (
        "organisation_id, stream_id, number, id, kind, type, version, occurred_at, recorded_at, actor,"
        " on_behalf_of, bundle, command, causation, payload, salt, commitment, previous, hash"
    )
    selected = columns.replace("organisation_id, stream_id", "%s::uuid, %s::uuid")
    selected = selected.replace("id, kind", "gen_random_uuid(), kind")
    copied = f"INSERT INTO ledger_event ({columns}) SELECT {selected} FROM ledger_event"
    refused(copied, uuid4(), uuid4())
    with connection.cursor() as cursor:
        cursor.execute(copied, [inside, uuid4()])
        assert cursor.rowcount == 1


@pytest.mark.parametrize(("using", "table"), TENANT_TABLES)
def test_without_a_scope_no_row_goes_in(db: None, using: str, table: str) -> None:
    with connections[using].cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table}")
        assert cursor.fetchone() == (0,)
    refused(f"INSERT INTO {table} (organisation_id) VALUES (%s)", uuid4(), using=using)


@pytest.mark.parametrize(
    "order",
    [
        "UPDATE ledger_event SET payload = '{}'",
        "UPDATE ledger_event SET payload = NULL, salt = NULL",
        "UPDATE ledger_event SET number = 2",
        "DELETE FROM ledger_event",
        "TRUNCATE ledger_event",
    ],
)
def test_even_a_superuser_is_refused_by_the_trigger(
    administrator: Administrator, organisation: UUID, order: str
) -> None:
    stream = store.new_stream()
    with scope(organisation):
        add(stream, 0)
    with administrator(past_triggers=False) as admin:
        admin.execute("SELECT set_config('baken.destroying', %s, false)", [str(stream)])
        with pytest.raises(Exception, match="an event that was recorded stays as it is"):
            admin.execute(order)


def test_a_bundle_is_named_after_itself(db: None) -> None:
    refused("INSERT INTO ledger_bundle (id, canonical) VALUES ('sha256:00', '{}')")


def test_the_application_cannot_say_that_a_stream_was_destroyed(inside: UUID) -> None:
    """Otherwise one row would take a signal from every list and page."""
    stream = store.new_stream()
    add(stream, 0)
    with pytest.raises(Error, match="only the owner"), transaction.atomic():
        rows.insert([destroying.tombstone(rows.read(inside, stream)[-1], NOW)])
    assert store.load(stream).exists
