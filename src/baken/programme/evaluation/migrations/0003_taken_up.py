"""A finding that another organisation released, and that was taken up: whose it is, and since when it was released."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("programme_evaluation", "0002_sharing_and_region"),
    ]

    operations = [
        migrations.AddField(
            model_name="finding",
            name="shared_by",
            field=models.CharField(blank=True, default="", max_length=120),
        ),
        migrations.AddField(
            model_name="finding",
            name="shared_on",
            field=models.DateField(null=True),
        ),
    ]
