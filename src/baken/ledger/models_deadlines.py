"""The terms of client files as their lists show them: a projection without anything that points to a person."""

from django.db import models


class DeadlineRow(models.Model):
    """A term that waits for somebody, or a term that changed and was not read as such yet.

    `deadline` is a rule of the policy. Of a change, `on` is what the date was, and `became` what it is now, if any.
    """

    pk = models.CompositePrimaryKey("organisation_id", "stream_id", "number")
    organisation_id = models.UUIDField()
    stream_id = models.UUIDField()
    number = models.IntegerField()
    reference = models.TextField()
    deadline = models.TextField()
    on = models.DateField()
    warn_on = models.DateField(null=True)
    since = models.DateTimeField()
    changed = models.BooleanField(default=False)
    became = models.DateField(null=True)
    because = models.TextField(default="")
    bundle = models.TextField()

    class Meta:
        """Listed by the day on which it ends, so that SQL compares with today."""

        db_table = "ledger_deadlinerow"
        indexes = [
            models.Index(fields=["organisation_id", "changed", "on"], name="ledger_deadline_on"),
        ]
