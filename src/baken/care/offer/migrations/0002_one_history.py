"""The history of the care offer moves to the one history of all administration; what was written there goes along."""

from django.db import migrations

from baken.tenancy.remembering import Remembering

TABLES = tuple(f"care_offer_{name}" for name in ("offer", "madeknown", "missing", "advice", "translation"))
MOVE = """
ALTER TABLE care_offer_change NO FORCE ROW LEVEL SECURITY;
ALTER TABLE tenancy_change NO FORCE ROW LEVEL SECURITY;
INSERT INTO tenancy_change (organisation_id, id, kind, row_id, number, at, by, "row")
SELECT organisation_id, id, kind, row_id, number, at, by, "row" FROM care_offer_change;
ALTER TABLE tenancy_change FORCE ROW LEVEL SECURITY;
"""


class Migration(migrations.Migration):
    """Forced row-level security would show the owner no rows to copy: it is lifted for the copying alone."""

    dependencies = [("care_offer", "0001_first"), ("tenancy", "0008_kept_and_regions")]

    operations = [
        migrations.RunSQL(
            "".join(f"DROP TRIGGER {table}_remember ON {table};" for table in TABLES)
            + "DROP FUNCTION care_offer_remember();"
            + MOVE,
            migrations.RunSQL.noop,
        ),
        migrations.DeleteModel(name="Change"),
        *(Remembering(table) for table in TABLES),
    ]
