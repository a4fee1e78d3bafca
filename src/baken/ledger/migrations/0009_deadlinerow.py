"""The terms of client files as their lists show them: a projection, made again by `baken ledger rebuild`."""

from django.db import migrations, models

from baken.tenancy.rls import TenantTable


class Migration(migrations.Migration):
    """One table."""

    dependencies = [("ledger", "0008_clientrow")]

    operations = [
        migrations.CreateModel(
            name="DeadlineRow",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "organisation_id",
                        "stream_id",
                        "number",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("organisation_id", models.UUIDField()),
                ("stream_id", models.UUIDField()),
                ("number", models.IntegerField()),
                ("reference", models.TextField()),
                ("deadline", models.TextField()),
                ("on", models.DateField()),
                ("warn_on", models.DateField(null=True)),
                ("since", models.DateTimeField()),
                ("changed", models.BooleanField(default=False)),
                ("became", models.DateField(null=True)),
                ("because", models.TextField(default="")),
                ("bundle", models.TextField()),
            ],
            options={
                "db_table": "ledger_deadlinerow",
                "indexes": [
                    models.Index(fields=["organisation_id", "changed", "on"], name="ledger_deadline_on")
                ],
            },
        ),
        TenantTable("ledger_deadlinerow"),
    ]
