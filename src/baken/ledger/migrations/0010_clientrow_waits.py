"""What a client waits for from others, in the list of files: a place in a shelter, an answer to a transfer."""

import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("ledger", "0009_deadlinerow")]

    operations = [
        migrations.AddField(
            model_name="clientrow",
            name="waits_for",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.TextField(), default=list, size=None
            ),
        ),
    ]
