"""The papers of an organisation, as they were recorded. What was written stays; a newer one counts instead."""

from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from baken.core.derive.papers import KINDS


class Paper(models.Model):
    """One signed paper: where it lies, which version, and when it must be looked at again."""

    pk = models.CompositePrimaryKey("organisation_id", "id")
    organisation_id = models.UUIDField()
    id = models.UUIDField(default=uuid4, editable=False)
    kind = models.CharField(max_length=20)
    partner = models.CharField(max_length=60, blank=True, default="")
    reference = models.CharField(max_length=120)
    version = models.CharField(max_length=40)
    signed_on = models.DateField()
    review_on = models.DateField()
    made_at = models.DateTimeField()
    made_by = models.UUIDField(null=True)

    class Meta:
        """A paper is looked at again after it was signed, never before."""

        constraints = [
            models.CheckConstraint(condition=Q(kind__in=sorted(KINDS)), name="trust_paper_kind"),
            models.CheckConstraint(condition=Q(review_on__gt=F("signed_on")), name="trust_paper_review"),
        ]
        indexes = [models.Index(fields=["organisation_id", "kind"], name="trust_paper_kind_index")]
