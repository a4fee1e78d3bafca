"""Only the owner of the table may say that a stream was destroyed.

The application may add events, and a tombstone is an event: without this it could make a signal disappear with
one row, from every list and page, while each word of it still lay in the database.
"""

from django.db import migrations

GUARD = """
CREATE FUNCTION ledger_event_tombstone() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public AS $$
BEGIN
    IF pg_has_role(current_user, (SELECT relowner FROM pg_class WHERE oid = TG_RELID), 'USAGE') THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'only the owner of the ledger destroys a stream' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER ledger_event_tombstone BEFORE INSERT ON ledger_event
    FOR EACH ROW WHEN (NEW.type = 'stream.destroyed') EXECUTE FUNCTION ledger_event_tombstone();
"""
UNGUARD = "DROP TRIGGER ledger_event_tombstone ON ledger_event; DROP FUNCTION ledger_event_tombstone();"


class Migration(migrations.Migration):
    """A trigger before every tombstone; other events pay nothing for it."""

    dependencies = [("ledger", "0004_obligation_since")]

    operations = [migrations.RunSQL(GUARD, UNGUARD)]
