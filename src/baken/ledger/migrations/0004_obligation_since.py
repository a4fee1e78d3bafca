"""What is owed longest is found without reading all that is owed."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """An index in the order in which the work list shows what is owed."""

    dependencies = [("ledger", "0003_referralrow")]

    operations = [
        migrations.AddIndex(
            model_name="obligation",
            index=models.Index(
                fields=["organisation_id", "since", "stream_id"], name="ledger_obligation_since"
            ),
        ),
    ]
