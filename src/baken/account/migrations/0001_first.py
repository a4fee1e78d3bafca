"""Sessions, factors and attempts: shared tables, each with no more rights than its use needs."""

import uuid

from django.db import migrations, models

from baken.tenancy.rls import SharedTable

KINDS = (
    "password",
    "app_added",
    "app_removed",
    "passkey_added",
    "passkey_removed",
    "codes_made",
    "code_used",
    "sessions_ended",
    "ended_by_manager",
    "many_wrong_codes",
)


def of_a_person(table: str) -> migrations.RunSQL:
    """A row that is about somebody who is there."""
    return migrations.RunSQL(
        f"ALTER TABLE account_{table} ADD CONSTRAINT account_{table}_person FOREIGN KEY (person_id)"
        " REFERENCES tenancy_person (id) DEFERRABLE INITIALLY DEFERRED",
        f"ALTER TABLE account_{table} DROP CONSTRAINT account_{table}_person",
    )


class Migration(migrations.Migration):
    initial = True
    dependencies = [("tenancy", "0001_first")]

    operations = [
        migrations.CreateModel(
            name="Session",
            fields=[
                (
                    "session_key",
                    models.CharField("session key", max_length=40, primary_key=True, serialize=False),
                ),
                ("session_data", models.TextField("session data")),
                ("expire_date", models.DateTimeField("expire date", db_index=True)),
                ("person_id", models.UUIDField(db_index=True, null=True)),
                ("membership_id", models.UUIDField(null=True)),
                ("since", models.DateTimeField(null=True)),
                ("seen", models.DateTimeField(null=True)),
                ("factor", models.CharField(blank=True, max_length=20)),
                ("browser", models.CharField(blank=True, max_length=40)),
            ],
            options={"verbose_name": "session", "verbose_name_plural": "sessions", "abstract": False},
        ),
        migrations.CreateModel(
            name="Attempt",
            fields=[
                ("key", models.BinaryField(max_length=32, primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=20)),
                ("wrong", models.IntegerField()),
                ("at", models.DateTimeField(db_index=True)),
            ],
        ),
        migrations.CreateModel(
            name="App",
            fields=[
                ("person_id", models.UUIDField(primary_key=True, serialize=False)),
                ("sealed", models.BinaryField()),
                ("last_step", models.BigIntegerField()),
                ("made_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Passkey",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("person_id", models.UUIDField(db_index=True)),
                ("credential", models.BinaryField(unique=True)),
                ("public_key", models.BinaryField()),
                ("uses", models.BigIntegerField()),
                ("name", models.CharField(max_length=60)),
                ("made_at", models.DateTimeField()),
                ("used_at", models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="RecoveryCode",
            fields=[
                ("digest", models.BinaryField(max_length=32, primary_key=True, serialize=False)),
                ("person_id", models.UUIDField(db_index=True)),
            ],
        ),
        migrations.CreateModel(
            name="Change",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("person_id", models.UUIDField()),
                ("kind", models.CharField(max_length=20)),
                ("at", models.DateTimeField()),
                ("by_membership", models.UUIDField(null=True)),
            ],
            options={
                "indexes": [models.Index(fields=["person_id", "at"], name="account_change_person")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", KINDS)), name="account_change_kind"
                    )
                ],
            },
        ),
        *(of_a_person(table) for table in ("app", "passkey", "recoverycode", "change")),
        SharedTable("account_session", ("SELECT", "INSERT", "UPDATE", "DELETE")),
        SharedTable("account_attempt", ("SELECT", "INSERT", "UPDATE", "DELETE")),
        SharedTable("account_app", ("SELECT", "INSERT", "UPDATE", "DELETE")),
        SharedTable("account_passkey", ("SELECT", "INSERT", "UPDATE", "DELETE")),
        SharedTable("account_recoverycode", ("SELECT", "INSERT", "DELETE")),
        SharedTable("account_change", ("SELECT", "INSERT")),
    ]
