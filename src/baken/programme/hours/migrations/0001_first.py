"""Hours booked and hours reserved, closed to other organisations; every former state is kept."""

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
                ("on", models.DateField()),
                ("kind", models.CharField(max_length=60)),
                ("minutes", models.SmallIntegerField()),
                ("role", models.CharField(max_length=40)),
                ("words", models.CharField(blank=True, default="", max_length=80)),
            ],
            options={
                "indexes": [models.Index(fields=["organisation_id", "on"], name="programme_hours_line_on")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("minutes__gte", 1), ("minutes__lte", 1440)),
                        name="programme_hours_minutes",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Reservation",
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
                ("hours", models.SmallIntegerField()),
                ("reason", models.CharField(max_length=300)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn", False)),
                        fields=("organisation_id", "year"),
                        name="programme_hours_one_reservation",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("hours__gte", 0)), name="programme_hours_reserved"
                    ),
                ],
            },
        ),
        *kept_table("programme_hours_line"),
        *kept_table("programme_hours_reservation"),
    ]
