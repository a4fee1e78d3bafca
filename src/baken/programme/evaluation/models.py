"""Evaluations: a period, the questions asked, what was found, what was decided, and figures frozen on one day.

Administration: ordinary tables that keep their history. Nothing in them is about a person.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from baken.tenancy.models_kept import Kept

OUTCOMES = ("none", "action", "policy")


class Evaluation(Kept):
    """One evaluation of a period (EVAL-05). `region`: the region in which its results are discussed, or empty.

    `data` is the frozen data set with the day `frozen_on`, never asked again; `digest` is its SHA-256, so that nobody
    can doubt that it is the same. `closed_on`: nothing is added any more. `shared` is what was chosen for the region,
    as `policy.figures`: a topic, and what of it.
    """

    title = models.CharField(max_length=160)
    from_date = models.DateField()
    until_date = models.DateField()
    topics = ArrayField(models.CharField(max_length=20))
    region = models.CharField(max_length=60, blank=True, default="")
    due_on = models.DateField(null=True)
    frozen_on = models.DateField(null=True)
    data = models.JSONField(null=True)
    digest = models.CharField(max_length=64, blank=True, default="")
    closed_on = models.DateField(null=True)
    shared = ArrayField(models.CharField(max_length=40), default=list)

    class Meta:
        """The newest first."""

        indexes = [models.Index(fields=["organisation_id", "from_date"], name="programme_evaluation_by")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(until_date__gte=models.F("from_date")), name="programme_evaluation_span"
            ),
            models.CheckConstraint(
                condition=models.Q(frozen_on__isnull=True, digest="")
                | models.Q(frozen_on__isnull=False) & ~models.Q(digest=""),
                name="programme_evaluation_frozen",
            ),
        ]


class Question(Kept):
    """A question under a topic. `from_policy` is its id in the policy, or empty for an own one.

    A question of the policy has two languages; `words_en` is empty for an own one.
    """

    evaluation_id = models.UUIDField()
    topic = models.CharField(max_length=20)
    words = models.CharField(max_length=300)
    words_en = models.CharField(max_length=300, blank=True, default="")
    from_policy = models.CharField(max_length=80, blank=True, default="")

    class Meta:
        """Read by evaluation."""

        indexes = [models.Index(fields=["organisation_id", "evaluation_id"], name="programme_question_of")]


class Finding(Kept):
    """What somebody found, in answer to a question or of their own accord. `role` is a role, never a name (MON-06).

    `regional`: it came out of talking about the results in the region (REG-05). `shared_by`: another organisation
    released it to a region on `shared_on`, and it was taken up here as it stood.
    """

    evaluation_id = models.UUIDField()
    question_id = models.UUIDField(null=True)
    topic = models.CharField(max_length=20)
    role = models.CharField(max_length=40)
    on = models.DateField()
    words = models.TextField()
    regional = models.BooleanField(default=False)
    shared_by = models.CharField(max_length=120, blank=True, default="")
    shared_on = models.DateField(null=True)

    class Meta:
        """Read by evaluation."""

        indexes = [models.Index(fields=["organisation_id", "evaluation_id"], name="programme_finding_of")]


class Conclusion(Kept):
    """What was decided. `outcome` says what it changes: an action of the programme, an element of the policy, or none.

    `action_id` is the action that came of it; `element` is the list and id of what is to change in the policy, and
    `called` what that was called in both languages when it was decided. `regional`: it was decided in the region.
    """

    evaluation_id = models.UUIDField()
    topic = models.CharField(max_length=20)
    words = models.TextField()
    outcome = models.CharField(max_length=10)
    action_id = models.UUIDField(null=True)
    element = models.CharField(max_length=120, blank=True, default="")
    called = models.JSONField(default=dict)
    regional = models.BooleanField(default=False)

    class Meta:
        """Read by evaluation."""

        indexes = [models.Index(fields=["organisation_id", "evaluation_id"], name="programme_conclusion_of")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(outcome__in=OUTCOMES), name="programme_conclusion_outcome"
            )
        ]
