"""What is released to a region, what came out of talking there, and questions of the policy in two languages."""

import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("programme_evaluation", "0001_first"),
    ]

    operations = [
        migrations.AddField(
            model_name="conclusion",
            name="called",
            field=models.JSONField(default=dict),
        ),
        migrations.AddField(
            model_name="conclusion",
            name="regional",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="evaluation",
            name="shared",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=40), default=list, size=None
            ),
        ),
        migrations.AddField(
            model_name="finding",
            name="regional",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="question",
            name="words_en",
            field=models.CharField(blank=True, default="", max_length=300),
        ),
    ]
