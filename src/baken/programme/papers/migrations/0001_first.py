"""Papers, notes about fields, actions and the budget, closed to other organisations; every former state is kept."""

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
                ("domain", models.CharField(blank=True, default="", max_length=60)),
                ("paper_id", models.UUIDField(null=True)),
                ("action_id", models.UUIDField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["organisation_id", "domain"], name="programme_paper_action")
                ],
            },
        ),
        migrations.CreateModel(
            name="Line",
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
                ("year", models.SmallIntegerField()),
                ("name", models.CharField(max_length=120)),
                ("kind", models.CharField(max_length=10)),
                ("who", models.CharField(max_length=120)),
                ("planned", models.IntegerField(null=True)),
                ("spent", models.IntegerField(null=True)),
                ("regional", models.BooleanField(default=False)),
                ("note", models.CharField(blank=True, default="", max_length=400)),
                ("from_policy", models.CharField(blank=True, default="", max_length=80)),
            ],
            options={
                "indexes": [models.Index(fields=["organisation_id", "year"], name="programme_budget_year")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ("source", "use"))), name="programme_budget_kind"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("planned__isnull", True), ("planned__gte", 0), _connector="OR"),
                            models.Q(("spent__isnull", True), ("spent__gte", 0), _connector="OR"),
                        ),
                        name="programme_budget_whole",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Noted",
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
                ("domain", models.CharField(max_length=60)),
                ("verdict", models.CharField(max_length=10)),
                ("on", models.DateField()),
                ("by", models.CharField(max_length=120)),
                ("note", models.CharField(blank=True, default="", max_length=300)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("organisation_id", "domain"), name="programme_noted_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("verdict__in", ("missing", "unneeded"))),
                        name="programme_noted_verdict",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Paper",
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
                ("title", models.CharField(max_length=200)),
                ("domain", models.CharField(blank=True, default="", max_length=60)),
                ("owner", models.CharField(max_length=120)),
                ("from_date", models.DateField(null=True)),
                ("until_date", models.DateField(null=True)),
                ("adapted_on", models.DateField(null=True)),
                ("updating", models.BooleanField(default=False)),
                (
                    "barriers",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60), default=list, size=None
                    ),
                ),
                ("regional", models.BooleanField(default=False)),
                ("where", models.CharField(blank=True, default="", max_length=300)),
                ("from_policy", models.CharField(blank=True, default="", max_length=80)),
                ("replaces", models.UUIDField(null=True)),
            ],
            options={
                "indexes": [models.Index(fields=["organisation_id", "domain"], name="programme_paper_in")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until_date__isnull", True),
                            ("from_date__isnull", True),
                            ("until_date__gte", models.F("from_date")),
                            _connector="OR",
                        ),
                        name="programme_paper_span",
                    )
                ],
            },
        ),
        *kept_table("programme_papers_paper"),
        *kept_table("programme_papers_noted"),
        *kept_table("programme_papers_followup"),
        *kept_table("programme_papers_line"),
    ]
