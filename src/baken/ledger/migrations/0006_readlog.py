"""The read log, the processing log and their seals.

The database numbers the entries. Whoever adds one holds a shared lock until it is committed; who seals waits for
that, so that no entry with a lower number can appear behind a seal.
"""

from typing import Any

import django.contrib.postgres.fields
from django.db import migrations, models

from baken.tenancy.rls import TenantTable

NUMBERED = """
ALTER TABLE ledger_readentry ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY;
ALTER TABLE ledger_processing ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY;
"""
UNNUMBERED = """
ALTER TABLE ledger_readentry ALTER COLUMN number DROP IDENTITY;
ALTER TABLE ledger_processing ALTER COLUMN number DROP IDENTITY;
"""
GUARD = """
CREATE FUNCTION ledger_log_open() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public AS $$
BEGIN
    PERFORM pg_advisory_xact_lock_shared(hashtextextended(current_setting('baken.organisation', true), 24));
    RETURN NULL;
END $$;
CREATE FUNCTION ledger_log_stays() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public AS $$
BEGIN
    IF TG_OP = 'DELETE' AND TG_TABLE_NAME <> 'ledger_seal'
        AND OLD.number <= nullif(current_setting('baken.letting_go', true), '')::bigint
    THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'what was logged stays as it is (%)', TG_OP USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER ledger_readentry_open BEFORE INSERT ON ledger_readentry
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_log_open();
CREATE TRIGGER ledger_processing_open BEFORE INSERT ON ledger_processing
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_log_open();
""" + "".join(
    f"CREATE TRIGGER {table}_stays BEFORE UPDATE OR DELETE ON {table}"
    " FOR EACH ROW EXECUTE FUNCTION ledger_log_stays();"
    f"CREATE TRIGGER {table}_stays_whole BEFORE TRUNCATE ON {table}"
    " FOR EACH STATEMENT EXECUTE FUNCTION ledger_log_stays();"
    for table in ("ledger_readentry", "ledger_processing", "ledger_seal")
)
UNGUARD = (
    "".join(
        f"DROP TRIGGER {table}_stays ON {table}; DROP TRIGGER {table}_stays_whole ON {table};"
        for table in ("ledger_readentry", "ledger_processing", "ledger_seal")
    )
    + "DROP TRIGGER ledger_readentry_open ON ledger_readentry;"
    " DROP TRIGGER ledger_processing_open ON ledger_processing;"
    " DROP FUNCTION ledger_log_open(); DROP FUNCTION ledger_log_stays();"
)


def _key(*names: str) -> models.CompositePrimaryKey:
    return models.CompositePrimaryKey(*names, blank=True, editable=False, primary_key=True, serialize=False)


def _words() -> Any:
    return django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)


class Migration(migrations.Migration):
    """Three tables that only grow."""

    dependencies = [("ledger", "0005_tombstone")]

    operations = [
        migrations.CreateModel(
            name="ReadEntry",
            fields=[
                ("pk", _key("organisation_id", "number")),
                ("organisation_id", models.UUIDField()),
                ("number", models.BigIntegerField()),
                ("trace", models.UUIDField()),
                ("at", models.DateTimeField()),
                ("by", models.TextField()),
                ("membership_id", models.UUIDField(null=True)),
                ("on_behalf_of", models.UUIDField(null=True)),
                ("roles", _words()),
                ("action", models.TextField()),
                ("deed", models.TextField()),
                ("address", models.TextField()),
                ("method", models.TextField()),
                ("object_kind", models.TextField()),
                ("object_id", models.UUIDField(null=True)),
                ("part_id", models.UUIDField(null=True)),
                ("why", _words()),
                ("result", models.TextField()),
                ("status", models.SmallIntegerField()),
            ],
            options={
                "db_table": "ledger_readentry",
                "indexes": [
                    models.Index(fields=["organisation_id", "at"], name="ledger_read_time"),
                    models.Index(fields=["organisation_id", "object_id"], name="ledger_read_object"),
                ],
            },
        ),
        migrations.CreateModel(
            name="ProcessingEntry",
            fields=[
                ("pk", _key("organisation_id", "number")),
                ("organisation_id", models.UUIDField()),
                ("number", models.BigIntegerField()),
                ("trace", models.UUIDField()),
                ("span", models.TextField()),
                ("activity", models.TextField()),
                ("name", models.TextField()),
                ("subject", models.UUIDField()),
                ("begun", models.DateTimeField()),
                ("ended", models.DateTimeField()),
                ("status", models.TextField()),
            ],
            options={
                "db_table": "ledger_processing",
                "indexes": [
                    models.Index(fields=["organisation_id", "subject"], name="ledger_processing_subject")
                ],
            },
        ),
        migrations.CreateModel(
            name="Seal",
            fields=[
                ("pk", _key("organisation_id", "log", "number")),
                ("organisation_id", models.UUIDField()),
                ("log", models.TextField()),
                ("number", models.IntegerField()),
                ("upto", models.BigIntegerField()),
                ("entries", models.IntegerField()),
                ("last_at", models.DateTimeField()),
                ("let_go", models.BigIntegerField(default=0)),
                ("content", models.BinaryField()),
                ("hash", models.BinaryField()),
                ("sealed_at", models.DateTimeField()),
            ],
            options={"db_table": "ledger_seal"},
        ),
        TenantTable("ledger_readentry", append_only=True),
        TenantTable("ledger_processing", append_only=True),
        TenantTable("ledger_seal", append_only=True),
        migrations.RunSQL(NUMBERED, UNNUMBERED),
        migrations.RunSQL(GUARD, UNGUARD),
    ]
