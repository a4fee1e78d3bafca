"""Rows about the care of keys: former keys, shares for recovery, and vaults whose passphrase was lost.

References are plain identifiers here, held by the database as pairs (organisation, id); see the sixth migration.
"""

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import F, Q


class KeyLink(models.Model):
    """A former private key of a post, sealed to a newer public key of it: who has the newer one has both."""

    pk = models.CompositePrimaryKey("organisation_id", "id")
    organisation_id = models.UUIDField()
    id = models.UUIDField(default=uuid4, editable=False)
    post_id = models.UUIDField()
    key_number = models.SmallIntegerField()
    newer_number = models.SmallIntegerField()
    sealed = models.BinaryField()
    made_at = models.DateTimeField()

    class Meta:
        """One link from a key to a newer one."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation_id", "post_id", "key_number", "newer_number"],
                name="tenancy_keylink_once",
            ),
            models.CheckConstraint(
                condition=Q(newer_number__gt=F("key_number")), name="tenancy_keylink_forward"
            ),
        ]


class RecoveryPair(models.Model):
    """Two halves of a post's private key, each sealed to one member: together the key, apart chance."""

    pk = models.CompositePrimaryKey("organisation_id", "id")
    organisation_id = models.UUIDField()
    id = models.UUIDField(default=uuid4, editable=False)
    post_id = models.UUIDField()
    key_number = models.SmallIntegerField()
    first = models.UUIDField()
    second = models.UUIDField()
    first_half = models.BinaryField()
    second_half = models.BinaryField()
    made_at = models.DateTimeField()

    class Meta:
        """Two people are one pair, and nobody is a pair alone."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation_id", "post_id", "key_number", "first", "second"],
                name="tenancy_recoverypair_once",
            ),
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="tenancy_recoverypair_two"),
        ]


class RecoveryHalf(models.Model):
    """A half on its way: given for one request, sealed to who asked."""

    pk = models.CompositePrimaryKey("organisation_id", "id")
    organisation_id = models.UUIDField()
    id = models.UUIDField(default=uuid4, editable=False)
    request = models.UUIDField()
    pair_id = models.UUIDField()
    giver = models.UUIDField()
    sealed = models.BinaryField()
    made_at = models.DateTimeField()

    class Meta:
        """Given once."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation_id", "request", "pair_id", "giver"], name="tenancy_recoveryhalf_once"
            )
        ]


class FormerShare(models.Model):
    """A share in a post's key that only a lost passphrase opens, kept in case it comes back to mind.

    The member's former private key lies beside it, closed with that passphrase.
    """

    pk = models.CompositePrimaryKey("organisation_id", "id")
    organisation_id = models.UUIDField()
    id = models.UUIDField(default=uuid4, editable=False)
    membership_id = models.UUIDField()
    post_id = models.UUIDField()
    key_number = models.SmallIntegerField()
    sealed = models.BinaryField()
    wrapped = models.BinaryField()
    salt = models.BinaryField()
    operations = models.IntegerField()
    memory = models.BigIntegerField()
    made_at = models.DateTimeField()

    class Meta:
        """Found by member."""

        indexes: ClassVar = [
            models.Index(fields=["organisation_id", "membership_id"], name="tenancy_formershare_member")
        ]
