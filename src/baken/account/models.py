"""What belongs to a person who logs in: sessions, factors, and what changed in them. No organisation is in it.

People log in before there is an organisation, so these tables are shared; the application may do no more with each
than its migration says.
"""

from typing import TYPE_CHECKING, ClassVar
from uuid import uuid4

from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from baken.account.sessionstore import SessionStore

CHANGES = (
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


class Session(AbstractBaseSession):
    """A session of a browser, and, once somebody logged in, what tells it from their others. No network address.

    `session_key` is a digest of the key that the browser has (see `sessionstore.py`).
    """

    person_id = models.UUIDField(null=True, db_index=True)
    membership_id = models.UUIDField(null=True)
    since = models.DateTimeField(null=True)
    seen = models.DateTimeField(null=True)
    factor = models.CharField(max_length=20, blank=True)
    browser = models.CharField(max_length=40, blank=True)

    @classmethod
    def get_session_store_class(cls) -> "type[SessionStore]":
        """Reads and writes these rows."""
        from baken.account.sessionstore import SessionStore

        return SessionStore


class Attempt(models.Model):
    """Wrong tries of one kind at one thing, such as an address; `key` is a keyed hash, so nobody is named here."""

    key = models.BinaryField(primary_key=True, max_length=32)
    kind = models.CharField(max_length=20)
    wrong = models.IntegerField()
    at = models.DateTimeField(db_index=True)


class App(models.Model):
    """A person's authenticator app. `sealed` is its secret, closed with a key of the installation.

    `last_step` is the time step of the last code that was taken: that one and earlier ones are not taken again.
    """

    person_id = models.UUIDField(primary_key=True)
    sealed = models.BinaryField()
    last_step = models.BigIntegerField()
    made_at = models.DateTimeField()


class Passkey(models.Model):
    """A passkey of a person: its public half, and the name they gave it."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person_id = models.UUIDField(db_index=True)
    credential = models.BinaryField(unique=True)
    public_key = models.BinaryField()
    uses = models.BigIntegerField()
    name = models.CharField(max_length=60)
    made_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)


class RecoveryCode(models.Model):
    """A code for who lost the telephone, as a keyed hash. It is deleted when it is used."""

    digest = models.BinaryField(primary_key=True, max_length=32)
    person_id = models.UUIDField(db_index=True)


class Change(models.Model):
    """Something changed in how a person logs in. Written and read, never altered."""

    id = models.BigAutoField(primary_key=True)
    person_id = models.UUIDField()
    kind = models.CharField(max_length=20)
    at = models.DateTimeField()
    by_membership = models.UUIDField(null=True)

    class Meta:
        """One of a closed list, newest first for a person."""

        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(kind__in=CHANGES), name="account_change_kind")
        ]
        indexes: ClassVar = [models.Index(fields=["person_id", "at"], name="account_change_person")]
