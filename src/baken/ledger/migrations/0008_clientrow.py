"""A client file as the caseload needs it: a projection, made again by `baken ledger rebuild`."""

import django.contrib.postgres.fields
from django.db import migrations, models

from baken.tenancy.rls import TenantTable


class Migration(migrations.Migration):
    """One table."""

    dependencies = [("ledger", "0007_retention")]

    operations = [
        migrations.CreateModel(
            name="ClientRow",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "organisation_id",
                        "stream_id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("organisation_id", models.UUIDField()),
                ("stream_id", models.UUIDField()),
                ("reference", models.TextField()),
                ("number", models.IntegerField()),
                ("opened_at", models.DateTimeField()),
                ("last_at", models.DateTimeField()),
                ("open", models.BooleanField()),
                ("outcome", models.TextField(default="")),
                ("complex", models.BooleanField()),
                ("age", models.TextField()),
                ("group_id", models.UUIDField(null=True)),
                ("notification_id", models.UUIDField(null=True)),
                ("name", models.TextField()),
                ("check_on", models.DateField(null=True)),
                ("due_on", models.DateField(null=True)),
                ("waiting", models.IntegerField()),
                ("to_do", django.contrib.postgres.fields.ArrayField(models.TextField(), size=None)),
                ("bundle", models.TextField()),
                ("engine_version", models.IntegerField()),
            ],
            options={
                "db_table": "ledger_clientrow",
                "indexes": [
                    models.Index(fields=["organisation_id", "open", "check_on"], name="ledger_client_check"),
                    models.Index(fields=["organisation_id", "notification_id"], name="ledger_client_from"),
                ],
            },
        ),
        TenantTable("ledger_clientrow"),
    ]
