"""Who waits for a mail, each row of one organisation."""

import uuid

from django.db import migrations, models

from baken.tenancy.rls import TenantTable


def _key(*fields: str) -> models.CompositePrimaryKey:
    return models.CompositePrimaryKey(*fields, blank=True, editable=False, primary_key=True, serialize=False)


class Migration(migrations.Migration):
    initial = True
    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Waiting",
            fields=[
                ("pk", _key("organisation_id", "stream_id")),
                ("organisation_id", models.UUIDField()),
                ("stream_id", models.UUIDField()),
                ("box", models.BinaryField()),
                ("made_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Owed",
            fields=[
                ("pk", _key("organisation_id", "id")),
                ("organisation_id", models.UUIDField()),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("membership_id", models.UUIDField()),
                ("made_at", models.DateTimeField()),
            ],
        ),
        TenantTable("mail_waiting"),
        TenantTable("mail_owed"),
    ]
