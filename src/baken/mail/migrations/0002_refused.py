"""How often a mail was refused, until when it rests, and what was given up."""

import uuid

from django.db import migrations, models

from baken.tenancy.rls import TenantTable

COUNTED = (
    ("refused", models.SmallIntegerField(default=0)),
    ("not_before", models.DateTimeField(null=True)),
)


class Migration(migrations.Migration):
    """Two columns on what waits, and a table of an organisation."""

    dependencies = [("mail", "0001_first")]

    operations = [
        *(
            migrations.AddField(table, name, of.clone())
            for table in ("waiting", "owed")
            for name, of in COUNTED
        ),
        migrations.CreateModel(
            name="GivenUp",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "organisation_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("organisation_id", models.UUIDField()),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("kind", models.CharField(max_length=10)),
                ("membership_id", models.UUIDField(null=True)),
                ("at", models.DateTimeField()),
            ],
        ),
        TenantTable("mail_givenup"),
    ]
