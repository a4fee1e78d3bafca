"""Drafts of an organisation, and the public folders that were put into use.

What is in force is always an adopted bundle in the ledger; a folder is how people write, read and exchange it.
"""

from uuid import uuid4

from django.db import models


class Draft(models.Model):
    """A policy that is being written: the text of its files, as they are, also while they hold mistakes.

    `files` and `cases` map file names to text. `number` grows with every change, so that two editors never overwrite
    each other. `ended` says why it is no longer worked on: put into use, or dropped.
    """

    pk = models.CompositePrimaryKey("organisation_id", "id")
    organisation_id = models.UUIDField()
    id = models.UUIDField(default=uuid4, editable=False)
    policy_id = models.CharField(max_length=60)
    valid_from = models.DateField()
    files = models.JSONField()
    cases = models.JSONField(default=dict)
    number = models.IntegerField(default=1)
    started_at = models.DateTimeField()
    started_by = models.UUIDField()
    changed_at = models.DateTimeField()
    changed_by = models.UUIDField()
    ended = models.CharField(max_length=10, blank=True, default="")

    class Meta:
        """Belongs to one organisation; row-level security is set in the migration."""

        constraints = [
            models.CheckConstraint(
                condition=models.Q(ended__in=["", "adopted", "dropped"]), name="policy_draft_ended"
            )
        ]
        indexes = [models.Index(fields=["organisation_id", "ended", "changed_at"], name="policy_draft_open")]


class DraftChange(models.Model):
    """One change of a draft: who, when, and the text of every file that it changed (null: taken away).

    Together they give any file as it stood at any number, so that nobody's text is lost when two people write at once.
    """

    pk = models.CompositePrimaryKey("organisation_id", "draft_id", "number")
    organisation_id = models.UUIDField()
    draft_id = models.UUIDField()
    number = models.IntegerField()
    at = models.DateTimeField()
    by = models.UUIDField()
    kind = models.CharField(max_length=20)
    about = models.CharField(max_length=200, blank=True, default="")
    changed = models.JSONField()

    class Meta:
        """Belongs to one organisation; row-level security is set in the migration."""


class Edition(models.Model):
    """A folder as it was put into use: public, never changed. `id` is a digest over what it holds."""

    id = models.TextField(primary_key=True)
    policy_id = models.CharField(max_length=60)
    version = models.CharField(max_length=10)
    files = models.JSONField()
    cases = models.JSONField(default=dict)
    bundle = models.TextField()
    made_at = models.DateTimeField()

    class Meta:
        """No organisation: a region's folder is what its municipalities build on."""

        indexes = [models.Index(fields=["policy_id", "version", "made_at"], name="policy_edition_version")]


class Contact(models.Model):
    """Whom an organisation calls at a partner: a name is personal data, and a policy is public and stays (REP-10).

    `number` grows with every change, so that two editors never overwrite each other.
    """

    pk = models.CompositePrimaryKey("organisation_id", "id")
    organisation_id = models.UUIDField()
    id = models.UUIDField(default=uuid4, editable=False)
    partner = models.CharField(max_length=60)
    name = models.CharField(max_length=120)
    task = models.CharField(max_length=120, blank=True, default="")
    phone = models.CharField(max_length=40, blank=True, default="")
    email = models.CharField(max_length=254, blank=True, default="")
    number = models.IntegerField(default=1)
    changed_at = models.DateTimeField()
    changed_by = models.UUIDField()

    class Meta:
        """Belongs to one organisation; row-level security is set in the migration."""

        indexes = [models.Index(fields=["organisation_id", "partner", "name"], name="policy_contact_partner")]


class ToldNumber(models.Model):
    """A number of signals that was told to somebody who may see none, and of which signals, as digests (V22).

    Kept so that asking with and without one signal gets the same answer; see `baken.core.figures.shielding`.
    """

    pk = models.CompositePrimaryKey("organisation_id", "id")
    organisation_id = models.UUIDField()
    id = models.UUIDField(default=uuid4, editable=False)
    signals = models.BinaryField()
    about = models.IntegerField(null=True)
    told_at = models.DateTimeField()

    class Meta:
        """Belongs to one organisation; row-level security is set in the migration."""

        indexes = [models.Index(fields=["organisation_id", "told_at"], name="policy_told_number")]
