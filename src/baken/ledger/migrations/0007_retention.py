"""What counts for how long a stream is kept, how many went, and who alone may say that a record was erased."""

from django.db import migrations, models

from baken.tenancy.rls import APP, TenantTable

GUARD = """
DROP TRIGGER ledger_event_tombstone ON ledger_event;
CREATE TRIGGER ledger_event_tombstone BEFORE INSERT ON ledger_event
    FOR EACH ROW WHEN (NEW.type IN ('stream.destroyed', 'record.erased'))
    EXECUTE FUNCTION ledger_event_tombstone();
"""
UNGUARD = """
DROP TRIGGER ledger_event_tombstone ON ledger_event;
CREATE TRIGGER ledger_event_tombstone BEFORE INSERT ON ledger_event
    FOR EACH ROW WHEN (NEW.type = 'stream.destroyed') EXECUTE FUNCTION ledger_event_tombstone();
"""


def _key(*names: str) -> models.CompositePrimaryKey:
    return models.CompositePrimaryKey(*names, blank=True, editable=False, primary_key=True, serialize=False)


class Migration(migrations.Migration):
    """Two tables, and a trigger that knows one more event. `baken ledger rebuild` fills the first."""

    dependencies = [("ledger", "0006_readlog")]

    operations = [
        migrations.CreateModel(
            name="RetentionRow",
            fields=[
                ("pk", _key("organisation_id", "stream_id")),
                ("organisation_id", models.UUIDField()),
                ("stream_id", models.UUIDField()),
                ("reference", models.TextField()),
                ("kind", models.TextField()),
                ("number", models.IntegerField()),
                ("begun", models.DateTimeField()),
                ("last_at", models.DateTimeField()),
                ("outcome", models.TextField(default="")),
                ("assessment", models.TextField(default="")),
                ("handed_over", models.BooleanField(default=False)),
                ("closed_at", models.DateTimeField(null=True)),
                ("informed_at", models.DateTimeField(null=True)),
                ("owed", models.BooleanField(default=False)),
                ("identity", models.BooleanField(default=False)),
                ("held_until", models.DateTimeField(null=True)),
                ("erasing_at", models.DateTimeField(null=True)),
                ("bundle", models.TextField()),
            ],
            options={"db_table": "ledger_retentionrow"},
        ),
        migrations.CreateModel(
            name="DestroyedCount",
            fields=[
                ("pk", _key("organisation_id", "year", "category")),
                ("organisation_id", models.UUIDField()),
                ("year", models.IntegerField()),
                ("category", models.TextField()),
                ("count", models.IntegerField()),
            ],
            options={"db_table": "ledger_destroyedcount"},
        ),
        TenantTable("ledger_retentionrow"),
        TenantTable("ledger_destroyedcount", append_only=True),
        migrations.RunSQL(
            f"REVOKE INSERT ON ledger_destroyedcount FROM {APP}",
            f"GRANT INSERT ON ledger_destroyedcount TO {APP}",
        ),
        migrations.RunSQL(GUARD, UNGUARD),
    ]
