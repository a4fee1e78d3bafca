"""Whom the programme reached, closed to other organisations; every former state is kept."""

import uuid

import django.contrib.postgres.fields
from django.db import migrations, models

from baken.tenancy.remembering import kept_table


class Migration(migrations.Migration):
    initial = True

    dependencies = [("tenancy", "0008_kept_and_regions")]

    operations = [
        migrations.CreateModel(
            name="Announcement",
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
                ("place", models.CharField(max_length=20)),
                ("inside", models.BooleanField()),
                ("what", models.CharField(max_length=300)),
                ("since", models.DateField()),
                ("checked_on", models.DateField(null=True)),
                ("repeat_on", models.DateField(null=True)),
                ("until", models.DateField(null=True)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["organisation_id", "since"], name="programme_announced_since")
                ],
            },
        ),
        migrations.CreateModel(
            name="Campaign",
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
                ("kind", models.CharField(blank=True, default="", max_length=60)),
                ("name", models.CharField(max_length=160)),
                (
                    "audiences",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60), default=list, size=None
                    ),
                ),
                ("whom", models.CharField(blank=True, default="", max_length=200)),
                ("message", models.TextField()),
                (
                    "channels",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20), default=list, size=None
                    ),
                ),
                ("from_date", models.DateField()),
                ("until_date", models.DateField()),
                (
                    "joint",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=120), default=list, size=None
                    ),
                ),
                ("owner", models.CharField(max_length=120)),
                ("action_id", models.UUIDField(null=True)),
                ("proposal_id", models.UUIDField(null=True)),
                ("dropped_on", models.DateField(null=True)),
                ("dropped_why", models.CharField(blank=True, default="", max_length=300)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["organisation_id", "from_date"], name="programme_campaign_from")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("until_date__gte", models.F("from_date"))),
                        name="programme_campaign_span",
                    )
                ],
            },
        ),
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
                ("number", models.IntegerField(default=1)),
                ("withdrawn", models.BooleanField(default=False)),
                ("changed_at", models.DateTimeField()),
                ("changed_by", models.UUIDField()),
                ("on", models.DateField()),
                ("organisation", models.CharField(max_length=120)),
                ("kind", models.CharField(max_length=20)),
                ("how", models.CharField(max_length=20)),
                (
                    "about",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20), default=list, size=None
                    ),
                ),
                ("by", models.CharField(max_length=120)),
                ("result", models.CharField(blank=True, default="", max_length=300)),
                ("next_on", models.DateField(null=True)),
                ("rhythm", models.CharField(blank=True, default="", max_length=60)),
            ],
            options={
                "indexes": [models.Index(fields=["organisation_id", "on"], name="programme_contact_on")],
            },
        ),
        migrations.CreateModel(
            name="KitStep",
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
                ("campaign_id", models.UUIDField()),
                ("days_before", models.IntegerField()),
                ("what", models.CharField(max_length=300)),
                ("owner", models.CharField(blank=True, default="", max_length=120)),
                ("done_on", models.DateField(null=True)),
            ],
            options={
                "indexes": [models.Index(fields=["organisation_id", "campaign_id"], name="programme_kit_of")],
            },
        ),
        migrations.CreateModel(
            name="Proposal",
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
                ("kind", models.CharField(max_length=60)),
                ("name", models.CharField(max_length=160)),
                ("because", models.TextField()),
                ("proposed_on", models.DateField()),
                ("proposed_as", models.CharField(max_length=120)),
                ("proposed_by", models.UUIDField()),
                ("outcome", models.CharField(blank=True, default="", max_length=10)),
                ("outcome_because", models.TextField(blank=True, default="")),
                ("outcome_on", models.DateField(null=True)),
                ("outcome_as", models.CharField(blank=True, default="", max_length=120)),
                ("outcome_by", models.UUIDField(null=True)),
            ],
            options={
                "indexes": [models.Index(fields=["organisation_id", "kind"], name="programme_proposal_kind")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("outcome__in", ("", "confirmed", "declined"))),
                        name="programme_proposal_outcome",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Reach",
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
                ("campaign_id", models.UUIDField()),
                ("on", models.DateField()),
                ("channel", models.CharField(max_length=20)),
                ("people", models.IntegerField()),
                ("how", models.CharField(blank=True, default="", max_length=200)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["organisation_id", "campaign_id"], name="programme_reach_of")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("people__gte", 0)), name="programme_reach_number"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Registrations",
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
                ("kind", models.CharField(max_length=60)),
                ("year", models.SmallIntegerField()),
                ("told", models.IntegerField(null=True)),
                ("source", models.CharField(max_length=200)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["organisation_id", "kind", "year"], name="programme_registrations")
                ],
            },
        ),
        *kept_table("programme_outreach_contact"),
        *kept_table("programme_outreach_announcement"),
        *kept_table("programme_outreach_campaign"),
        *kept_table("programme_outreach_kitstep"),
        *kept_table("programme_outreach_reach"),
        *kept_table("programme_outreach_proposal"),
        *kept_table("programme_outreach_registrations"),
    ]
