"""Client files as the caseload shows them: a projection without anything that points to a person."""

from django.contrib.postgres.fields import ArrayField
from django.db import models


class ClientRow(models.Model):
    """A client file as the caseload needs it: a projection. `name` refers to the words in its vault, and tells none."""

    pk = models.CompositePrimaryKey("organisation_id", "stream_id")
    organisation_id = models.UUIDField()
    stream_id = models.UUIDField()
    reference = models.TextField()
    number = models.IntegerField()
    opened_at = models.DateTimeField()
    last_at = models.DateTimeField()
    open = models.BooleanField()
    outcome = models.TextField(default="")
    complex = models.BooleanField()
    age = models.TextField()
    group_id = models.UUIDField(null=True)
    notification_id = models.UUIDField(null=True)
    name = models.TextField()
    check_on = models.DateField(null=True)
    due_on = models.DateField(null=True)
    waiting = models.IntegerField()
    waits_for = ArrayField(models.TextField(), default=list)
    to_do = ArrayField(models.TextField())
    bundle = models.TextField()
    engine_version = models.IntegerField()

    class Meta:
        """Listed by what is due first; files of one notification are found by it."""

        db_table = "ledger_clientrow"
        indexes = [
            models.Index(fields=["organisation_id", "open", "check_on"], name="ledger_client_check"),
            models.Index(fields=["organisation_id", "notification_id"], name="ledger_client_from"),
        ]
