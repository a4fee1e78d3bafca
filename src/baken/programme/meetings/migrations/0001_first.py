"""Meetings, their agendas and minutes, closed to other organisations; every former state is kept."""

import uuid

import django.contrib.postgres.fields
from django.db import migrations, models

from baken.tenancy.remembering import kept_table


class Migration(migrations.Migration):
    initial = True

    dependencies = [("tenancy", "0008_kept_and_regions")]

    operations = [
        migrations.CreateModel(
            name="AgendaItem",
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
                ("meeting_id", models.UUIDField()),
                ("place", models.SmallIntegerField()),
                ("words", models.CharField(max_length=300)),
                ("source", models.CharField(blank=True, default="", max_length=300)),
                ("minutes", models.SmallIntegerField(null=True)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["organisation_id", "meeting_id"], name="programme_agenda_of")
                ],
            },
        ),
        migrations.CreateModel(
            name="Meeting",
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
                ("rhythm", models.CharField(blank=True, default="", max_length=60)),
                ("name", models.CharField(max_length=160)),
                ("on", models.DateField()),
                ("begins", models.TimeField(null=True)),
                ("ends", models.TimeField(null=True)),
                ("place", models.CharField(blank=True, default="", max_length=160)),
                (
                    "who",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=120), default=list, size=None
                    ),
                ),
                ("owner", models.CharField(max_length=120)),
                (
                    "present",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=120), default=list, size=None
                    ),
                ),
                ("minuted_on", models.DateField(null=True)),
                ("dropped_on", models.DateField(null=True)),
                ("dropped_why", models.CharField(blank=True, default="", max_length=300)),
            ],
            options={
                "indexes": [models.Index(fields=["organisation_id", "on"], name="programme_meeting_on")],
            },
        ),
        migrations.CreateModel(
            name="MinuteLine",
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
                ("meeting_id", models.UUIDField()),
                ("sort", models.CharField(max_length=10)),
                ("words", models.CharField(max_length=400)),
                ("owner", models.CharField(blank=True, default="", max_length=120)),
                ("due", models.DateField(null=True)),
                ("done_on", models.DateField(null=True)),
                ("done_how", models.CharField(blank=True, default="", max_length=300)),
                ("plan_action_id", models.UUIDField(null=True)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["organisation_id", "meeting_id"], name="programme_minutes_of"),
                    models.Index(fields=["organisation_id", "sort", "due"], name="programme_minutes_due"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("sort__in", ("decision", "action"))),
                        name="programme_minutes_sort",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("sort", "decision"),
                            models.Q(models.Q(("owner", ""), _negated=True), ("due__isnull", False)),
                            _connector="OR",
                        ),
                        name="programme_minutes_owned",
                    ),
                ],
            },
        ),
        *kept_table("programme_meetings_meeting"),
        *kept_table("programme_meetings_agendaitem"),
        *kept_table("programme_meetings_minuteline"),
    ]
