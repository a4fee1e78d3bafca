"""Training: groups and how many they hold, own courses, sessions, and checks of what others train. All in numbers.

Administration: ordinary tables that keep their history. Nothing in them is about a person.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from baken.tenancy.models_kept import Kept

PLANNED, GIVEN, DROPPED = "planned", "given", "dropped"
STATES = (PLANNED, GIVEN, DROPPED)
SORTS = ("internal", "external")


class Audience(Kept):
    """A group of this organisation or around it. `key` is its id in the policy, or made up for an own one.

    `number` counts changes; how many people the group holds is `people`, counted on a day. Withdrawn: it is not here
    any more, and past sessions still name it.
    """

    key = models.CharField(max_length=60)
    name = models.CharField(max_length=120)
    sort = models.CharField(max_length=10)
    layers = ArrayField(models.CharField(max_length=60), default=list)
    people = models.IntegerField(null=True)
    counted_on = models.DateField(null=True)

    class Meta:
        """One of each that is here."""

        constraints = [
            models.UniqueConstraint(
                fields=["organisation_id", "key"],
                condition=models.Q(withdrawn=False),
                name="programme_training_audience_key",
            ),
            models.CheckConstraint(
                condition=models.Q(people__isnull=True, counted_on__isnull=True)
                | models.Q(people__gte=0, counted_on__isnull=False),
                name="programme_audience_counted",
            ),
            models.CheckConstraint(condition=models.Q(sort__in=SORTS), name="programme_audience_sort"),
        ]


class Course(Kept):
    """A course that the policy does not name. `free`: None where nobody knows."""

    name = models.CharField(max_length=160)
    provider = models.CharField(max_length=120)
    layer = models.CharField(max_length=60, blank=True, default="")
    audiences = ArrayField(models.CharField(max_length=60), default=list)
    form = models.CharField(max_length=20)
    free = models.BooleanField(null=True)
    link = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        """Listed by name."""

        indexes = [models.Index(fields=["organisation_id", "name"], name="programme_training_course_by")]


class Session(Kept):
    """One session on a day, planned, given or dropped. `course` is the id in the policy, of an own course, or empty.

    `reach` says for each group its key, its name and sort on that day, and once given how many came and how many there
    were: [{"key", "name", "sort", "reached", "people"}]. A group that is withdrawn later keeps its name here. `minutes`
    is how long it took each of them, so that their hours can be told (TRAIN-12). `together` are the municipalities
    that joined. `cost` is in whole euros.
    """

    course = models.CharField(max_length=60, blank=True, default="")
    title = models.CharField(max_length=160)
    provider = models.CharField(max_length=120, blank=True, default="")
    layer = models.CharField(max_length=60, blank=True, default="")
    form = models.CharField(max_length=20)
    on = models.DateField()
    state = models.CharField(max_length=10, default=PLANNED)
    reach = models.JSONField(default=list)
    together = ArrayField(models.CharField(max_length=120), default=list)
    minutes = models.IntegerField(null=True)
    cost = models.IntegerField(null=True)
    words = models.TextField(blank=True, default="")
    dropped_why = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        """Listed by day."""

        indexes = [models.Index(fields=["organisation_id", "on"], name="programme_training_session_on")]
        constraints = [
            models.CheckConstraint(condition=models.Q(state__in=STATES), name="programme_session_state"),
            models.CheckConstraint(
                condition=(models.Q(minutes__isnull=True) | models.Q(minutes__gte=0))
                & (models.Q(cost__isnull=True) | models.Q(cost__gte=0)),
                name="programme_session_amounts",
            ),
        ]


class Check(Kept):
    """That somebody looked whether others know trafficking: an agreement or a training of theirs (TRAIN-09, TRAIN-11).

    `again_on` is when to look once more.
    """

    what = models.CharField(max_length=30)
    on = models.DateField()
    found = models.CharField(max_length=10)
    whose = models.CharField(max_length=120)
    evidence = models.CharField(max_length=300, blank=True, default="")
    again_on = models.DateField(null=True)

    class Meta:
        """Read by what was looked at, the last first."""

        indexes = [models.Index(fields=["organisation_id", "what", "on"], name="programme_training_check_of")]
