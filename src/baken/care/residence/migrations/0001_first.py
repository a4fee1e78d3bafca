"""On which days the mail about terms was owed."""

from django.db import migrations, models

from baken.tenancy.rls import TenantTable


class Migration(migrations.Migration):
    """One table."""

    initial = True
    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Reminded",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "organisation_id",
                        "day",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("organisation_id", models.UUIDField()),
                ("day", models.DateField()),
            ],
            options={"db_table": "care_residence_reminded"},
        ),
        TenantTable("care_residence_reminded"),
    ]
