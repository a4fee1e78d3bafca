"""What the supervisor looked at: a table that only grows."""

import uuid

from django.db import migrations, models

from baken.tenancy.rls import TenantTable


class Migration(migrations.Migration):
    """One table."""

    initial = True
    dependencies = [("ledger", "0006_readlog")]

    operations = [
        migrations.CreateModel(
            name="LogLook",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "organisation_id",
                        "id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("organisation_id", models.UUIDField()),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("entry", models.BigIntegerField()),
                ("membership_id", models.UUIDField()),
                ("at", models.DateTimeField()),
                ("outcome", models.TextField()),
            ],
            options={
                "db_table": "trust_log_look",
                "indexes": [models.Index(fields=["organisation_id", "entry"], name="trust_log_look_entry")],
            },
        ),
        TenantTable("trust_log_look", append_only=True),
    ]
