"""Who is whom at an identity provider: shared, since people log in before there is an organisation."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from baken.tenancy.rls import SharedTable


class Migration(migrations.Migration):
    initial = True
    dependencies = [("tenancy", "0001_first")]

    operations = [
        migrations.CreateModel(
            name="Link",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("issuer", models.CharField(max_length=500)),
                ("subject", models.BinaryField(max_length=32, unique=True)),
                ("made_at", models.DateTimeField()),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("person", "issuer"), name="single_sign_on_link_once")
                ],
            },
        ),
        SharedTable("single_sign_on_link", ("SELECT", "INSERT", "DELETE")),
    ]
