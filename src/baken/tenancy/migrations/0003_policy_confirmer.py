"""The role of who confirms a policy as second person."""

from django.db import migrations, models

ROLES = [
    "administrator",
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
    "reporter",
    "table_member",
    "team_coordinator",
]


class Migration(migrations.Migration):
    """Checked by the database too, so that no row holds a role that nobody knows."""

    dependencies = [("tenancy", "0002_keys_stay")]

    operations = [
        migrations.RemoveConstraint("membership", "tenancy_membership_known_roles"),
        migrations.AddConstraint(
            "membership",
            models.CheckConstraint(
                condition=models.Q(roles__contained_by=ROLES), name="tenancy_membership_known_roles"
            ),
        ),
    ]
