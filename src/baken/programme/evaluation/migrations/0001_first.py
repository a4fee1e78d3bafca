"""Evaluations and what belongs to them, closed to other organisations; every former state is kept."""

import uuid

import django.contrib.postgres.fields
from django.db import migrations, models

from baken.tenancy.remembering import kept_table


class Migration(migrations.Migration):
    initial = True

    dependencies = [("tenancy", "0008_kept_and_regions")]

    operations = [
        migrations.CreateModel(
            name="Conclusion",
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
                ("evaluation_id", models.UUIDField()),
                ("topic", models.CharField(max_length=20)),
                ("words", models.TextField()),
                ("outcome", models.CharField(max_length=10)),
                ("action_id", models.UUIDField(null=True)),
                ("element", models.CharField(blank=True, default="", max_length=120)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["organisation_id", "evaluation_id"], name="programme_conclusion_of")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("outcome__in", ("none", "action", "policy"))),
                        name="programme_conclusion_outcome",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Evaluation",
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
                ("title", models.CharField(max_length=160)),
                ("from_date", models.DateField()),
                ("until_date", models.DateField()),
                (
                    "topics",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20), size=None
                    ),
                ),
                ("region", models.CharField(blank=True, default="", max_length=60)),
                ("due_on", models.DateField(null=True)),
                ("frozen_on", models.DateField(null=True)),
                ("data", models.JSONField(null=True)),
                ("digest", models.CharField(blank=True, default="", max_length=64)),
                ("closed_on", models.DateField(null=True)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["organisation_id", "from_date"], name="programme_evaluation_by")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("until_date__gte", models.F("from_date"))),
                        name="programme_evaluation_span",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("digest", ""), ("frozen_on__isnull", True)),
                            models.Q(("frozen_on__isnull", False), models.Q(("digest", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="programme_evaluation_frozen",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Finding",
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
                ("evaluation_id", models.UUIDField()),
                ("question_id", models.UUIDField(null=True)),
                ("topic", models.CharField(max_length=20)),
                ("role", models.CharField(max_length=40)),
                ("on", models.DateField()),
                ("words", models.TextField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["organisation_id", "evaluation_id"], name="programme_finding_of")
                ],
            },
        ),
        migrations.CreateModel(
            name="Question",
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
                ("evaluation_id", models.UUIDField()),
                ("topic", models.CharField(max_length=20)),
                ("words", models.CharField(max_length=300)),
                ("from_policy", models.CharField(blank=True, default="", max_length=80)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["organisation_id", "evaluation_id"], name="programme_question_of")
                ],
            },
        ),
        *kept_table("programme_evaluation_evaluation"),
        *kept_table("programme_evaluation_question"),
        *kept_table("programme_evaluation_finding"),
        *kept_table("programme_evaluation_conclusion"),
    ]
