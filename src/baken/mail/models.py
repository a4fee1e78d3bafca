"""Who waits for a mail. A row goes as soon as its mail went."""

from uuid import uuid4

from django.db import models


class Waiting(models.Model):
    """A reporter who wants to hear that there is an answer: an address for that purpose alone, kept apart.

    The box is closed with the data key of the signal, so that the address goes with the signal at the latest. No page
    shows it, also not to the focal point.
    """

    pk = models.CompositePrimaryKey("organisation_id", "stream_id")
    organisation_id = models.UUIDField()
    stream_id = models.UUIDField()
    box = models.BinaryField()
    made_at = models.DateTimeField()
    refused = models.SmallIntegerField(default=0)
    not_before = models.DateTimeField(null=True)


class Owed(models.Model):
    """A member who must hear that there is something to see, once."""

    pk = models.CompositePrimaryKey("organisation_id", "id")
    organisation_id = models.UUIDField()
    id = models.UUIDField(default=uuid4, editable=False)
    membership_id = models.UUIDField()
    made_at = models.DateTimeField()
    refused = models.SmallIntegerField(default=0)
    not_before = models.DateTimeField(null=True)


class GivenUp(models.Model):
    """A mail that was refused too often: for a member of staff, or for a reporter of whom nothing more is kept."""

    pk = models.CompositePrimaryKey("organisation_id", "id")
    organisation_id = models.UUIDField()
    id = models.UUIDField(default=uuid4, editable=False)
    kind = models.CharField(max_length=10)
    membership_id = models.UUIDField(null=True)
    at = models.DateTimeField()
