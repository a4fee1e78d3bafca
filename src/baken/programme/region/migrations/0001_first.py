"""What members of a region released, each copy closed in the organisation that received it."""

import uuid

from django.db import migrations, models

from baken.tenancy.rls import TenantTable


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("tenancy", "0008_kept_and_regions"),
    ]

    operations = [
        migrations.CreateModel(
            name="Release",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "organisation_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("organisation_id", models.UUIDField()),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("region", models.CharField(max_length=60)),
                ("sender", models.UUIDField()),
                ("sender_name", models.CharField(max_length=120)),
                ("kind", models.CharField(max_length=30)),
                ("about", models.CharField(max_length=120)),
                ("payload", models.JSONField()),
                ("released_at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(null=True)),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["organisation_id", "region", "kind", "about", "released_at"],
                        name="programme_release_by",
                    )
                ],
            },
        ),
        TenantTable("programme_region_release"),
    ]
