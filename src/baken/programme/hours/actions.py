"""Booking hours, taking a line of one's own back, and setting what is reserved for a year."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from django.http import Http404

from baken.core.derive.access import ROLES
from baken.programme.hours.models import Line, Reservation
from baken.tenancy import kept
from baken.tenancy.actors import Actor

BOOKS = tuple(name for name, role in ROLES.items() if "hours.book" in role.may)
"""Chosen: who has more roles than one books in the first of these, so as a focal point where that is one of them."""


def book(told: Mapping[str, Any], *, actor: Actor, now: datetime, command_id: UUID) -> Line:
    """Book time: the day, the kind of work, the minutes, and perhaps a few words. Nothing else is kept with it."""
    role = next((name for name in BOOKS if name in actor.roles), "")
    line = {
        "on": told["on"],
        "kind": told["kind"],
        "minutes": told["minutes"],
        "words": told.get("words", ""),
        "role": role,
    }
    return kept.add(Line, line, actor=actor, now=now, command_id=command_id)


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
