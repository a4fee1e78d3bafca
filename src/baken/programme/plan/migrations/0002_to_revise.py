"""Whoever makes the next edition says which actions are to be changed; that stays to be seen until it was done."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("programme_plan", "0001_first"),
    ]

    operations = [
        migrations.AddField(
            model_name="action",
            name="revise",
            field=models.BooleanField(default=False),
        ),
    ]
