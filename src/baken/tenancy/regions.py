"""Regions and their members: who works together, since when and until when (REG-06)."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet

from baken.core.decide.refusal import Refused
from baken.core.vocabulary.text import Text
from baken.tenancy.models import Organisation
from baken.tenancy.models_regions import Region, RegionMember


@transaction.atomic
def create_region(*, slug: str, name: str, kind: str, now: datetime) -> Region:
    """Add a region to the directory."""
    return Region.objects.create(slug=slug, name=name, kind=kind, made_at=now)


@transaction.atomic
def join(region: Region, member: Organisation, *, since: date) -> RegionMember:
    """Let an organisation take part in a region from a day on. Raises `Refused` where it does already."""
    if _running(region, member):
        raise Refused(
            Text("Deze organisatie hoort al bij deze regio.", "This organisation is in this region already."),
            Text("Een organisatie doet een keer mee.", "An organisation takes part once."),
            Text("Er hoeft niets te gebeuren.", "Nothing needs to be done."),
        )
    return RegionMember.objects.create(region=region, member=member, since=since)


@transaction.atomic
def leave(region: Region, member: Organisation, *, until: date) -> None:
    """End taking part; the last day is `until`. What was shared before stays with whoever received it."""
    found = _running(region, member)
    if found is None or until < found.since:
        raise Refused(
            Text(
                "Deze organisatie hoort dan niet bij deze regio.",
                "This organisation is not in this region then.",
            ),
            Text("Alleen wie meedoet, kan eruit gaan.", "Only a member can leave."),
            Text(
                "Kijk welke leden er zijn, en op welke dag zij begonnen.",
                "Look who the members are, and since when.",
            ),
        )
    found.until = until
    found.save(update_fields=["until"])


def regions_of(organisation: UUID, on: date) -> list[Region]:
    """Return the regions that an organisation takes part in on a day, by name."""
    return [
        one.region
        for one in _on(on).filter(member_id=organisation).select_related("region").order_by("region__name")
    ]


def members(region: Region, on: date) -> list[Organisation]:
    """Return who takes part in a region on a day, by name."""
    return [
        one.member for one in _on(on).filter(region=region).select_related("member").order_by("member__name")
    ]


def _on(day: date) -> QuerySet[RegionMember]:
    return RegionMember.objects.filter(Q(until__isnull=True) | Q(until__gte=day), since__lte=day)


def _running(region: Region, member: Organisation) -> RegionMember | None:
    return RegionMember.objects.filter(region=region, member=member, until__isnull=True).first()
