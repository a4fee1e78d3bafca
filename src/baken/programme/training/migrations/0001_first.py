"""Groups, courses, sessions and checks of training, closed to others; every former state is kept."""

import uuid

import django.contrib.postgres.fields
from django.db import migrations, models

from baken.tenancy.remembering import kept_table


class Migration(migrations.Migration):
    initial = True

    dependencies = [("tenancy", "0008_kept_and_regions")]

    operations = [
        migrations.CreateModel(
            name="Audience",
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
                ("key", models.CharField(max_length=60)),
                ("name", models.CharField(max_length=120)),
                ("sort", models.CharField(max_length=10)),
                (
                    "layers",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60), default=list, size=None
                    ),
                ),
                ("people", models.IntegerField(null=True)),
                ("counted_on", models.DateField(null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn", False)),
                        fields=("organisation_id", "key"),
                        name="programme_training_audience_key",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("counted_on__isnull", True), ("people__isnull", True)),
                            models.Q(("counted_on__isnull", False), ("people__gte", 0)),
                            _connector="OR",
                        ),
                        name="programme_audience_counted",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("sort__in", ("internal", "external"))),
                        name="programme_audience_sort",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Check",
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
                ("what", models.CharField(max_length=30)),
                ("on", models.DateField()),
                ("found", models.CharField(max_length=10)),
                ("whose", models.CharField(max_length=120)),
                ("evidence", models.CharField(blank=True, default="", max_length=300)),
                ("again_on", models.DateField(null=True)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["organisation_id", "what", "on"], name="programme_training_check_of")
                ],
            },
        ),
        migrations.CreateModel(
            name="Course",
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
                ("name", models.CharField(max_length=160)),
                ("provider", models.CharField(max_length=120)),
                ("layer", models.CharField(blank=True, default="", max_length=60)),
                (
                    "audiences",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60), default=list, size=None
                    ),
                ),
                ("form", models.CharField(max_length=20)),
                ("free", models.BooleanField(null=True)),
                ("link", models.CharField(blank=True, default="", max_length=300)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["organisation_id", "name"], name="programme_training_course_by")
                ],
            },
        ),
        migrations.CreateModel(
            name="Session",
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
                ("course", models.CharField(blank=True, default="", max_length=60)),
                ("title", models.CharField(max_length=160)),
                ("provider", models.CharField(blank=True, default="", max_length=120)),
                ("layer", models.CharField(blank=True, default="", max_length=60)),
                ("form", models.CharField(max_length=20)),
                ("on", models.DateField()),
                ("state", models.CharField(default="planned", max_length=10)),
                ("reach", models.JSONField(default=list)),
                (
                    "together",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=120), default=list, size=None
                    ),
                ),
                ("minutes", models.IntegerField(null=True)),
                ("cost", models.IntegerField(null=True)),
                ("words", models.TextField(blank=True, default="")),
                ("dropped_why", models.CharField(blank=True, default="", max_length=300)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["organisation_id", "on"], name="programme_training_session_on")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ("planned", "given", "dropped"))),
                        name="programme_session_state",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("minutes__isnull", True), ("minutes__gte", 0), _connector="OR"),
                            models.Q(("cost__isnull", True), ("cost__gte", 0), _connector="OR"),
                        ),
                        name="programme_session_amounts",
                    ),
                ],
            },
        ),
        *kept_table("programme_training_audience"),
        *kept_table("programme_training_course"),
        *kept_table("programme_training_session"),
        *kept_table("programme_training_check"),
    ]
