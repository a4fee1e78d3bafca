"""Administration that keeps its history: what every such row has, and how each once stood."""

from uuid import uuid4

from django.db import models


class Kept(models.Model):
    """A row of ordinary administration. A trigger keeps every former state in `Change`; it is withdrawn, never removed.

    `number` grows with each change, so that two editors never overwrite each other.
    """

    pk = models.CompositePrimaryKey("organisation_id", "id")
    organisation_id = models.UUIDField()
    id = models.UUIDField(default=uuid4, editable=False)
    number = models.IntegerField(default=1)
    withdrawn = models.BooleanField(default=False)
    changed_at = models.DateTimeField()
    changed_by = models.UUIDField()

    class Meta:
        """Each has a table of its own."""

        abstract = True


class Change(models.Model):
    """How a kept row stood at a moment, and who made it so. `kind` is its table. A trigger writes it."""

    pk = models.CompositePrimaryKey("organisation_id", "id")
    organisation_id = models.UUIDField()
    id = models.UUIDField(default=uuid4, editable=False)
    kind = models.CharField(max_length=60)
    row_id = models.UUIDField()
    number = models.IntegerField()
    at = models.DateTimeField()
    by = models.UUIDField()
    row = models.JSONField()

    class Meta:
        """Read by what it is about."""

        indexes = [models.Index(fields=["organisation_id", "row_id", "number"], name="tenancy_change_of")]
