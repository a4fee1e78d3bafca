"""Former keys, shares for recovery, and a vault that begins anew after a lost passphrase.

The public key of a member stays, as before, unless its number goes up; the ledger tells of each number after the first.
"""

import uuid
from typing import Any

from django.db import migrations, models
from django.db.models import F, Q

from baken.tenancy.rls import TenantTable

GUARD = """
CREATE OR REPLACE FUNCTION tenancy_vaultkey_stays() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND (NEW.organisation_id, NEW.membership_id) = (OLD.organisation_id, OLD.membership_id)
        AND (NEW.number > OLD.number OR (NEW.number = OLD.number AND NEW.public_key = OLD.public_key))
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'the key of a member stays as it is (%)', TG_OP USING ERRCODE = 'restrict_violation';
END $$;
"""
UNGUARD = """
CREATE OR REPLACE FUNCTION tenancy_vaultkey_stays() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND (NEW.organisation_id, NEW.membership_id, NEW.public_key)
        = (OLD.organisation_id, OLD.membership_id, OLD.public_key)
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'the key of a member stays as it is (%)', TG_OP USING ERRCODE = 'restrict_violation';
END $$;
"""
OWN = models.CompositePrimaryKey(
    "organisation_id", "id", blank=True, editable=False, primary_key=True, serialize=False
)


def pair(table: str, column: str, target: str) -> migrations.RunSQL:
    """A reference inside one organisation: the pair (organisation, id) must exist."""
    name = f"tenancy_{table}_{column}"
    return migrations.RunSQL(
        f"ALTER TABLE tenancy_{table} ADD CONSTRAINT {name} FOREIGN KEY (organisation_id, {column}) "
        f"REFERENCES tenancy_{target} (organisation_id, id) DEFERRABLE INITIALLY DEFERRED",
        f"ALTER TABLE tenancy_{table} DROP CONSTRAINT {name}",
    )


def own() -> list[tuple[str, Any]]:
    """What every one of these tables begins with."""
    return [
        ("pk", OWN.clone()),
        ("organisation_id", models.UUIDField()),
        ("id", models.UUIDField(default=uuid.uuid4, editable=False)),
    ]


class Migration(migrations.Migration):
    """Four tables of an organisation, and a number on the key of a member."""

    dependencies = [("tenancy", "0005_emergency_and_invitations")]

    operations = [
        migrations.AddField("vaultkey", "number", models.SmallIntegerField(default=1)),
        migrations.RunSQL(GUARD, UNGUARD),
        migrations.CreateModel(
            name="KeyLink",
            fields=[
                *own(),
                ("post_id", models.UUIDField()),
                ("key_number", models.SmallIntegerField()),
                ("newer_number", models.SmallIntegerField()),
                ("sealed", models.BinaryField()),
                ("made_at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=["organisation_id", "post_id", "key_number", "newer_number"],
                        name="tenancy_keylink_once",
                    ),
                    models.CheckConstraint(
                        condition=Q(newer_number__gt=F("key_number")), name="tenancy_keylink_forward"
                    ),
                ]
            },
        ),
        migrations.CreateModel(
            name="RecoveryPair",
            fields=[
                *own(),
                ("post_id", models.UUIDField()),
                ("key_number", models.SmallIntegerField()),
                ("first", models.UUIDField()),
                ("second", models.UUIDField()),
                ("first_half", models.BinaryField()),
                ("second_half", models.BinaryField()),
                ("made_at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=["organisation_id", "post_id", "key_number", "first", "second"],
                        name="tenancy_recoverypair_once",
                    ),
                    models.CheckConstraint(
                        condition=Q(first__lt=F("second")), name="tenancy_recoverypair_two"
                    ),
                ]
            },
        ),
        migrations.CreateModel(
            name="RecoveryHalf",
            fields=[
                *own(),
                ("request", models.UUIDField()),
                ("pair_id", models.UUIDField()),
                ("giver", models.UUIDField()),
                ("sealed", models.BinaryField()),
                ("made_at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=["organisation_id", "request", "pair_id", "giver"],
                        name="tenancy_recoveryhalf_once",
                    )
                ]
            },
        ),
        migrations.CreateModel(
            name="FormerShare",
            fields=[
                *own(),
                ("membership_id", models.UUIDField()),
                ("post_id", models.UUIDField()),
                ("key_number", models.SmallIntegerField()),
                ("sealed", models.BinaryField()),
                ("wrapped", models.BinaryField()),
                ("salt", models.BinaryField()),
                ("operations", models.IntegerField()),
                ("memory", models.BigIntegerField()),
                ("made_at", models.DateTimeField()),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["organisation_id", "membership_id"], name="tenancy_formershare_member"
                    )
                ]
            },
        ),
        pair("keylink", "post_id", "post"),
        pair("recoverypair", "post_id", "post"),
        pair("recoverypair", "first", "membership"),
        pair("recoverypair", "second", "membership"),
        pair("recoveryhalf", "giver", "membership"),
        pair("formershare", "post_id", "post"),
        pair("formershare", "membership_id", "membership"),
        TenantTable("tenancy_keylink", append_only=True),
        TenantTable("tenancy_recoverypair"),
        TenantTable("tenancy_recoveryhalf"),
        TenantTable("tenancy_formershare"),
    ]
