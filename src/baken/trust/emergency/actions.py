"""Taking access in an emergency, and ending it. The words about why lie in the vault; the event holds a closed word."""

from datetime import datetime

from django.db import transaction

from baken.ledger import people, vault
from baken.mail import owed
from baken.tenancy import emergencies
from baken.tenancy.actors import Actor
from baken.tenancy.emergencies import Running

SUPERVISION = ("data_protection_officer",)


@transaction.atomic
def take(*, reason: str, note: str, hours: int, actor: Actor, now: datetime) -> Running:
    """Begin it for some hours. Whoever has it already keeps what they have, so that sending twice is once."""
    already = emergencies.running(actor.membership_id, now)
    if already is not None:
        return already
    owed.tell(SUPERVISION, now=now)
    ref = vault.put(people.stream_id(), "emergency", {"text": note})
    return emergencies.take(membership_id=actor.membership_id, reason=reason, note=ref, hours=hours, now=now)


def end(*, actor: Actor, now: datetime) -> bool:
    """End one's own access before its time; tell whether there was any."""
    return emergencies.end(
        membership_id=actor.membership_id, why="by_themselves", by=actor.membership_id, now=now
    )
