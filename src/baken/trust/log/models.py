"""What the supervisor looked at in the read log, and how it ended. Written once, as the log itself."""

from uuid import uuid4

from django.db import models


class LogLook(models.Model):
    """Somebody looked at an entry of the read log: who, when, and a word from a closed list. No free text."""

    pk = models.CompositePrimaryKey("organisation_id", "id")
    organisation_id = models.UUIDField()
    id = models.UUIDField(default=uuid4, editable=False)
    entry = models.BigIntegerField()
    membership_id = models.UUIDField()
    at = models.DateTimeField()
    outcome = models.TextField()

    class Meta:
        """Found by entry; of several the last one counts."""

        db_table = "trust_log_look"
        indexes = [models.Index(fields=["organisation_id", "entry"], name="trust_log_look_entry")]
