"""On which days the mail about terms was owed, so that there is at most one a day."""

from django.db import models


class Reminded(models.Model):
    """A day on which the coordinators of an organisation were owed a mail, or on which there was nothing to tell."""

    pk = models.CompositePrimaryKey("organisation_id", "day")
    organisation_id = models.UUIDField()
    day = models.DateField()

    class Meta:
        """Only the last day counts; earlier ones go."""

        db_table = "care_residence_reminded"
