"""Rows about getting in and having been in: invitations, access in an emergency, and keys that somebody once had.

References are plain identifiers here, held by the database as pairs (organisation, id); see the fifth migration.
"""

from typing import ClassVar
from uuid import uuid4

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

WHYS = ("left", "role_taken", "delegation_ended")


class Emergency(models.Model):
    """A member has access in an emergency between two moments (V10); why is an event in the ledger."""

    pk = models.CompositePrimaryKey("organisation_id", "id")
    organisation_id = models.UUIDField()
    id = models.UUIDField(default=uuid4, editable=False)
    membership_id = models.UUIDField()
    since = models.DateTimeField()
    until = models.DateTimeField()

    class Meta:
        """It has an end, always."""

        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="tenancy_emergency_ends")
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["organisation_id", "membership_id", "until"], name="tenancy_emergency_member"
            )
        ]


class KeyExposure(models.Model):
    """A share in a post's key that a member could open, and lost: the key itself may have been copied.

    So whoever keeps the posts knows which key to renew. Nothing is ever taken away here.
    """

    pk = models.CompositePrimaryKey("organisation_id", "id")
    organisation_id = models.UUIDField()
    id = models.UUIDField(default=uuid4, editable=False)
    post_id = models.UUIDField()
    key_number = models.SmallIntegerField()
    membership_id = models.UUIDField()
    why = models.CharField(max_length=20)
    at = models.DateTimeField()

    class Meta:
        """For one of a few reasons."""

        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(why__in=WHYS), name="tenancy_keyexposure_why")
        ]
        indexes: ClassVar = [
            models.Index(fields=["organisation_id", "post_id", "key_number"], name="tenancy_keyexposure_post")
        ]


class Invitation(models.Model):
    """Somebody may choose how they log in, once and for some days. Only a digest of the code is kept."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person_id = models.UUIDField(unique=True)
    code_hash = models.BinaryField(max_length=32, unique=True)
    made_at = models.DateTimeField()
    until = models.DateTimeField()


class LogInNote(models.Model):
    """Somebody came in, was kept out or left: a few words, until a chore carries it to the read logs it belongs in.

    Written before there is an organisation, so it names those it is for, and the member of each (empty where nobody is
    known). One that is for no organisation was a try by nobody.
    """

    id = models.BigAutoField(primary_key=True)
    what = models.CharField(max_length=20)
    how = models.CharField(max_length=50)
    result = models.CharField(max_length=20)
    organisations = ArrayField(models.UUIDField())
    memberships = ArrayField(models.UUIDField(null=True))
    at = models.DateTimeField()
