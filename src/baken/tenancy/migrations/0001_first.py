"""Organisations, people, memberships, posts and keys, each organisation's rows closed to the others."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models

from baken.tenancy.rls import SharedTable, TenantTable


def pair(table: str, column: str, target: str, key: str = "id") -> migrations.RunSQL:
    """A reference inside one organisation: the pair (organisation, id) must exist."""
    name = f"tenancy_{table}_{column}"
    return migrations.RunSQL(
        f"ALTER TABLE tenancy_{table} ADD CONSTRAINT {name} FOREIGN KEY (organisation_id, {column}) "
        f"REFERENCES tenancy_{target} (organisation_id, {key}) DEFERRABLE INITIALLY DEFERRED",
        f"ALTER TABLE tenancy_{table} DROP CONSTRAINT {name}",
    )


class Migration(migrations.Migration):
    initial = True
    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Person",
            fields=[
                ("password", models.CharField(max_length=128, verbose_name="password")),
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("email", models.EmailField(max_length=254, unique=True)),
                ("name", models.CharField(max_length=120)),
                ("is_active", models.BooleanField(default=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("email", django.db.models.functions.text.Lower("email"))),
                        name="tenancy_person_small_letters",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Locator",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=20)),
                ("key", models.BinaryField(max_length=64)),
                ("organisation_id", models.UUIDField()),
                ("target", models.UUIDField(null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kind", "key", "organisation_id"), name="tenancy_locator_once"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("kind", "login"), _negated=True),
                        fields=("kind", "key"),
                        name="tenancy_locator_one_place",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Organisation",
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
                            ("municipality", "gemeente"),
                            ("care", "zorgorganisatie"),
                            ("region", "regio"),
                        ],
                        max_length=20,
                    ),
                ),
                ("open_to_residents", models.BooleanField(default=False)),
                ("made_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["name"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["municipality", "care", "region"])),
                        name="tenancy_organisation_kind",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="VaultKey",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "organisation_id",
                        "membership_id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("membership_id", models.UUIDField()),
                ("public_key", models.BinaryField()),
                ("wrapped", models.BinaryField()),
                ("salt", models.BinaryField()),
                ("operations", models.IntegerField()),
                ("memory", models.BigIntegerField()),
                ("made_at", models.DateTimeField()),
                (
                    "organisation",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, to="tenancy.organisation"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Membership",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "organisation_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "roles",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40), size=None
                    ),
                ),
                ("active", models.BooleanField(default=True)),
                ("last_visit", models.DateTimeField(null=True)),
                ("previous_visit", models.DateTimeField(null=True)),
                ("made_at", models.DateTimeField()),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, to="tenancy.organisation"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("organisation", "person"), name="tenancy_membership_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "roles__contained_by",
                                [
                                    "administrator",
                                    "care_coordinator",
                                    "case_director",
                                    "chain_director",
                                    "data_protection_officer",
                                    "deputy",
                                    "focal_point",
                                    "lead_focal_point",
                                    "policy_adviser",
                                    "privacy_officer",
                                    "process_director",
                                    "reporter",
                                    "table_member",
                                    "team_coordinator",
                                ],
                            )
                        ),
                        name="tenancy_membership_known_roles",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("roles__overlap", ["administrator", "data_protection_officer"]),
                                _negated=True,
                            ),
                            ("roles__len", 1),
                            _connector="OR",
                        ),
                        name="tenancy_membership_alone",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Delegation",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "organisation_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("post_id", models.UUIDField()),
                ("membership_id", models.UUIDField()),
                ("since", models.DateTimeField()),
                ("until", models.DateTimeField()),
                ("made_at", models.DateTimeField()),
                (
                    "organisation",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, to="tenancy.organisation"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["organisation", "membership_id", "until"], name="tenancy_delegation_member"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("until__gt", models.F("since"))), name="tenancy_delegation_ends"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Post",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "organisation_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("role", models.CharField(max_length=40)),
                ("name", models.CharField(max_length=120)),
                ("public_key", models.BinaryField(null=True)),
                ("key_number", models.SmallIntegerField(default=1)),
                ("made_at", models.DateTimeField()),
                (
                    "organisation",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, to="tenancy.organisation"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["organisation", "role"], name="tenancy_post_role")],
                "constraints": [
                    models.UniqueConstraint(fields=("organisation", "name"), name="tenancy_post_name")
                ],
            },
        ),
        migrations.CreateModel(
            name="PostKey",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "organisation_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("post_id", models.UUIDField()),
                ("key_number", models.SmallIntegerField()),
                ("membership_id", models.UUIDField()),
                ("delegation_id", models.UUIDField(null=True)),
                ("sealed", models.BinaryField(null=True)),
                ("made_at", models.DateTimeField()),
                (
                    "organisation",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, to="tenancy.organisation"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["organisation", "post_id"], name="tenancy_postkey_post")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("organisation", "membership_id", "post_id", "key_number", "delegation_id"),
                        name="tenancy_postkey_once",
                        nulls_distinct=False,
                    )
                ],
            },
        ),
        pair("vaultkey", "membership_id", "membership"),
        pair("delegation", "post_id", "post"),
        pair("delegation", "membership_id", "membership"),
        pair("postkey", "post_id", "post"),
        pair("postkey", "membership_id", "membership"),
        pair("postkey", "delegation_id", "delegation"),
        SharedTable("tenancy_organisation", ("SELECT", "INSERT", "UPDATE")),
        SharedTable("tenancy_person", ("SELECT", "INSERT", "UPDATE")),
        SharedTable("tenancy_locator", ("SELECT", "INSERT", "DELETE")),
        TenantTable("tenancy_membership"),
        TenantTable("tenancy_post"),
        TenantTable("tenancy_vaultkey"),
        TenantTable("tenancy_delegation"),
        TenantTable("tenancy_postkey"),
    ]
