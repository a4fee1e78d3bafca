"""What members of a region released to each other: a copy in the tables of whoever received it. Nobody reads across."""

from uuid import uuid4

from django.db import models


class Release(models.Model):
    """A copy that a member gave this organisation, for one region. `kind` and `about` say what of; the newest counts.

    `payload` is data of closed shape, without personal data. `sender_name` is the name at the time. Withdrawn by the
    sender: it counts no longer, and its payload is emptied.
    """

    pk = models.CompositePrimaryKey("organisation_id", "id")
    organisation_id = models.UUIDField()
    id = models.UUIDField(default=uuid4, editable=False)
    region = models.CharField(max_length=60)
    sender = models.UUIDField()
    sender_name = models.CharField(max_length=120)
    kind = models.CharField(max_length=30)
    about = models.CharField(max_length=120)
    payload = models.JSONField()
    released_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        """Read by region and kind."""

        indexes = [
            models.Index(
                fields=["organisation_id", "region", "kind", "about", "released_at"],
                name="programme_release_by",
            )
        ]
