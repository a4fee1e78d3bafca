"""Editions, actions and progress, closed to other organisations; every former state is kept."""

import uuid

import django.contrib.postgres.fields
from django.db import migrations, models

from baken.tenancy.remembering import kept_table


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("tenancy", "0008_kept_and_regions"),
    ]

    operations = [
        migrations.CreateModel(
            name="Action",
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
                ("edition_id", models.UUIDField()),
                ("label", models.CharField(max_length=12)),
                ("title", models.CharField(max_length=200)),
                ("what", models.TextField(blank=True, default="")),
                ("ready", models.CharField(max_length=10)),
                ("ready_on", models.DateField(null=True)),
                ("every_years", models.SmallIntegerField(null=True)),
                ("month", models.SmallIntegerField(null=True)),
                ("times", models.SmallIntegerField(null=True)),
                ("owner", models.CharField(max_length=120)),
                (
                    "partners",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=120), default=list, size=None
                    ),
                ),
                ("barrier", models.CharField(blank=True, default="", max_length=60)),
                ("budget", models.IntegerField(null=True)),
                ("from_policy", models.CharField(blank=True, default="", max_length=80)),
                ("because", models.CharField(blank=True, default="", max_length=200)),
                ("stopped_on", models.DateField(null=True)),
                ("stopped_why", models.CharField(blank=True, default="", max_length=300)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["organisation_id", "edition_id"], name="programme_action_of")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ready__in", ("ongoing", "date", "month", "quarter", "every", "times"))
                        ),
                        name="programme_action_ready",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("owner", ""), _negated=True), name="programme_action_owner"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Edition",
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
                ("theme", models.CharField(max_length=60)),
                ("title", models.CharField(max_length=160)),
                ("goal", models.TextField(blank=True, default="")),
                ("from_date", models.DateField()),
                ("until_date", models.DateField()),
                ("decision", models.CharField(blank=True, default="", max_length=200)),
                ("policy", models.CharField(blank=True, default="", max_length=60)),
                ("made_from", models.UUIDField(null=True)),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["organisation_id", "theme", "from_date"], name="programme_edition_by"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("until_date__gte", models.F("from_date"))),
                        name="programme_edition_span",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Progress",
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
                ("action_id", models.UUIDField()),
                ("on", models.DateField()),
                ("what", models.CharField(max_length=300)),
                ("done", models.BooleanField()),
                ("evidence", models.CharField(blank=True, default="", max_length=300)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["organisation_id", "action_id", "on"], name="programme_progress_of")
                ],
            },
        ),
        *kept_table("programme_plan_edition"),
        *kept_table("programme_plan_action"),
        *kept_table("programme_plan_progress"),
    ]
