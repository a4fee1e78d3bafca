"""A region as one of its members sees it: who takes part, what was released, and what the own organisation can release.

Who left sees the region as it was on its last day, and what it received until then.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.http import Http404

from baken.core.vocabulary.text import Text
from baken.programme.region import kinds, sharing
from baken.programme.region.kinds import Kind, Offer, Told
from baken.programme.region.sharing import Received
from baken.tenancy import regions
from baken.tenancy.models_regions import Region
from baken.tenancy.regions import Part
from baken.tenancy.scope import current
from baken.web.parts import Table, Words

NAMES: dict[str, Text] = {
    "cooperation": Text("samenwerkingsverband", "cooperation of municipalities"),
    "police_team": Text("basisteam van de politie", "police team"),
    "police_district": Text("politiedistrict", "police district"),
    "province": Text("provincie", "province"),
    "safety_region": Text("veiligheidsregio", "safety region"),
    "centre": Text("centrumgemeente", "centre municipality"),
    "riec": Text("RIEC-regio", "RIEC region"),
    "care_safety_house": Text("regio van een zorg- en veiligheidshuis", "region of a care and safety house"),
}
"""What each kind of region is called (REG-06)."""

MOST_BESIDE = 6
"""So many members stand in one table."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A region on a day, for the organisation in scope. `own` is how that takes part; `day` what it may know."""

    region: Region
    own: Part
    parts: Sequence[Part]
    day: date

    @property
    def members(self) -> list[Part]:
        """Who takes part."""
        return [one for one in self.parts if one.now]

    @property
    def former(self) -> list[Part]:
        """Who left."""
        return [one for one in self.parts if one.left]


@dataclass(frozen=True, slots=True)
class Side:
    """What members released about one thing, side by side. `silent`: members of whom nothing is here."""

    title: Words
    tables: Sequence[Table]
    received: Sequence[Received]
    silent: Sequence[str]
    former: Sequence[Received]


@dataclass(frozen=True, slots=True)
class Section:
    """All of one kind, the newest subject first."""

    kind: Kind
    sides: Sequence[Side]


@dataclass(frozen=True, slots=True)
class Sendable:
    """What can be released now, beside what was: never, the same, or something else since."""

    kind: Kind
    about: str
    title: Words
    at: datetime | None
    changed: bool


@dataclass(frozen=True, slots=True)
class Going:
    """Exactly what would go. `digest` says whether it still is what somebody looked at."""

    kind: Kind
    about: str
    title: Words
    payload: dict[str, Any]
    tables: Sequence[Table]
    digest: str


def seen(slug: str, today: date) -> Seen:
    """Return a region that the organisation in scope takes part in or did; to others it does not exist."""
    region = regions.find(slug)
    own = _own(region, today) if region else None
    if region is None or own is None:
        raise Http404
    day = today if own.until is None else min(today, own.until)
    return Seen(region, own, regions.parts(region, day), day)


def of_mine(today: date) -> list[tuple[Region, Part]]:
    """Return the regions of the organisation in scope, those that it left last."""
    found = [(one, _own(one, today)) for one in regions.known_to(current(), today)]
    there = [(region, own) for region, own in found if own is not None]
    return sorted(there, key=lambda one: (one[1].left, one[0].kind, one[0].name))


def everything(found: Seen) -> list[Received]:
    """Return the newest of everything that was received in a region."""
    return sharing.received(found.region, today=found.day, parts=found.parts)


def sections(found: Seen, received: Sequence[Received]) -> list[Section]:
    """Return what was received in a region, of every kind that there is something of."""
    made = ((kind, [one for one in received if one.kind == kind.id]) for kind in kinds.every())
    return [Section(kind, _sides(kind, got, found)) for kind, got in made if got]


def _sides(kind: Kind, got: Sequence[Received], found: Seen) -> list[Side]:
    subjects = sorted({one.about for one in got}, reverse=True)
    return [_side(kind, [one for one in got if one.about == about], found) for about in subjects]


def _side(kind: Kind, got: Sequence[Received], found: Seen) -> Side:
    counting = [one for one in got if one.counts]
    told = [Told(one.name, kind.shape.model_validate(one.payload), one.at) for one in counting]
    senders = {one.sender for one in counting}
    return Side(
        kind.together(told) if kind.together and told else _newest(kind, counting or got),
        beside(kind, told),
        counting,
        [one.member.name for one in found.members if one.member.id not in senders],
        [one for one in got if not one.counts],
    )


def beside(kind: Kind, told: Sequence[Told]) -> list[Table]:
    """Return what members released side by side, a few members to a table so that it fits on a screen."""
    if len(told) <= MOST_BESIDE:
        return list(kind.compare(told)) if told else []
    tables = []
    for first in range(0, len(told), MOST_BESIDE):
        some = told[first : first + MOST_BESIDE]
        whose = f"{some[0].name} – {some[-1].name}" if len(some) > 1 else some[0].name
        tables += [replace(table, caption=_with(table.caption, whose)) for table in kind.compare(some)]
    return tables


def _with(caption: Words, whose: str) -> Words:
    if isinstance(caption, Text):
        return Text(f"{caption.nl} ({whose})", f"{caption.en} ({whose})")
    return f"{caption} ({whose})"


def _newest(kind: Kind, got: Sequence[Received]) -> Words:
    return kind.titled(kind.shape.model_validate(max(got, key=lambda one: one.at).payload))


def read(found: Seen, id_: UUID) -> tuple[Received, Words, Sequence[Table]]:
    """Return one release as it was received, with its title and all of it in words."""
    got = sharing.one(found.region, id_, today=found.day, parts=found.parts)
    kind = kinds.find(got.kind) if got else None
    if got is None or kind is None:
        raise Http404
    data = kind.shape.model_validate(got.payload)
    return got, kind.titled(data), kind.show(data)


def mine(received: Sequence[Received]) -> list[tuple[Received, Words]]:
    """Return what of it the organisation in scope released, with the title of each."""
    found = []
    for one in received:
        kind = kinds.find(one.kind)
        if kind is not None and one.sender == current():
            found.append((one, kind.titled(kind.shape.model_validate(one.payload))))
    return found


def sendable(found: Seen) -> list[Sendable]:
    """Return what the organisation in scope can release to a region now."""
    before = {(one.kind, one.about): one for one, _title in mine(everything(found))}
    return [
        _sendable(kind, offer, before.get((kind.id, offer.about)))
        for kind in kinds.every()
        for offer in kind.offers(found.day)
    ]


def _sendable(kind: Kind, offer: Offer, before: Received | None) -> Sendable:
    data = kind.shape.model_validate(offer.payload)
    changed = before is not None and before.payload != data.model_dump(mode="json")
    return Sendable(kind, offer.about, kind.titled(data), before.at if before else None, changed)


def going(found: Seen, kind_id: str, about: str) -> Going:
    """Return exactly what would go now; what there is nothing of does not exist."""
    kind = kinds.find(kind_id)
    offer = next((one for one in kind.offers(found.day) if one.about == about), None) if kind else None
    if kind is None or offer is None:
        raise Http404
    data = kind.shape.model_validate(offer.payload)
    payload = data.model_dump(mode="json")
    told = json.dumps(payload, sort_keys=True, ensure_ascii=False)
    return Going(
        kind, about, kind.titled(data), payload, kind.show(data), sha256(told.encode()).hexdigest()[:32]
    )


def _own(region: Region, today: date) -> Part | None:
    return next((one for one in regions.parts(region, today) if one.member.id == current()), None)
