"""Hours that were booked, and how many are reserved for a year.

Administration: ordinary tables that keep their history. A line says what kind of work it was and how long it took, and
never for whom: no signal, client or reference is stored with it, not even an id (FIN-05).
"""

from django.db import models

from baken.core.vocabulary.hours import MOST_MINUTES
from baken.tenancy.models_kept import Kept


class Line(Kept):
    """Time that one member spent on a kind of work on a day. `role` is in which role; `changed_by` is whose line it is.

    Others see sums alone; whoever wrote a line sees it and may take it back. `changed_at` is the beginning of the day
    on which it was written, so that no line can be laid beside a deed on a signal.
    """

    on = models.DateField()
    kind = models.CharField(max_length=60)
    minutes = models.SmallIntegerField()
    role = models.CharField(max_length=40)
    words = models.CharField(max_length=80, blank=True, default="")

    class Meta:
        """Summed by year."""

        indexes = [models.Index(fields=["organisation_id", "on"], name="programme_hours_line_on")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(minutes__gte=1, minutes__lte=MOST_MINUTES), name="programme_hours_minutes"
            )
        ]


class Reservation(Kept):
    """How many hours the organisation itself reserved for a year, and why; it goes before what the policy says."""

    year = models.SmallIntegerField()
    hours = models.SmallIntegerField()
    reason = models.CharField(max_length=300)

    class Meta:
        """One that stands for each year."""

        constraints = [
            models.UniqueConstraint(
                fields=["organisation_id", "year"],
                condition=models.Q(withdrawn=False),
                name="programme_hours_one_reservation",
            ),
            models.CheckConstraint(condition=models.Q(hours__gte=0), name="programme_hours_reserved"),
        ]
