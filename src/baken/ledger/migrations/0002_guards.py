"""Who may touch the ledger's tables, and the triggers that refuse what grants alone would leave to the owner.

An event may change in one way only: the table's owner empties payload and salt of a stream that has its
tombstone.
"""

from django.db import migrations

from baken.tenancy.rls import SharedTable, TenantTable

GUARD = """
CREATE FUNCTION ledger_event_stays() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public AS $$
BEGIN
    IF TG_OP = 'UPDATE'
        AND NEW.payload IS NULL AND NEW.salt IS NULL
        AND to_jsonb(NEW) - 'payload' - 'salt' = to_jsonb(OLD) - 'payload' - 'salt'
        AND current_setting('baken.destroying', true) = OLD.stream_id::text
        AND EXISTS (
            SELECT 1 FROM public.ledger_event tombstone
            WHERE tombstone.organisation_id = OLD.organisation_id AND tombstone.stream_id = OLD.stream_id
                AND tombstone.type = 'stream.destroyed'
        )
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'an event that was recorded stays as it is (%)', TG_OP
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER ledger_event_stays BEFORE UPDATE OR DELETE ON ledger_event
    FOR EACH ROW EXECUTE FUNCTION ledger_event_stays();
CREATE TRIGGER ledger_event_stays_whole BEFORE TRUNCATE ON ledger_event
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_event_stays();
"""
UNGUARD = (
    "DROP TRIGGER ledger_event_stays ON ledger_event; DROP TRIGGER ledger_event_stays_whole ON ledger_event;"
    " DROP FUNCTION ledger_event_stays();"
)
NAMED_AFTER_ITSELF = """
ALTER TABLE ledger_bundle ADD CONSTRAINT ledger_bundle_named_after_itself
    CHECK (id = 'sha256:' || encode(sha256(convert_to(canonical, 'UTF8')), 'hex'));
"""


class Migration(migrations.Migration):
    """Row-level security, grants and triggers."""

    dependencies = [("ledger", "0001_initial")]

    operations = [
        TenantTable("ledger_event", append_only=True),
        TenantTable("ledger_claim", append_only=True),
        TenantTable("ledger_vault", append_only=True),
        TenantTable("ledger_signalrow"),
        TenantTable("ledger_obligation"),
        TenantTable("ledger_notificationrow"),
        SharedTable("ledger_bundle", ("SELECT", "INSERT")),
        TenantTable("ledger_datakey", append_only=True, database="keys"),
        migrations.RunSQL(GUARD, UNGUARD),
        migrations.RunSQL(
            NAMED_AFTER_ITSELF, "ALTER TABLE ledger_bundle DROP CONSTRAINT ledger_bundle_named_after_itself"
        ),
    ]
