"""The papers of policy around the approach, what was noted about a field without one, and the budget.

Administration: ordinary tables that keep their history. Nothing in them is about a person.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from baken.tenancy.models_kept import Kept

VERDICTS = ("missing", "unneeded")
KINDS = ("source", "use")


class Paper(Kept):
    """A document of policy (PROG-09). Whether it is current, runs out or is over follows from its days.

    `domain` is the id of a field of the policy, or empty where it is about safety as a whole. `updating`: somebody is
    busy with it. `replaces` is the paper that this one comes after. `where` says where it can be read.
    """

    title = models.CharField(max_length=200)
    domain = models.CharField(max_length=60, blank=True, default="")
    owner = models.CharField(max_length=120)
    from_date = models.DateField(null=True)
    until_date = models.DateField(null=True)
    adapted_on = models.DateField(null=True)
    updating = models.BooleanField(default=False)
    barriers = ArrayField(models.CharField(max_length=60), default=list)
    regional = models.BooleanField(default=False)
    where = models.CharField(max_length=300, blank=True, default="")
    from_policy = models.CharField(max_length=80, blank=True, default="")
    replaces = models.UUIDField(null=True)

    class Meta:
        """Listed by field."""

        indexes = [models.Index(fields=["organisation_id", "domain"], name="programme_paper_in")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(until_date__isnull=True)
                | models.Q(from_date__isnull=True)
                | models.Q(until_date__gte=models.F("from_date")),
                name="programme_paper_span",
            )
        ]


class Noted(Kept):
    """What somebody found of a field: that its paper is missing, or that it needs none of its own. `by` is a post."""

    domain = models.CharField(max_length=60)
    verdict = models.CharField(max_length=10)
    on = models.DateField()
    by = models.CharField(max_length=120)
    note = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        """One for each field; how it was before is in its history."""

        constraints = [
            models.UniqueConstraint(fields=["organisation_id", "domain"], name="programme_noted_once"),
            models.CheckConstraint(condition=models.Q(verdict__in=VERDICTS), name="programme_noted_verdict"),
        ]


class FollowUp(Kept):
    """That an action of the programme was made because of a field or one of its papers."""

    domain = models.CharField(max_length=60, blank=True, default="")
    paper_id = models.UUIDField(null=True)
    action_id = models.UUIDField()

    class Meta:
        """Read by field."""

        indexes = [models.Index(fields=["organisation_id", "domain"], name="programme_paper_action")]


class Line(Kept):
    """A source or use of money in a year, in whole euros (FIN-02 to FIN-04). Nothing filled in: no amount is known.

    `regional`: the amount is of a whole region, and counts in no total here.
    """

    year = models.SmallIntegerField()
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=10)
    who = models.CharField(max_length=120)
    planned = models.IntegerField(null=True)
    spent = models.IntegerField(null=True)
    regional = models.BooleanField(default=False)
    note = models.CharField(max_length=400, blank=True, default="")
    from_policy = models.CharField(max_length=80, blank=True, default="")

    class Meta:
        """Listed by year."""

        indexes = [models.Index(fields=["organisation_id", "year"], name="programme_budget_year")]
        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=KINDS), name="programme_budget_kind"),
            models.CheckConstraint(
                condition=(models.Q(planned__isnull=True) | models.Q(planned__gte=0))
                & (models.Q(spent__isnull=True) | models.Q(spent__gte=0)),
                name="programme_budget_whole",
            ),
        ]
