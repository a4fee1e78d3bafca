"""Whom the programme reached: organisations, announcements of the reporting point, campaigns, and why one was begun.

Administration: ordinary tables that keep their history. Organisations, posts and numbers; nothing about a person.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from baken.tenancy.models_kept import Kept


class Contact(Kept):
    """That an organisation was reached (COMM-02, COMM-03). `rhythm` is the element of the policy it counts for."""

    on = models.DateField()
    organisation = models.CharField(max_length=120)
    kind = models.CharField(max_length=20)
    how = models.CharField(max_length=20)
    about = ArrayField(models.CharField(max_length=20), default=list)
    by = models.CharField(max_length=120)
    result = models.CharField(max_length=300, blank=True, default="")
    next_on = models.DateField(null=True)
    rhythm = models.CharField(max_length=60, blank=True, default="")

    class Meta:
        """Listed and counted by day."""

        indexes = [models.Index(fields=["organisation_id", "on"], name="programme_contact_on")]


class Announcement(Kept):
    """Where it says where one can report: inside the organisation (COMM-07) or in the municipality (COMM-04).

    `checked_on` is the day on which somebody last saw that it is still there and still right, or had it said again;
    `repeat_on` is when that is to be done again.
    """

    place = models.CharField(max_length=20)
    inside = models.BooleanField()
    what = models.CharField(max_length=300)
    since = models.DateField()
    checked_on = models.DateField(null=True)
    repeat_on = models.DateField(null=True)
    until = models.DateField(null=True)

    class Meta:
        """Listed by day."""

        indexes = [models.Index(fields=["organisation_id", "since"], name="programme_announced_since")]


class Campaign(Kept):
    """A campaign (COMM-09). `kind` is the element of the policy it came from, or empty; its state follows from days.

    `joint` are the names of organisations that join in, `action_id` the action of the programme that it belongs to,
    `proposal_id` the confirmed proposal where the policy sets a condition. `dropped_on`: it does not go on.
    """

    kind = models.CharField(max_length=60, blank=True, default="")
    name = models.CharField(max_length=160)
    audiences = ArrayField(models.CharField(max_length=60), default=list)
    whom = models.CharField(max_length=200, blank=True, default="")
    message = models.TextField()
    channels = ArrayField(models.CharField(max_length=20), default=list)
    from_date = models.DateField()
    until_date = models.DateField()
    joint = ArrayField(models.CharField(max_length=120), default=list)
    owner = models.CharField(max_length=120)
    action_id = models.UUIDField(null=True)
    proposal_id = models.UUIDField(null=True)
    dropped_on = models.DateField(null=True)
    dropped_why = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        """Listed by period."""

        indexes = [models.Index(fields=["organisation_id", "from_date"], name="programme_campaign_from")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(until_date__gte=models.F("from_date")), name="programme_campaign_span"
            )
        ]


class KitStep(Kept):
    """One step of a campaign's kit. Its day is counted back from the campaign's first day, and moves along with it."""

    campaign_id = models.UUIDField()
    days_before = models.IntegerField()
    what = models.CharField(max_length=300)
    owner = models.CharField(max_length=120, blank=True, default="")
    done_on = models.DateField(null=True)

    class Meta:
        """Read by campaign."""

        indexes = [models.Index(fields=["organisation_id", "campaign_id"], name="programme_kit_of")]


class Reach(Kept):
    """How many a campaign reached through one channel. Never added up without saying that some are counted twice."""

    campaign_id = models.UUIDField()
    on = models.DateField()
    channel = models.CharField(max_length=20)
    people = models.IntegerField()
    how = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        """Read by campaign."""

        indexes = [models.Index(fields=["organisation_id", "campaign_id"], name="programme_reach_of")]
        constraints = [
            models.CheckConstraint(condition=models.Q(people__gte=0), name="programme_reach_number")
        ]


class Proposal(Kept):
    """That a person proposes a campaign that the policy sets a condition for (COMM-05, COMM-06), and what came of it.

    Two deeds, each with its reason and day: proposing and settling. In a small municipality the same person may do
    both; the page says so. `outcome` is empty as long as it waits, else `confirmed` or `declined`.
    """

    kind = models.CharField(max_length=60)
    name = models.CharField(max_length=160)
    because = models.TextField()
    proposed_on = models.DateField()
    proposed_as = models.CharField(max_length=120)
    proposed_by = models.UUIDField()
    outcome = models.CharField(max_length=10, blank=True, default="")
    outcome_because = models.TextField(blank=True, default="")
    outcome_on = models.DateField(null=True)
    outcome_as = models.CharField(max_length=120, blank=True, default="")
    outcome_by = models.UUIDField(null=True)

    class Meta:
        """Read by kind."""

        indexes = [models.Index(fields=["organisation_id", "kind"], name="programme_proposal_kind")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(outcome__in=("", "confirmed", "declined")),
                name="programme_proposal_outcome",
            )
        ]


class Registrations(Kept):
    """How many registrations the police told of in a year (COMM-06): an aggregate that somebody noted by hand.

    `told` is empty for fewer than ten: an exact small number is not kept.
    """

    kind = models.CharField(max_length=60)
    year = models.SmallIntegerField()
    told = models.IntegerField(null=True)
    source = models.CharField(max_length=200)

    class Meta:
        """Read by kind and year."""

        indexes = [models.Index(fields=["organisation_id", "kind", "year"], name="programme_registrations")]
