"""The list of hand-overs, as a projection."""

from django.db import migrations, models

from baken.tenancy.rls import TenantTable


class Migration(migrations.Migration):
    """A row per hand-over; `baken ledger rebuild` fills it for what was there before."""

    dependencies = [("ledger", "0002_guards")]

    operations = [
        migrations.CreateModel(
            name="ReferralRow",
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
                ("partner", models.TextField()),
                ("named", models.BooleanField()),
                ("delivery", models.TextField()),
                ("at", models.DateTimeField()),
                ("sent_at", models.DateTimeField(null=True)),
                ("asked_at", models.DateTimeField(null=True)),
                ("answered_at", models.DateTimeField(null=True)),
                ("outcome", models.TextField(default="")),
                ("told_at", models.DateTimeField(null=True)),
                ("bundle", models.TextField()),
                ("engine_version", models.IntegerField()),
            ],
            options={
                "db_table": "ledger_referralrow",
                "indexes": [
                    models.Index(fields=["organisation_id", "-at", "-id"], name="ledger_referral_time")
                ],
            },
        ),
        TenantTable("ledger_referralrow"),
    ]
