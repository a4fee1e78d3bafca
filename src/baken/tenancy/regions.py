"""Regions and their members: who works together, since when and until when (REG-06)."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.core.validators import slug_re
from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from baken.core.decide.refusal import Refused
from baken.core.vocabulary.text import Text
from baken.tenancy.models import Organisation
from baken.tenancy.models_regions import Region, RegionMember

MOST = 60


@transaction.atomic
def create_region(*, slug: str, name: str, kind: str, now: datetime) -> Region:
    """Add a region to the directory. Raises `Refused` where its name in addresses cannot be one."""
    if not slug_re.fullmatch(slug) or len(slug) > MOST:
        raise Refused(
            Text("Deze korte naam kan niet.", "This short name cannot be."),
            Text(
                "De korte naam staat in adressen van pagina's.",
                "The short name stands in addresses of pages.",
            ),
            Text(
                f"Gebruik letters, cijfers en streepjes, hoogstens {MOST}: west-friesland.",
                f"Use letters, digits and dashes, {MOST} at most: west-friesland.",
            ),
        )
    return Region.objects.create(slug=slug, name=name, kind=kind, made_at=now)


@transaction.atomic
def join(region: Region, member: Organisation, *, since: date) -> RegionMember:
    """Let an organisation take part in a region from a day on. Raises `Refused` where it does already."""
    hold(region)
    last = _last(region, member)
    if last is not None and last.until is not None and since <= last.until:
        raise Refused(
            Text(
                "Deze organisatie deed op die dag al mee aan deze regio.",
                "This organisation took part in this region on that day already.",
            ),
            Text("Een organisatie doet een keer tegelijk mee.", "An organisation takes part once at a time."),
            Text(
                f"Kies een dag na {last.until.isoformat()}.",
                f"Choose a day after {last.until.isoformat()}.",
            ),
        )
    if last is not None and last.until is None:
        raise Refused(
            Text("Deze organisatie hoort al bij deze regio.", "This organisation is in this region already."),
            Text("Een organisatie doet een keer mee.", "An organisation takes part once."),
            Text("Er hoeft niets te gebeuren.", "Nothing needs to be done."),
        )
    return RegionMember.objects.create(region=region, member=member, since=since)


@transaction.atomic
def leave(region: Region, member: Organisation, *, until: date) -> None:
    """End taking part; the last day is `until`. One that was told can come earlier, never later: that is joining.

    What was shared until then stays with whoever received it. A day in the past is one too: what came after it is
    not read any more.
    """
    hold(region)
    found = _last(region, member)
    if found is None or until < found.since or (found.until is not None and until >= found.until):
        raise Refused(
            Text(
                "Deze organisatie doet dan niet mee aan deze regio.",
                "This organisation is not in this region then.",
            ),
            Text("Alleen wie meedoet, kan eruit gaan.", "Only a member can leave."),
            Text(
                "Kijk wie meedoet, van wanneer tot wanneer.",
                "Look who takes part, from when until when.",
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


def hold(region: Region) -> None:
    """Keep who takes part as it is until this transaction ends, so that nobody leaves halfway a release."""
    Region.objects.select_for_update().get(id=region.id)


def find(slug: str) -> Region | None:
    """Return the region of that name in addresses."""
    return Region.objects.filter(slug=slug).first()


@dataclass(frozen=True, slots=True)
class Part:
    """How one organisation takes part in a region on a day: still, or until its last day."""

    member: Organisation
    since: date
    until: date | None
    now: bool

    @property
    def left(self) -> bool:
        """Whether it took part and does so no longer."""
        return not self.now


def parts(region: Region, on: date) -> list[Part]:
    """Return who takes part in a region on a day or did before, once each, by name; who begins later is not there."""
    rows = RegionMember.objects.filter(region=region, since__lte=on).select_related("member")
    latest = {one.member_id: one for one in rows.order_by("since")}
    return [
        Part(one.member, one.since, one.until, one.until is None or one.until >= on)
        for one in sorted(latest.values(), key=lambda one: one.member.name)
    ]


def history(region: Region) -> list[RegionMember]:
    """Return every time that an organisation took part in a region, by name and day."""
    rows = RegionMember.objects.filter(region=region).select_related("member")
    return list(rows.order_by("member__name", "since"))


def ever(region: Region) -> list[UUID]:
    """Return every organisation that took part in a region at any time."""
    return list(
        RegionMember.objects.filter(region=region)
        .order_by("member_id")
        .values_list("member_id", flat=True)
        .distinct()
    )


def known_to(organisation: UUID, on: date) -> list[Region]:
    """Return the regions that an organisation takes part in on a day or did before, by name."""
    found = RegionMember.objects.filter(member_id=organisation, since__lte=on).values("region")
    return list(Region.objects.filter(id__in=found))


def took_part(region: Region, organisation: UUID, *, day: str) -> Exists:
    """Return the condition that an organisation took part on the day that a query calls so, as it is known now."""
    spans = _on(OuterRef(day)).filter(region=region, member_id=organisation)
    return Exists(spans)


def _on(day: date | OuterRef) -> QuerySet[RegionMember]:
    return RegionMember.objects.filter(Q(until__isnull=True) | Q(until__gte=day), since__lte=day)


def _last(region: Region, member: Organisation) -> RegionMember | None:
    """Return the last time that an organisation took part in a region, or will."""
    return RegionMember.objects.filter(region=region, member=member).order_by("-since").first()
