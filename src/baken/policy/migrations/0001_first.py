"""Drafts closed to other organisations; adopted folders public and never changed."""

import uuid

from django.db import migrations, models

from baken.tenancy.rls import SharedTable, TenantTable


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Draft",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "organisation_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("organisation_id", models.UUIDField()),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("policy_id", models.CharField(max_length=60)),
                ("valid_from", models.DateField()),
                ("files", models.JSONField()),
                ("cases", models.JSONField(default=dict)),
                ("number", models.IntegerField(default=1)),
                ("started_at", models.DateTimeField()),
                ("started_by", models.UUIDField()),
                ("changed_at", models.DateTimeField()),
                ("changed_by", models.UUIDField()),
                ("ended", models.CharField(blank=True, default="", max_length=10)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["organisation_id", "ended", "changed_at"], name="policy_draft_open")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ended__in", ["", "adopted", "dropped"])),
                        name="policy_draft_ended",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Edition",
            fields=[
                ("id", models.TextField(primary_key=True, serialize=False)),
                ("policy_id", models.CharField(max_length=60)),
                ("version", models.CharField(max_length=10)),
                ("files", models.JSONField()),
                ("cases", models.JSONField(default=dict)),
                ("bundle", models.TextField()),
                ("made_at", models.DateTimeField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["policy_id", "version", "made_at"], name="policy_edition_version")
                ],
            },
        ),
        TenantTable("policy_draft"),
        SharedTable("policy_edition", ("SELECT", "INSERT")),
    ]
