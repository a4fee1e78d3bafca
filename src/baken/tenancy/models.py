"""Organisations, their members, posts and keys. Everything but the directory belongs to one organisation.

References inside an organisation are pairs (organisation, id), held by the database (see the first migration), so
that no row can point into another organisation.
"""

from typing import ClassVar
from uuid import uuid4

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from baken.core.derive.access import ALONE, GIVEN
from baken.tenancy.models_access import Emergency, Invitation, KeyExposure, LogInNote
from baken.tenancy.models_kept import Change
from baken.tenancy.models_keys import FormerShare, KeyLink, RecoveryHalf, RecoveryPair
from baken.tenancy.models_regions import Region, RegionMember
from baken.tenancy.people import PersonManager

__all__ = [
    "KINDS",
    "Change",
    "Delegation",
    "Emergency",
    "FormerShare",
    "Invitation",
    "KeyExposure",
    "KeyLink",
    "Locator",
    "LogInNote",
    "Membership",
    "Organisation",
    "Person",
    "Post",
    "PostKey",
    "RecoveryHalf",
    "RecoveryPair",
    "Region",
    "RegionMember",
    "VaultKey",
]

KINDS = {"municipality": "gemeente", "care": "zorgorganisatie", "region": "regio"}


class Organisation(models.Model):
    """A municipality, care organisation or regional body: a line in the directory, known to everybody."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=20, choices=list(KINDS.items()))
    open_to_residents = models.BooleanField(default=False)
    made_at = models.DateTimeField()

    class Meta:
        """Listed by name."""

        ordering = ["name"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=list(KINDS)), name="tenancy_organisation_kind")
        ]

    def __str__(self) -> str:
        return self.name


class Person(AbstractBaseUser):
    """Someone who logs in. What a person may do is said by memberships; there is no role above them all (V7)."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    email = models.EmailField(max_length=254, unique=True)
    name = models.CharField(max_length=120)
    is_active = models.BooleanField(default=True)
    last_login = None  # a visit belongs to a membership

    objects: ClassVar[PersonManager] = PersonManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        """The address is kept in small letters, so that one person is one row."""

        constraints = [
            models.CheckConstraint(condition=Q(email=Lower("email")), name="tenancy_person_small_letters")
        ]

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """A person in an organisation, with the roles given there. Acting happens in one membership at a time."""

    pk = models.CompositePrimaryKey("organisation_id", "id")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, db_index=False)
    id = models.UUIDField(default=uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, db_index=False, related_name="memberships")
    roles = ArrayField(models.CharField(max_length=40))
    active = models.BooleanField(default=True)
    last_visit = models.DateTimeField(null=True)
    previous_visit = models.DateTimeField(null=True)
    made_at = models.DateTimeField()

    class Meta:
        """Administrator and data protection officer stand alone, in the database too (V7)."""

        constraints = [
            models.UniqueConstraint(fields=["organisation", "person"], name="tenancy_membership_once"),
            models.CheckConstraint(
                condition=Q(roles__contained_by=sorted(GIVEN)), name="tenancy_membership_known_roles"
            ),
            models.CheckConstraint(
                condition=~Q(roles__overlap=sorted(ALONE)) | Q(roles__len=1), name="tenancy_membership_alone"
            ),
        ]


class Post(models.Model):
    """A seat that people take turns in, such as the focal point of Montfoort, with the key of its envelopes.

    `public_key` is empty until the first holder has chosen a vault passphrase.
    """

    pk = models.CompositePrimaryKey("organisation_id", "id")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, db_index=False)
    id = models.UUIDField(default=uuid4, editable=False)
    role = models.CharField(max_length=40)
    name = models.CharField(max_length=120)
    public_key = models.BinaryField(null=True)
    key_number = models.SmallIntegerField(default=1)
    made_at = models.DateTimeField()

    class Meta:
        """Two posts of an organisation have two names."""

        constraints = [models.UniqueConstraint(fields=["organisation", "name"], name="tenancy_post_name")]
        indexes = [models.Index(fields=["organisation", "role"], name="tenancy_post_role")]


class VaultKey(models.Model):
    """A member's own key pair; the private half is closed with the vault passphrase, with the cost kept beside it.

    Keys of posts are sealed to it, so that a colleague can be given one without telling anybody a passphrase. A lost
    passphrase means another pair, with a higher `number`.
    """

    pk = models.CompositePrimaryKey("organisation_id", "membership_id")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, db_index=False)
    membership_id = models.UUIDField()
    number = models.SmallIntegerField(default=1)
    public_key = models.BinaryField()
    wrapped = models.BinaryField()
    salt = models.BinaryField()
    operations = models.IntegerField()
    memory = models.BigIntegerField()
    made_at = models.DateTimeField()


class Delegation(models.Model):
    """A member stands in for a post between two moments."""

    pk = models.CompositePrimaryKey("organisation_id", "id")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, db_index=False)
    id = models.UUIDField(default=uuid4, editable=False)
    post_id = models.UUIDField()
    membership_id = models.UUIDField()
    since = models.DateTimeField()
    until = models.DateTimeField()
    made_at = models.DateTimeField()

    class Meta:
        """It has an end, always."""

        constraints = [
            models.CheckConstraint(condition=Q(until__gt=F("since")), name="tenancy_delegation_ends")
        ]
        indexes = [
            models.Index(fields=["organisation", "membership_id", "until"], name="tenancy_delegation_member")
        ]


class PostKey(models.Model):
    """A member's share in a post's private key: of their own (a holder), or by a delegation (a deputy).

    `sealed` is empty until somebody who has the key hands it on: being appointed alone opens nothing.
    """

    pk = models.CompositePrimaryKey("organisation_id", "id")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, db_index=False)
    id = models.UUIDField(default=uuid4, editable=False)
    post_id = models.UUIDField()
    key_number = models.SmallIntegerField()
    membership_id = models.UUIDField()
    delegation_id = models.UUIDField(null=True)
    sealed = models.BinaryField(null=True)
    made_at = models.DateTimeField()

    class Meta:
        """One share per member, key and delegation."""

        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "membership_id", "post_id", "key_number", "delegation_id"],
                name="tenancy_postkey_once",
                nulls_distinct=False,
            )
        ]
        indexes = [models.Index(fields=["organisation", "post_id"], name="tenancy_postkey_post")]


class Locator(models.Model):
    """Leads to an organisation before a scope exists: from a return code, a log-in, a referral or a slug.

    Holds no personal data. A log-in may lead to several organisations; anything else to one.
    """

    id = models.BigAutoField(primary_key=True)
    kind = models.CharField(max_length=20)
    key = models.BinaryField(max_length=64)
    organisation_id = models.UUIDField()
    target = models.UUIDField(null=True)

    class Meta:
        """Found by kind and key."""

        constraints = [
            models.UniqueConstraint(fields=["kind", "key", "organisation_id"], name="tenancy_locator_once"),
            models.UniqueConstraint(
                fields=["kind", "key"], condition=~Q(kind="login"), name="tenancy_locator_one_place"
            ),
        ]
