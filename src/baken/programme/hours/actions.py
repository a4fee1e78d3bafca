"""Booking hours, taking a line of one's own back, and setting what is reserved for a year."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from django.http import Http404

from baken.core.derive.access import ROLES
from baken.core.vocabulary.moments import AMSTERDAM, civil_date
from baken.programme.hours.models import Line, Reservation
from baken.tenancy import kept
from baken.tenancy.actors import Actor

FOCAL = ("focal_point", "lead_focal_point")
BOOKS = (
    *FOCAL,
    *(name for name, role in ROLES.items() if "hours.book" in role.may and name not in FOCAL),
)
"""Chosen: who has more roles than one books in the first of these, so as a focal point where that is one of them."""


def book(told: Mapping[str, Any], *, actor: Actor, now: datetime, command_id: UUID) -> Line:
    """Book time: the day, the kind of work, the minutes, and perhaps a few words. Nothing else is kept with it.

    Of the moment of booking only the day is kept: laid beside a deed on a signal it would say which signal it was.
    """
    role = next((name for name in BOOKS if name in actor.roles), "")
    line = {
        "on": told["on"],
        "kind": told["kind"],
        "minutes": told["minutes"],
        "words": told.get("words", ""),
        "role": role,
    }
    return kept.add(Line, line, actor=actor, now=_day_of(now), command_id=command_id)


def take_back(line: Line, *, actor: Actor, now: datetime) -> None:
    """Take a line of one's own back; of the moment only the day is kept here too."""
    kept.withdraw(line, actor=actor, now=_day_of(now))


def own(line: UUID, actor: Actor) -> Line:
    """Return a line of one's own; somebody else's does not exist."""
    found = kept.one(Line, line)
    if found.changed_by != actor.membership_id:
        raise Http404
    return found


def reserve(year: int, hours: int, reason: str, *, actor: Actor, now: datetime, command_id: UUID) -> None:
    """Set how many hours the organisation reserves for a year, and why; it can be set again."""
    told = {"year": year, "hours": hours, "reason": reason}
    once = uuid5(NAMESPACE_URL, f"baken/hours/{year}")  # one row for a year, whoever is first
    found = kept.add(Reservation, told, actor=actor, now=now, command_id=once)
    if (found.hours, found.reason) != (hours, reason):
        kept.change(found, told, found.number, actor=actor, now=now)


def first_day(today: date) -> date:
    """Return the first day on which hours can still be booked: chosen, from the year before on."""
    return date(today.year - 1, 1, 1)


def _day_of(now: datetime) -> datetime:
    """The day of a moment, as the moment at which it begins here."""
    return datetime.combine(civil_date(now), time(), AMSTERDAM)
