"""Access in an emergency, keys that somebody once had, and invitations."""

import uuid

from django.db import migrations, models
from django.db.models import F, Q

from baken.tenancy.rls import SharedTable, TenantTable

WHYS = ("left", "role_taken", "delegation_ended")
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


class Migration(migrations.Migration):
    """Two tables of an organisation, and one that is needed before there is an organisation."""

    dependencies = [("tenancy", "0004_roles_of_trust")]

    operations = [
        migrations.CreateModel(
            name="Emergency",
            fields=[
                ("pk", OWN),
                ("organisation_id", models.UUIDField()),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("membership_id", models.UUIDField()),
                ("since", models.DateTimeField()),
                ("until", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=Q(until__gte=F("since")), name="tenancy_emergency_ends")
                ],
                "indexes": [
                    models.Index(
                        fields=["organisation_id", "membership_id", "until"], name="tenancy_emergency_member"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="KeyExposure",
            fields=[
                ("pk", OWN.clone()),
                ("organisation_id", models.UUIDField()),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("post_id", models.UUIDField()),
                ("key_number", models.SmallIntegerField()),
                ("membership_id", models.UUIDField()),
                ("why", models.CharField(max_length=20)),
                ("at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=Q(why__in=WHYS), name="tenancy_keyexposure_why")
                ],
                "indexes": [
                    models.Index(
                        fields=["organisation_id", "post_id", "key_number"], name="tenancy_keyexposure_post"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("person_id", models.UUIDField(unique=True)),
                ("code_hash", models.BinaryField(max_length=32, unique=True)),
                ("made_at", models.DateTimeField()),
                ("until", models.DateTimeField()),
            ],
        ),
        pair("emergency", "membership_id", "membership"),
        pair("keyexposure", "membership_id", "membership"),
        pair("keyexposure", "post_id", "post"),
        migrations.RunSQL(
            "ALTER TABLE tenancy_invitation ADD CONSTRAINT tenancy_invitation_person FOREIGN KEY (person_id)"
            " REFERENCES tenancy_person (id) DEFERRABLE INITIALLY DEFERRED",
            "ALTER TABLE tenancy_invitation DROP CONSTRAINT tenancy_invitation_person",
        ),
        TenantTable("tenancy_emergency"),
        TenantTable("tenancy_keyexposure", append_only=True),
        SharedTable("tenancy_invitation", ("SELECT", "INSERT", "UPDATE", "DELETE")),
    ]
