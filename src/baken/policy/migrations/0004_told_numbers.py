"""The numbers that were told of signals, closed to other organisations; what is old may go."""

import uuid

from django.db import migrations, models

from baken.tenancy.rls import TenantTable


class Migration(migrations.Migration):
    dependencies = [("policy", "0003_contacts")]

    operations = [
        migrations.CreateModel(
            name="ToldNumber",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "organisation_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("organisation_id", models.UUIDField()),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("signals", models.BinaryField()),
                ("about", models.IntegerField(null=True)),
                ("told_at", models.DateTimeField()),
            ],
            options={
                "indexes": [models.Index(fields=["organisation_id", "told_at"], name="policy_told_number")],
            },
        ),
        TenantTable("policy_toldnumber"),
    ]
