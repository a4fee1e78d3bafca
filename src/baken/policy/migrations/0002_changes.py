"""Every change of a draft is kept, closed to other organisations and never changed itself."""

from django.db import migrations, models

from baken.tenancy.rls import TenantTable


class Migration(migrations.Migration):
    dependencies = [("policy", "0001_first")]

    operations = [
        migrations.CreateModel(
            name="DraftChange",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "organisation_id",
                        "draft_id",
                        "number",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("organisation_id", models.UUIDField()),
                ("draft_id", models.UUIDField()),
                ("number", models.IntegerField()),
                ("at", models.DateTimeField()),
                ("by", models.UUIDField()),
                ("kind", models.CharField(max_length=20)),
                ("about", models.CharField(blank=True, default="", max_length=200)),
                ("changed", models.JSONField()),
            ],
        ),
        TenantTable("policy_draftchange", append_only=True),
    ]
