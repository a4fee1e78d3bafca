"""The tables of the two logs and of their seals. Rows can be added and read, never changed or removed.

`number` is given by the database (see the migration), in the order in which a seal can take them.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models


class ReadEntry(models.Model):
    """Somebody looked at something, or was refused. No content, no words that were typed, no address of a device."""

    pk = models.CompositePrimaryKey("organisation_id", "number")
    organisation_id = models.UUIDField()
    number = models.BigIntegerField()
    trace = models.UUIDField()
    at = models.DateTimeField()
    by = models.TextField()
    membership_id = models.UUIDField(null=True)
    on_behalf_of = models.UUIDField(null=True)
    roles = ArrayField(models.TextField())
    action = models.TextField()
    deed = models.TextField()
    address = models.TextField()
    method = models.TextField()
    object_kind = models.TextField()
    object_id = models.UUIDField(null=True)
    part_id = models.UUIDField(null=True)
    why = ArrayField(models.TextField())
    result = models.TextField()
    status = models.SmallIntegerField()

    class Meta:
        """Searched by day, by object and by member."""

        db_table = "ledger_readentry"
        indexes = [
            models.Index(fields=["organisation_id", "at"], name="ledger_read_time"),
            models.Index(fields=["organisation_id", "object_id"], name="ledger_read_object"),
        ]


class ProcessingEntry(models.Model):
    """Data of somebody concerned was processed: under which activity, when. Who did it stands in the read log."""

    pk = models.CompositePrimaryKey("organisation_id", "number")
    organisation_id = models.UUIDField()
    number = models.BigIntegerField()
    trace = models.UUIDField()
    span = models.TextField()
    activity = models.TextField()
    name = models.TextField()
    subject = models.UUIDField()
    begun = models.DateTimeField()
    ended = models.DateTimeField()
    status = models.TextField()

    class Meta:
        """Searched by whose data it was."""

        db_table = "ledger_processing"
        indexes = [models.Index(fields=["organisation_id", "subject"], name="ledger_processing_subject")]


class Seal(models.Model):
    """One batch of a log: how far it goes, how many entries it holds, and a hash over them and the seal before it.

    A batch that went because its term ended leaves its seal; `let_go` is the number up to which entries went.
    """

    pk = models.CompositePrimaryKey("organisation_id", "log", "number")
    organisation_id = models.UUIDField()
    log = models.TextField()
    number = models.IntegerField()
    upto = models.BigIntegerField()
    entries = models.IntegerField()
    last_at = models.DateTimeField()
    let_go = models.BigIntegerField(default=0)
    content = models.BinaryField()
    hash = models.BinaryField()
    sealed_at = models.DateTimeField()

    class Meta:
        """One number once per log: two who seal at the same time make one batch."""

        db_table = "ledger_seal"
