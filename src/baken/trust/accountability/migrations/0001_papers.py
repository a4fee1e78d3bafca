"""The papers of accountability: written once, each newer one beside the former."""

import uuid

from django.db import migrations, models

from baken.tenancy.rls import TenantTable


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Paper",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "organisation_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("organisation_id", models.UUIDField()),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("kind", models.CharField(max_length=20)),
                ("partner", models.CharField(blank=True, default="", max_length=60)),
                ("reference", models.CharField(max_length=120)),
                ("version", models.CharField(max_length=40)),
                ("signed_on", models.DateField()),
                ("review_on", models.DateField()),
                ("made_at", models.DateTimeField()),
                ("made_by", models.UUIDField(null=True)),
            ],
            options={
                "indexes": [models.Index(fields=["organisation_id", "kind"], name="trust_paper_kind_index")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "algorithm",
                                    "dpia",
                                    "fg_advice",
                                    "joint",
                                    "processor",
                                    "register",
                                    "security",
                                ],
                            )
                        ),
                        name="trust_paper_kind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("review_on__gt", models.F("signed_on"))),
                        name="trust_paper_review",
                    ),
                ],
            },
        ),
        TenantTable("trust_accountability_paper", append_only=True),
    ]
