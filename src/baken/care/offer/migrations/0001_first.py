"""The care offer and what belongs to it, closed to other organisations; every former state is kept."""

import uuid

import django.contrib.postgres.fields
from django.db import migrations, models

from baken.tenancy.rls import TenantTable

TABLES = tuple(f"care_offer_{name}" for name in ("offer", "madeknown", "missing", "advice", "translation"))
REMEMBER = """
CREATE FUNCTION care_offer_remember() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'what belongs to the care offer is withdrawn, never removed';
    END IF;
    INSERT INTO care_offer_change (organisation_id, id, kind, row_id, number, at, by, "row")
    VALUES (NEW.organisation_id, gen_random_uuid(), TG_TABLE_NAME, NEW.id, NEW.number,
            NEW.changed_at, NEW.changed_by, to_jsonb(NEW));
    RETURN NULL;
END $$;
"""
TRIGGER = (
    "CREATE TRIGGER {0}_remember AFTER INSERT OR UPDATE OR DELETE ON {0}"
    " FOR EACH ROW EXECUTE FUNCTION care_offer_remember();"
)


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Advice",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "organisation_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("organisation_id", models.UUIDField()),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("number", models.IntegerField(default=1)),
                ("withdrawn", models.BooleanField(default=False)),
                ("changed_at", models.DateTimeField()),
                ("changed_by", models.UUIDField()),
                ("on", models.DateField()),
                ("profession", models.CharField(max_length=20)),
                ("subject", models.CharField(max_length=20)),
                ("minutes", models.IntegerField()),
            ],
            options={
                "indexes": [models.Index(fields=["organisation_id", "on"], name="care_offer_advice_on")],
            },
        ),
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
                    models.Index(fields=["organisation_id", "row_id", "number"], name="care_offer_change_of")
                ],
            },
        ),
        migrations.CreateModel(
            name="MadeKnown",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "organisation_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("organisation_id", models.UUIDField()),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("number", models.IntegerField(default=1)),
                ("withdrawn", models.BooleanField(default=False)),
                ("changed_at", models.DateTimeField()),
                ("changed_by", models.UUIDField()),
                ("on", models.DateField()),
                ("whom", models.CharField(max_length=20)),
                ("name", models.CharField(blank=True, default="", max_length=120)),
                ("how", models.CharField(max_length=20)),
            ],
            options={
                "indexes": [models.Index(fields=["organisation_id", "on"], name="care_offer_known_on")],
            },
        ),
        migrations.CreateModel(
            name="Missing",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "organisation_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("organisation_id", models.UUIDField()),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("number", models.IntegerField(default=1)),
                ("withdrawn", models.BooleanField(default=False)),
                ("changed_at", models.DateTimeField()),
                ("changed_by", models.UUIDField()),
                ("on", models.DateField()),
                ("area", models.CharField(max_length=40)),
                ("reason", models.CharField(max_length=20)),
                ("what", models.CharField(blank=True, default="", max_length=300)),
            ],
            options={
                "indexes": [models.Index(fields=["organisation_id", "on"], name="care_offer_missing_on")],
            },
        ),
        migrations.CreateModel(
            name="Offer",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "organisation_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("organisation_id", models.UUIDField()),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("number", models.IntegerField(default=1)),
                ("withdrawn", models.BooleanField(default=False)),
                ("changed_at", models.DateTimeField()),
                ("changed_by", models.UUIDField()),
                ("provider", models.CharField(blank=True, default="", max_length=60)),
                ("name", models.CharField(max_length=120)),
                ("what", models.CharField(max_length=600)),
                ("reach", models.CharField(blank=True, default="", max_length=200)),
                (
                    "areas",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40), size=None
                    ),
                ),
                (
                    "ages",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20), size=None
                    ),
                ),
                (
                    "forms",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40), size=None
                    ),
                ),
                ("from_date", models.DateField()),
                ("until_date", models.DateField(null=True)),
            ],
            options={
                "indexes": [models.Index(fields=["organisation_id", "name"], name="care_offer_by_name")],
            },
        ),
        migrations.CreateModel(
            name="Translation",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "organisation_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("organisation_id", models.UUIDField()),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("number", models.IntegerField(default=1)),
                ("withdrawn", models.BooleanField(default=False)),
                ("changed_at", models.DateTimeField()),
                ("changed_by", models.UUIDField()),
                ("language", models.CharField(max_length=8)),
                ("texts", models.JSONField()),
                ("made_from", models.CharField(max_length=64)),
                ("checked_by", models.CharField(blank=True, default="", max_length=120)),
                ("checked_on", models.DateField(null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("organisation_id", "language"), name="care_offer_one_language"
                    )
                ],
            },
        ),
        *(TenantTable(table) for table in TABLES),
        TenantTable("care_offer_change", append_only=True),
        migrations.RunSQL(
            REMEMBER + "".join(TRIGGER.format(table) for table in TABLES),
            "".join(f"DROP TRIGGER {table}_remember ON {table};" for table in TABLES)
            + "DROP FUNCTION care_offer_remember();",
        ),
    ]
