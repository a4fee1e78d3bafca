"""Meetings with a rhythm: when they are, what is on the agenda, what was decided, and who does what by when.

Administration: ordinary tables that keep their history. Posts, teams and organisations; no names, no signals.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from baken.tenancy.models_kept import Kept


class Meeting(Kept):
    """One meeting on a day. `rhythm` is the element of the policy that it counts for, or empty.

    `who` are posts, teams and organisations. `minuted_on` is the day on which its minutes were laid down; from then
    on it cannot be withdrawn. `dropped_on`: it does not take place, and is no longer counted.
    """

    rhythm = models.CharField(max_length=60, blank=True, default="")
    name = models.CharField(max_length=160)
    on = models.DateField()
    begins = models.TimeField(null=True)
    ends = models.TimeField(null=True)
    place = models.CharField(max_length=160, blank=True, default="")
    who = ArrayField(models.CharField(max_length=120), default=list)
    owner = models.CharField(max_length=120)
    present = ArrayField(models.CharField(max_length=120), default=list)
    minuted_on = models.DateField(null=True)
    dropped_on = models.DateField(null=True)
    dropped_why = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        """Listed by day."""

        indexes = [models.Index(fields=["organisation_id", "on"], name="programme_meeting_on")]


class AgendaItem(Kept):
    """One item of an agenda. `source` says what it was proposed from, such as a line of the programme; empty: own."""

    meeting_id = models.UUIDField()
    place = models.SmallIntegerField()
    words = models.CharField(max_length=300)
    source = models.CharField(max_length=300, blank=True, default="")
    minutes = models.SmallIntegerField(null=True)

    class Meta:
        """Read by meeting."""

        indexes = [models.Index(fields=["organisation_id", "meeting_id"], name="programme_agenda_of")]


class MinuteLine(Kept):
    """One line of the minutes: a decision, or an action with its owner and day.

    `plan_action_id` is the action of the programme that was made from it, where there is one.
    """

    meeting_id = models.UUIDField()
    sort = models.CharField(max_length=10)
    words = models.CharField(max_length=400)
    owner = models.CharField(max_length=120, blank=True, default="")
    due = models.DateField(null=True)
    done_on = models.DateField(null=True)
    done_how = models.CharField(max_length=300, blank=True, default="")
    plan_action_id = models.UUIDField(null=True)

    class Meta:
        """Read by meeting, and by what is still to be done."""

        indexes = [
            models.Index(fields=["organisation_id", "meeting_id"], name="programme_minutes_of"),
            models.Index(fields=["organisation_id", "sort", "due"], name="programme_minutes_due"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(sort__in=("decision", "action")), name="programme_minutes_sort"
            ),
            models.CheckConstraint(
                condition=models.Q(sort="decision") | (~models.Q(owner="") & models.Q(due__isnull=False)),
                name="programme_minutes_owned",
            ),
        ]
