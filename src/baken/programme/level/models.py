"""Where an organisation says it stands on each criterion of the basic level, and the actions that came of that.

Administration: ordinary tables that keep their history. Nothing in them is about a person.
"""

from django.db import models

from baken.tenancy.models_kept import Kept

STATES = ("open", "met", "partly", "not")


class Assessment(Kept):
    """What an organisation finds of one criterion of its policy, on a day. `by` is a post or team, never a name.

    `open` says that it was not looked at after all. `evidence` says where it can be seen: a decision, a report, an
    address. What is met without it is "not shown yet".
    """

    criterion = models.CharField(max_length=60)
    state = models.CharField(max_length=10)
    on = models.DateField()
    by = models.CharField(max_length=120)
    evidence = models.CharField(max_length=300, blank=True, default="")
    note = models.CharField(max_length=600, blank=True, default="")

    class Meta:
        """One for each criterion; how it was before is in its history."""

        constraints = [
            models.UniqueConstraint(fields=["organisation_id", "criterion"], name="programme_level_once"),
            models.CheckConstraint(condition=models.Q(state__in=STATES), name="programme_level_state"),
        ]


class FollowUp(Kept):
    """That an action of the programme was made because of a criterion."""

    criterion = models.CharField(max_length=60)
    action_id = models.UUIDField()

    class Meta:
        """Read by criterion."""

        indexes = [models.Index(fields=["organisation_id", "criterion"], name="programme_level_follow")]
