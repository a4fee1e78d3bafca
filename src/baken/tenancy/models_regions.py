"""Regions, of several kinds, and who belongs to them since when: part of the directory, known to everybody (REG-06)."""

from uuid import uuid4

from django.db import models
from django.db.models import F, Q

REGIONS = {
    "cooperation": "samenwerkingsverband",
    "police_team": "basisteam",
    "police_district": "politiedistrict",
    "province": "provincie",
    "safety_region": "veiligheidsregio",
    "centre": "centrumgemeente",
    "riec": "RIEC-regio",
    "care_safety_house": "regio van een zorg- en veiligheidshuis",
}


class Region(models.Model):
    """Organisations that work together. `slug` is the id of its policy, where it has one."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=20, choices=list(REGIONS.items()))
    made_at = models.DateTimeField()

    class Meta:
        """Listed by name."""

        ordering = ["name"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=list(REGIONS)), name="tenancy_region_kind")
        ]

    def __str__(self) -> str:
        return self.name


class RegionMember(models.Model):
    """That an organisation belongs to a region, from a day until a day. Whoever left stays in the history."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="members")
    member = models.ForeignKey("tenancy.Organisation", on_delete=models.PROTECT, related_name="regions")
    since = models.DateField()
    until = models.DateField(null=True)

    class Meta:
        """It begins before it ends, and one organisation is a member once at a time."""

        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="tenancy_regionmember_span"
            ),
            models.UniqueConstraint(
                fields=["region", "member"],
                condition=Q(until__isnull=True),
                name="tenancy_regionmember_once",
            ),
        ]
