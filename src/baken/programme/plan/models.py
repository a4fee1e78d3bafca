"""The execution programme: its editions, their actions, and what was done about each.

Administration: ordinary tables that keep their history. Nothing in them is about a person.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from baken.tenancy.models_kept import Kept

READY = ("ongoing", "date", "month", "quarter", "every", "times")


class Edition(Kept):
    """A programme for a span of years, on one theme of safety. `policy` is the policy it was made from, or empty.

    `made_from` is the edition that this one follows. An edition is in use between its days; `decision` says who laid
    it down, and is empty as long as it is a draft.
    """

    theme = models.CharField(max_length=60)
    title = models.CharField(max_length=160)
    goal = models.TextField(blank=True, default="")
    from_date = models.DateField()
    until_date = models.DateField()
    decision = models.CharField(max_length=200, blank=True, default="")
    policy = models.CharField(max_length=60, blank=True, default="")
    made_from = models.UUIDField(null=True)

    class Meta:
        """Listed by theme, the newest first."""

        indexes = [
            models.Index(fields=["organisation_id", "theme", "from_date"], name="programme_edition_by")
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(until_date__gte=models.F("from_date")), name="programme_edition_span"
            )
        ]


class Action(Kept):
    """One numbered row of an edition (PROG-01). A number without a dot is a goal that the others hang under.

    `ready` says when it is ready (PROG-04): `ongoing`; `date`, `month` or `quarter`, with the last day of it in
    `ready_on`; `every`: each `every_years` years in `month`, counted from the year of `ready_on`; `times`: at least
    `times` times a year. `owner` and `partners` are posts, teams or organisations, never people. `from_policy` is the
    id of the row in the policy that it came from; `because` says where else it came from, such as the basic level.
    `budget` is in whole euros. `carried_from` is the same action in the former edition. `revise`: whoever made
    this edition from the former said that this is to be changed; a change clears it.
    """

    edition_id = models.UUIDField()
    label = models.CharField(max_length=12)
    title = models.CharField(max_length=200)
    what = models.TextField(blank=True, default="")
    ready = models.CharField(max_length=10)
    ready_on = models.DateField(null=True)
    every_years = models.SmallIntegerField(null=True)
    month = models.SmallIntegerField(null=True)
    times = models.SmallIntegerField(null=True)
    owner = models.CharField(max_length=120)
    partners = ArrayField(models.CharField(max_length=120), default=list)
    barrier = models.CharField(max_length=60, blank=True, default="")
    budget = models.IntegerField(null=True)
    from_policy = models.CharField(max_length=80, blank=True, default="")
    because = models.CharField(max_length=200, blank=True, default="")
    stopped_on = models.DateField(null=True)
    stopped_why = models.CharField(max_length=300, blank=True, default="")
    revise = models.BooleanField(default=False)
    carried_from = models.UUIDField(null=True)

    class Meta:
        """Read by edition."""

        indexes = [models.Index(fields=["organisation_id", "edition_id"], name="programme_action_of")]
        constraints = [
            models.CheckConstraint(condition=models.Q(ready__in=READY), name="programme_action_ready"),
            models.CheckConstraint(condition=~models.Q(owner=""), name="programme_action_owner"),
        ]


class Progress(Kept):
    """What was done about an action on a day. `done`: this makes it ready, or counts as one of its times.

    `evidence` says where it can be seen: a decision, a report, an address. Without it the page says "not shown yet".
    """

    action_id = models.UUIDField()
    on = models.DateField()
    what = models.CharField(max_length=300)
    done = models.BooleanField()
    evidence = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        """Read by action."""

        indexes = [models.Index(fields=["organisation_id", "action_id", "on"], name="programme_progress_of")]
