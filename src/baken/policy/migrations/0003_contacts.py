"""The address book of an organisation: whom it calls at its partners, closed to others."""

import uuid

from django.db import migrations, models

from baken.tenancy.rls import TenantTable


class Migration(migrations.Migration):
    dependencies = [("policy", "0002_changes")]

    operations = [
        migrations.CreateModel(
            name="Contact",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "organisation_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("organisation_id", models.UUIDField()),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("partner", models.CharField(max_length=60)),
                ("name", models.CharField(max_length=120)),
                ("task", models.CharField(blank=True, default="", max_length=120)),
                ("phone", models.CharField(blank=True, default="", max_length=40)),
                ("email", models.CharField(blank=True, default="", max_length=254)),
                ("number", models.IntegerField(default=1)),
                ("changed_at", models.DateTimeField()),
                ("changed_by", models.UUIDField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["organisation_id", "partner", "name"], name="policy_contact_partner")
                ],
            },
        ),
        TenantTable("policy_contact"),
    ]
