"""One history for all administration, and regions in the directory."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

from baken.tenancy.remembering import FUNCTION
from baken.tenancy.rls import SharedTable, TenantTable


class Migration(migrations.Migration):
    dependencies = [
        ("tenancy", "0007_log_in_notes"),
    ]

    operations = [
        migrations.CreateModel(
            name="Change",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "organisation_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("organisation_id", models.UUIDField()),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("kind", models.CharField(max_length=60)),
                ("row_id", models.UUIDField()),
                ("number", models.IntegerField()),
                ("at", models.DateTimeField()),
                ("by", models.UUIDField()),
                ("row", models.JSONField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["organisation_id", "row_id", "number"], name="tenancy_change_of")
                ],
            },
        ),
        migrations.CreateModel(
            name="Region",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("slug", models.SlugField(max_length=60, unique=True)),
                ("name", models.CharField(max_length=120)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("cooperation", "samenwerkingsverband"),
                            ("police_team", "basisteam"),
                            ("police_district", "politiedistrict"),
                            ("province", "provincie"),
                            ("safety_region", "veiligheidsregio"),
                            ("centre", "centrumgemeente"),
                            ("riec", "RIEC-regio"),
                            ("care_safety_house", "regio van een zorg- en veiligheidshuis"),
                        ],
                        max_length=20,
                    ),
                ),
                ("made_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["name"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "cooperation",
                                    "police_team",
                                    "police_district",
                                    "province",
                                    "safety_region",
                                    "centre",
                                    "riec",
                                    "care_safety_house",
                                ],
                            )
                        ),
                        name="tenancy_region_kind",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RegionMember",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("since", models.DateField()),
                ("until", models.DateField(null=True)),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="regions",
                        to="tenancy.organisation",
                    ),
                ),
                (
                    "region",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="members",
                        to="tenancy.region",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until__isnull", True), ("until__gte", models.F("since")), _connector="OR"
                        ),
                        name="tenancy_regionmember_span",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("until__isnull", True)),
                        fields=("region", "member"),
                        name="tenancy_regionmember_once",
                    ),
                ],
            },
        ),
        TenantTable("tenancy_change", append_only=True),
        migrations.RunSQL(FUNCTION, "DROP FUNCTION tenancy_remember()"),
        SharedTable("tenancy_region", ("SELECT", "INSERT", "UPDATE")),
        SharedTable("tenancy_regionmember", ("SELECT", "INSERT", "UPDATE")),
    ]
