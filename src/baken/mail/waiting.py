"""The addresses of reporters who want to hear that there is an answer: kept apart, used once, then erased.

A mail can go twice where the machine stops between sending and erasing; it is never forgotten.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q

from baken.ledger import boxes, datakeys
from baken.mail.models import Waiting
from baken.mail.trying import REPORTER, again_at, give_up
from baken.tenancy.scope import current

LONGEST = timedelta(days=365)  # as who reported is known no longer than a year


@dataclass(frozen=True, slots=True)
class Waits:
    """A reporter who waits: on which signal and since when. The address is asked for when it is needed."""

    signal: UUID
    since: datetime
    refused: int = 0


def keep(signal: UUID, address: str, *, now: datetime) -> None:
    """Keep an address for one mail; a newer address takes the place of the former."""
    organisation = current()
    key = datakeys.fetch(organisation, signal)
    box = boxes.close(key, boxes.pad(address.encode()), _place(organisation, signal))
    Waiting.objects.update_or_create(  # who sends the form twice at once is answered twice
        organisation_id=organisation,
        stream_id=signal,
        defaults={"box": box, "made_at": now, "refused": 0, "not_before": None},
    )


def erase(signal: UUID) -> bool:
    """Erase the address that was kept for a signal, and tell whether there was one."""
    return bool(Waiting.objects.filter(organisation_id=current(), stream_id=signal).delete()[0])


def sent(one: Waits) -> None:
    """Erase the address that a mail went to; one that was given meanwhile waits for the next answer."""
    Waiting.objects.filter(organisation_id=current(), stream_id=one.signal, made_at=one.since).delete()


def refused(one: Waits, *, now: datetime) -> None:
    """Let a mail that was refused rest; of one that was refused too often the address is erased, and that is noted."""
    often = one.refused + 1
    again = again_at(often, now)
    if again is None:
        sent(one)
        give_up(REPORTER, None, now=now)
        return
    mine = Waiting.objects.filter(organisation_id=current(), stream_id=one.signal, made_at=one.since)
    mine.update(refused=often, not_before=again)


def kept(signal: UUID) -> bool:
    """Whether somebody waits for a mail about this signal."""
    return Waiting.objects.filter(organisation_id=current(), stream_id=signal).exists()


def everybody(now: datetime) -> Iterator[Waits]:
    """Who waits, in the organisation in scope, but for those whose mail was refused and rests."""
    due = Q(not_before__isnull=True) | Q(not_before__lte=now)
    rows = Waiting.objects.filter(due, organisation_id=current())
    for one in rows.only("stream_id", "made_at", "refused"):
        yield Waits(one.stream_id, one.made_at, one.refused)


def address(one: Waits) -> str | None:
    """Return the address, or nothing where it is another by now, was erased, or the signal's key is gone."""
    organisation, signal = current(), one.signal
    mine = Waiting.objects.filter(organisation_id=organisation, stream_id=signal, made_at=one.since)
    found = mine.first()
    if found is None:
        return None
    try:
        key = datakeys.fetch(organisation, signal)
    except datakeys.KeyGone:
        return None
    return boxes.unpad(boxes.open_(key, bytes(found.box), _place(organisation, signal))).decode()


def forget_old(*, now: datetime) -> int:
    """Erase addresses that waited too long; return how many."""
    old = Waiting.objects.filter(organisation_id=current(), made_at__lt=now - LONGEST)
    return old.delete()[0]


def _place(organisation: UUID, signal: UUID) -> bytes:
    return f"mail|{organisation}|{signal}".encode()
