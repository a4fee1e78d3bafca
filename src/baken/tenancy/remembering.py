"""A migration operation: from here on a table of administration keeps its history, and nothing in it is removed."""

from django.db import migrations

from baken.tenancy.rls import TenantTable

FUNCTION = """
CREATE FUNCTION tenancy_remember() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'this is withdrawn, never removed';
    END IF;
    INSERT INTO tenancy_change (organisation_id, id, kind, row_id, number, at, by, "row")
    VALUES (NEW.organisation_id, gen_random_uuid(), TG_TABLE_NAME, NEW.id, NEW.number,
            NEW.changed_at, NEW.changed_by, to_jsonb(NEW));
    RETURN NULL;
END $$;
"""


class Remembering(migrations.RunSQL):
    """Has every state of a table written down in `tenancy_change`."""

    def __init__(self, table: str) -> None:
        super().__init__(
            f"CREATE TRIGGER {table}_remember AFTER INSERT OR UPDATE OR DELETE ON {table}"
            " FOR EACH ROW EXECUTE FUNCTION tenancy_remember()",
            f"DROP TRIGGER {table}_remember ON {table}",
        )


def kept_table(table: str) -> list[migrations.RunSQL]:
    """Return what closes a table of kept rows to other organisations and remembers its history."""
    return [TenantTable(table), Remembering(table)]
