"""Where an organisation stands on the basic level, closed to other organisations; every former state is kept."""

import uuid

from django.db import migrations, models

from baken.tenancy.remembering import kept_table


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("tenancy", "0008_kept_and_regions"),
    ]

    operations = [
        migrations.CreateModel(
            name="Assessment",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "organisation_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("organisation_id", models.UUIDField()),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("number", models.IntegerField(default=1)),
                ("withdrawn", models.BooleanField(default=False)),
                ("changed_at", models.DateTimeField()),
                ("changed_by", models.UUIDField()),
                ("criterion", models.CharField(max_length=60)),
                ("state", models.CharField(max_length=10)),
                ("on", models.DateField()),
                ("by", models.CharField(max_length=120)),
                ("evidence", models.CharField(blank=True, default="", max_length=300)),
                ("note", models.CharField(blank=True, default="", max_length=600)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("organisation_id", "criterion"), name="programme_level_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ("open", "met", "partly", "not"))),
                        name="programme_level_state",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FollowUp",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "organisation_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("organisation_id", models.UUIDField()),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("number", models.IntegerField(default=1)),
                ("withdrawn", models.BooleanField(default=False)),
                ("changed_at", models.DateTimeField()),
                ("changed_by", models.UUIDField()),
                ("criterion", models.CharField(max_length=60)),
                ("action_id", models.UUIDField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["organisation_id", "criterion"], name="programme_level_follow")
                ],
            },
        ),
        *kept_table("programme_level_assessment"),
        *kept_table("programme_level_followup"),
    ]
