"""How many reports of a week were destroyed, so that numbers of periods stay what they were."""

import django.db.models.fields.composite
from django.db import migrations, models

from baken.tenancy.rls import APP, TenantTable


class Migration(migrations.Migration):
    """One table, which only the owner's role writes."""

    dependencies = [("ledger", "0010_clientrow_waits")]

    operations = [
        migrations.CreateModel(
            name="DestroyedReport",
            fields=[
                (
                    "pk",
                    django.db.models.fields.composite.CompositePrimaryKey(
                        "organisation_id",
                        "on",
                        "question",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("organisation_id", models.UUIDField()),
                ("on", models.DateField()),
                ("question", models.BooleanField()),
                ("count", models.IntegerField()),
            ],
            options={"db_table": "ledger_destroyedreport"},
        ),
        TenantTable("ledger_destroyedreport", append_only=True),
        migrations.RunSQL(
            f"REVOKE INSERT ON ledger_destroyedreport FROM {APP}",
            f"GRANT INSERT ON ledger_destroyedreport TO {APP}",
        ),
    ]
