"""Roles for supervision of use, for the archive and for recovery of keys."""

from django.db import migrations, models

ROLES = [
    "administrator",
    "archivist",
    "care_coordinator",
    "case_director",
    "chain_director",
    "data_protection_officer",
    "deputy",
    "focal_point",
    "lead_focal_point",
    "policy_adviser",
    "policy_confirmer",
    "privacy_officer",
    "process_director",
    "recovery_holder",
    "reporter",
    "security_officer",
    "table_member",
    "team_coordinator",
]
ALONE = ["administrator", "data_protection_officer", "security_officer"]


class Migration(migrations.Migration):
    """Checked by the database too, also who stands alone."""

    dependencies = [("tenancy", "0003_policy_confirmer")]

    operations = [
        migrations.RemoveConstraint("membership", "tenancy_membership_known_roles"),
        migrations.AddConstraint(
            "membership",
            models.CheckConstraint(
                condition=models.Q(roles__contained_by=ROLES), name="tenancy_membership_known_roles"
            ),
        ),
        migrations.RemoveConstraint("membership", "tenancy_membership_alone"),
        migrations.AddConstraint(
            "membership",
            models.CheckConstraint(
                condition=~models.Q(roles__overlap=ALONE) | models.Q(roles__len=1),
                name="tenancy_membership_alone",
            ),
        ),
    ]
