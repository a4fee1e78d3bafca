"""Reading papers and fields: what there is of each field, what runs out, and which barrier is held by what."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from baken.core.policy.bundle import Bundle
from baken.core.policy.programme import FlankingDomain
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.text import Text
from baken.programme.common import policy
from baken.programme.papers.models import FollowUp, Noted, Paper
from baken.programme.papers.standing import FieldStanding, Standing, standings
from baken.programme.plan.models import Action
from baken.tenancy import kept

_GONE = Text("{id} (niet meer in het beleid)", "{id} (no longer in the policy)")


@dataclass(frozen=True, slots=True)
class Shelf:
    """Every paper on a day: of each field of the policy, and those that belong to none of them."""

    fields: Sequence[FieldStanding]
    loose: Sequence[Standing]
    past: Sequence[Standing]
    bundle: Bundle | None

    @property
    def warned(self) -> list[Standing]:
        """The papers about which somebody must do something, the first to end first."""
        every = [*(one for field in self.fields for one in field.papers), *self.loose]
        return sorted((one for one in every if one.warns), key=lambda one: one.paper.until_date or date.max)

    @property
    def missing(self) -> list[FieldStanding]:
        """The fields without a paper that need one."""
        return [one for one in self.fields if one.state == "missing"]


def shelf(now: datetime) -> Shelf:
    """Return every paper as it stands today. One whose field left the policy belongs to none."""
    bundle = policy.in_force(now)
    every = standings(sorted(kept.kept(Paper), key=lambda one: one.title.casefold()), civil_date(now))
    notes = {one.domain: one for one in kept.kept(Noted)}
    of_field: dict[str, list[Standing]] = defaultdict(list)
    for one in every:
        if one.state != "replaced":
            of_field[one.paper.domain].append(one)
    flanking = bundle.flanking if bundle else ()
    fields = [FieldStanding(field, of_field.pop(field.id, []), notes.get(field.id)) for field in flanking]
    loose = [one for found in of_field.values() for one in found]
    return Shelf(fields, loose, [one for one in every if one.state == "replaced"], bundle)


def field(slug: str, now: datetime) -> FlankingDomain | None:
    """Return a field of the policy in force."""
    bundle = policy.in_force(now)
    return next((one for one in bundle.flanking if one.id == slug), None) if bundle else None


def field_names(now: datetime, *, also: Sequence[str] = ()) -> dict[str, Text]:
    """Return what fields are called; `also`: ids that are in use, and may have left the policy."""
    bundle = policy.in_force(now)
    return _names(bundle.flanking if bundle else (), also)


def barrier_names(now: datetime, *, also: Sequence[str] = ()) -> dict[str, Text]:
    """Return what barriers are called; `also`: ids that are in use, and may have left the policy."""
    bundle = policy.in_force(now)
    return _names(bundle.barriers if bundle else (), also)


def follow_ups(domain: str) -> list[Action]:
    """Return the actions that a field or its papers led to."""
    ids = kept.kept(FollowUp).filter(domain=domain).values_list("action_id", flat=True)
    return sorted(kept.kept(Action).filter(id__in=list(ids)), key=lambda one: one.label)


def _names(elements: Sequence[object], also: Sequence[str]) -> dict[str, Text]:
    known: Mapping[str, Text] = {one.id: one.name for one in elements}  # type: ignore[attr-defined]
    gone = {id_: _GONE.format(id=id_.replace("_", " ")) for id_ in also if id_ and id_ not in known}
    return {**known, **gone}
