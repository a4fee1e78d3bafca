"""Notes of log-ins, until a chore carries them to the read logs: written, read and taken away, never changed."""

import django.contrib.postgres.fields
from django.db import migrations, models

from baken.tenancy.rls import SharedTable


class Migration(migrations.Migration):
    """One table without an organisation."""

    dependencies = [("tenancy", "0006_care_of_keys")]

    operations = [
        migrations.CreateModel(
            name="LogInNote",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("what", models.CharField(max_length=20)),
                ("how", models.CharField(max_length=50)),
                ("result", models.CharField(max_length=20)),
                (
                    "organisations",
                    django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), size=None),
                ),
                (
                    "memberships",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(null=True), size=None
                    ),
                ),
                ("at", models.DateTimeField()),
            ],
        ),
        SharedTable("tenancy_loginnote", ("SELECT", "INSERT", "DELETE")),
    ]
