"""Access in an emergency: for some hours, never the envelope, and the data protection officer sees it at once (V10)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.db import transaction

from baken.core.decide.refusal import Refused
from baken.core.events.people import EmergencyEnded, EmergencyTaken
from baken.core.vocabulary.text import Text
from baken.tenancy.happenings import rights
from baken.tenancy.models import Emergency, Membership
from baken.tenancy.scope import current

HOURS, MOST_HOURS = 4, 24
"""chosen: half a working day, and never longer than a day; the sources name no term."""
REASONS = {
    "danger": Text("Iemand is nu in gevaar", "Somebody is in danger now"),
    "nobody_there": Text(
        "Er is haast, en geen aandachtsfunctionaris of aangewezen achtervang bereikbaar",
        "There is haste, and no focal point or appointed deputy can be reached",
    ),
    "asked": Text(
        "De aandachtsfunctionaris vroeg het en kan het zelf nu niet",
        "The focal point asked for it and cannot do it now",
    ),
}
"""chosen: the sources ask for a reason and give no list."""


@dataclass(frozen=True, slots=True)
class Running:
    """Access that somebody has now, and until when."""

    id: UUID
    until: datetime


def running(membership_id: UUID, now: datetime) -> Running | None:
    """Return the access in an emergency that this member has now."""
    found = Emergency.objects.filter(
        organisation_id=current(), membership_id=membership_id, since__lte=now, until__gt=now
    )
    return next((Running(one.id, one.until) for one in found.order_by("-until")[:1]), None)


def among(ids: Collection[UUID]) -> frozenset[UUID]:
    """Return which of these were access in an emergency; a delegation is none. Nothing to look up costs no query."""
    found = Emergency.objects.filter(organisation_id=current(), id__in=ids)
    return frozenset(found.values_list("id", flat=True)) if ids else frozenset()


@transaction.atomic
def take(*, membership_id: UUID, reason: str, note: str, hours: int, now: datetime) -> Running:
    """Begin it, once: whoever has it already keeps that. `note` is a reference into the vault."""
    member = Membership.objects.select_for_update().get(
        organisation_id=current(), id=membership_id, active=True
    )
    if already := running(member.id, now):
        return already
    not_taken = Text("U hebt geen noodtoegang gekregen.", "You did not get emergency access.")
    if reason not in REASONS:
        why = Text("Er is geen reden gekozen.", "No reason was chosen.")
        raise Refused(not_taken, why, Text("Kies een reden.", "Choose a reason."))
    if not 1 <= hours <= MOST_HOURS:
        why = Text(
            "Noodtoegang duurt één tot {most} uur.", "Emergency access lasts one to {most} hours."
        ).format(most=str(MOST_HOURS))
        raise Refused(not_taken, why, Text("Kies minder uren.", "Choose fewer hours."))
    made = Emergency.objects.create(
        organisation_id=current(),
        id=uuid4(),
        membership_id=member.id,
        since=now,
        until=now + timedelta(hours=hours),
    )
    event = EmergencyTaken(str(made.id), str(member.id), reason, note, made.until.isoformat())
    rights.send(Emergency, event=event, by=member.id, now=now)
    return Running(made.id, made.until)


@transaction.atomic
def end(*, membership_id: UUID, why: str, by: UUID | None, now: datetime) -> bool:
    """End what runs of this member; tell whether anything did."""
    now_running = running(membership_id, now)
    if now_running is None:
        return False
    Emergency.objects.filter(organisation_id=current(), membership_id=membership_id, until__gt=now).update(
        until=now
    )
    rights.send(Emergency, event=EmergencyEnded(str(now_running.id), why), by=by, now=now)
    return True
