"""The tables of the ledger."""

import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="BundleRecord",
            fields=[
                ("id", models.TextField(primary_key=True, serialize=False)),
                ("canonical", models.TextField()),
            ],
            options={
                "db_table": "ledger_bundle",
            },
        ),
        migrations.CreateModel(
            name="DataKey",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "organisation_id",
                        "stream_id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("organisation_id", models.UUIDField()),
                ("stream_id", models.UUIDField()),
                ("master", models.TextField()),
                ("box", models.BinaryField()),
            ],
            options={
                "db_table": "ledger_datakey",
            },
        ),
        migrations.CreateModel(
            name="VaultRecord",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "organisation_id",
                        "stream_id",
                        "id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("organisation_id", models.UUIDField()),
                ("stream_id", models.UUIDField()),
                ("id", models.UUIDField()),
                ("kind", models.TextField()),
                ("post", models.UUIDField(null=True)),
                ("box", models.BinaryField()),
            ],
            options={
                "db_table": "ledger_vault",
            },
        ),
        migrations.CreateModel(
            name="ClaimRecord",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "organisation_id",
                        "kind",
                        "key",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("organisation_id", models.UUIDField()),
                ("kind", models.TextField()),
                ("key", models.TextField()),
                ("stream_id", models.UUIDField()),
                ("number", models.IntegerField()),
            ],
            options={
                "db_table": "ledger_claim",
                "indexes": [
                    models.Index(fields=["organisation_id", "stream_id"], name="ledger_claim_stream")
                ],
            },
        ),
        migrations.CreateModel(
            name="EventRecord",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "organisation_id",
                        "stream_id",
                        "number",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("organisation_id", models.UUIDField()),
                ("stream_id", models.UUIDField()),
                ("number", models.IntegerField()),
                ("id", models.UUIDField()),
                ("kind", models.TextField()),
                ("type", models.TextField()),
                ("version", models.SmallIntegerField()),
                ("occurred_at", models.DateTimeField()),
                ("recorded_at", models.DateTimeField()),
                ("actor", models.UUIDField(null=True)),
                ("on_behalf_of", models.UUIDField(null=True)),
                ("bundle", models.TextField()),
                ("command", models.UUIDField()),
                ("causation", models.UUIDField(null=True)),
                ("payload", models.JSONField(null=True)),
                ("salt", models.BinaryField(null=True)),
                ("commitment", models.BinaryField()),
                ("previous", models.BinaryField()),
                ("hash", models.BinaryField()),
            ],
            options={
                "db_table": "ledger_event",
                "constraints": [
                    models.UniqueConstraint(fields=("organisation_id", "id"), name="ledger_event_id")
                ],
            },
        ),
        migrations.CreateModel(
            name="NotificationRow",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "organisation_id",
                        "stream_id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("organisation_id", models.UUIDField()),
                ("stream_id", models.UUIDField()),
                ("reference", models.TextField()),
                ("number", models.IntegerField()),
                ("sender", models.UUIDField()),
                ("sender_name", models.TextField()),
                ("referral", models.UUIDField()),
                ("purpose", models.TextField()),
                ("ground", models.TextField()),
                ("named", models.BooleanField()),
                ("answer_asked", models.BooleanField()),
                ("received_at", models.DateTimeField()),
                ("last_at", models.DateTimeField()),
                ("answered_at", models.DateTimeField(null=True)),
                ("outcome", models.TextField(default="")),
                ("engine_version", models.IntegerField()),
            ],
            options={
                "db_table": "ledger_notificationrow",
                "indexes": [
                    models.Index(
                        fields=["organisation_id", "-received_at", "-stream_id"],
                        name="ledger_notification_time",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Obligation",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "organisation_id",
                        "stream_id",
                        "step",
                        "partner",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("organisation_id", models.UUIDField()),
                ("stream_id", models.UUIDField()),
                ("step", models.TextField()),
                ("partner", models.TextField(default="")),
                ("since", models.DateTimeField()),
                ("due_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "ledger_obligation",
                "indexes": [models.Index(fields=["organisation_id", "due_at"], name="ledger_obligation_due")],
            },
        ),
        migrations.CreateModel(
            name="SignalRow",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "organisation_id",
                        "stream_id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("organisation_id", models.UUIDField()),
                ("stream_id", models.UUIDField()),
                ("reference", models.TextField()),
                ("number", models.IntegerField()),
                ("stage", models.TextField()),
                ("reported_at", models.DateTimeField()),
                ("received_at", models.DateTimeField(null=True)),
                ("last_at", models.DateTimeField()),
                ("reporter", models.TextField()),
                ("reporter_named", models.BooleanField()),
                ("question", models.BooleanField()),
                (
                    "forms",
                    django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None),
                ),
                ("urgency", models.TextField()),
                ("urgency_claimed", models.TextField()),
                ("assessment", models.TextField()),
                ("closed", models.BooleanField()),
                ("answered", models.BooleanField()),
                ("bundle", models.TextField()),
                ("engine_version", models.IntegerField()),
            ],
            options={
                "db_table": "ledger_signalrow",
                "indexes": [
                    models.Index(
                        fields=["organisation_id", "-reported_at", "-stream_id"], name="ledger_signal_time"
                    ),
                    models.Index(fields=["organisation_id", "last_at"], name="ledger_signal_last"),
                    models.Index(fields=["organisation_id", "reference"], name="ledger_signal_reference"),
                ],
            },
        ),
    ]
