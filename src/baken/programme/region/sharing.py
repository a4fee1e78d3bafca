"""Releasing to a region: a copy in the own tables of every member. Nobody reads across (REG-07).

Who takes part on the day receives. Who left receives nothing more and counts in no comparison; what was received before
stays readable, unless its sender takes it back. Where it is told later that somebody had left, what came after that
last day is read no more; what one released oneself stays in sight, as only its sender can take it back.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction
from django.db.models import Q, QuerySet
from django.db.models.functions import TruncDate

from baken.clock import now as clock
from baken.core.decide.refusal import Refused
from baken.core.vocabulary.moments import AMSTERDAM, civil_date
from baken.core.vocabulary.text import Text
from baken.programme.region import kinds
from baken.programme.region.models import Release
from baken.tenancy import regions
from baken.tenancy.actors import Actor
from baken.tenancy.models_regions import Region
from baken.tenancy.regions import Part
from baken.tenancy.scope import current, scope


@dataclass(frozen=True, slots=True)
class Received:
    """The newest that one member released of something. `left_on`: the last day of a sender that takes part no more."""

    id: UUID
    sender: UUID
    name: str
    kind: str
    about: str
    payload: Mapping[str, Any]
    at: datetime
    left_on: date | None

    @property
    def counts(self) -> bool:
        """Whether it belongs in a comparison: its sender takes part still."""
        return self.left_on is None


@transaction.atomic
def release(
    kind: str,
    about: str,
    payload: Mapping[str, Any],
    region: Region,
    *,
    actor: Actor,
    now: datetime,
    command_id: UUID,
) -> UUID:
    """Give every present member a copy, the own organisation included; once per command. Raises `Refused`.

    `payload` must have the closed shape of its kind. The copies have one id, which is returned.
    """
    known = kinds.find(kind)
    if known is None:
        raise ValueError(f"no part of the programme releases {kind!r}")
    sent = known.shape.model_validate(payload).model_dump(mode="json")
    regions.hold(region)
    id_ = uuid5(command_id, f"{region.slug}/{kind}/{about}")
    if Release.objects.filter(organisation_id=current(), id=id_).exists():
        return id_
    present = regions.members(region, civil_date(now))
    own = next((one for one in present if one.id == actor.organisation_id == current()), None)
    if own is None:
        raise Refused(
            Text("Uw organisatie doet niet mee aan deze regio.", "Your organisation is not in this region."),
            Text("Alleen wie meedoet, kan iets delen.", "Only who takes part can release something."),
            Text(
                "Vraag uw beheerder of dat klopt: `baken region list` zegt wie meedoet, en sinds wanneer.",
                "Ask your administrator whether that is right: `baken region list` says who takes part, and since "
                "when.",
            ),
        )
    told = {
        "region": region.slug,
        "sender": own.id,
        "sender_name": own.name,
        "kind": kind,
        "about": about,
        "payload": sent,
        "released_at": now,
    }
    for member in present:
        with scope(member.id):
            Release.objects.create(organisation_id=member.id, id=id_, **told)
    return id_


@transaction.atomic
def withdraw(kind: str, about: str, region: Region, *, now: datetime) -> int:
    """Take back everything the own organisation released of something, everywhere it went; return how many releases.

    What was released is emptied there. Also who left the region can do this, and it reaches who left since.
    """
    regions.hold(region)
    of = {"region": region.slug, "kind": kind, "about": about, "sender": current(), "withdrawn_at": None}
    mine = list(Release.objects.filter(organisation_id=current(), **of).values_list("id", flat=True))
    for member in regions.ever(region) if mine else ():
        with scope(member):
            found = Release.objects.filter(organisation_id=member, id__in=mine, **of)
            found.update(withdrawn_at=now, payload={})
    return len(mine)


def received(
    region: Region,
    kind: str | None = None,
    about: str | None = None,
    *,
    today: date | None = None,
    parts: Sequence[Part] | None = None,
) -> list[Received]:
    """Return the newest release of every sender, about one thing or about each, by the names of the senders.

    It is what the organisation in scope received. `counts` says whether it belongs in a comparison. `parts` are those
    of the region on that day, where they are known already.
    """
    rows = _standing(region)
    if kind is not None:
        rows = rows.filter(kind=kind)
    if about is not None:
        rows = rows.filter(about=about)
    subject = ("sender", "kind", "about")
    newest = rows.order_by(*subject, "-released_at", "-id").distinct(*subject)
    gone = _gone(region, today, parts)
    return sorted(
        (_read(row, gone.get(row.sender)) for row in newest),
        key=lambda one: (one.kind, one.name.casefold(), one.about),
    )


def one(
    region: Region, id_: UUID, *, today: date | None = None, parts: Sequence[Part] | None = None
) -> Received | None:
    """Return one release as received, also where a newer one came; None where it is not there or was withdrawn."""
    row = _standing(region).filter(id=id_).first()
    return _read(row, _gone(region, today, parts).get(row.sender)) if row else None


def _standing(region: Region) -> QuerySet[Release]:
    """Return what reached the organisation in scope on a day on which it took part, and what it sent itself."""
    rows = Release.objects.filter(organisation_id=current(), region=region.slug, withdrawn_at__isnull=True)
    return rows.alias(day=TruncDate("released_at", tzinfo=AMSTERDAM)).filter(
        Q(sender=current()) | regions.took_part(region, current(), day="day")
    )


def _gone(region: Region, today: date | None, parts: Sequence[Part] | None) -> dict[UUID, date | None]:
    """Return who takes part no more, with the last day on which it did."""
    known = regions.parts(region, today or civil_date(clock())) if parts is None else parts
    return {one.member.id: one.until for one in known if one.left}


def _read(row: Release, left_on: date | None) -> Received:
    return Received(
        row.id, row.sender, row.sender_name, row.kind, row.about, row.payload, row.released_at, left_on
    )
