"""An action that goes along to the next edition is the same action still: whoever led to it can be followed there."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("programme_plan", "0002_to_revise"),
    ]

    operations = [
        migrations.AddField(
            model_name="action",
            name="carried_from",
            field=models.UUIDField(null=True),
        ),
    ]
