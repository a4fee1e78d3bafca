"""Drawing up, approving and withdrawing a destruction list; holding off destruction."""

from collections import Counter
from collections.abc import Collection, Mapping
from datetime import date, datetime
from uuid import UUID, uuid4, uuid5

from django.db import transaction

from baken.core.decide import destruction as deciding
from baken.core.decide.retention import EndHold, HoldOff
from baken.core.derive.destruction import DestructionList, fold, item_of, no_longer
from baken.core.events import Event
from baken.core.vocabulary.moments import civil_date
from baken.ledger import keeping, matters, store
from baken.ledger.models import ReferralRow
from baken.ledger.streams import Stream
from baken.tenancy.actors import Actor
from baken.tenancy.models import Membership
from baken.tenancy.scope import current

KIND = "destruction"
ARCHIVIST = "archivist"


def draw_up(*, actor: Actor, now: datetime, command_id: UUID) -> UUID:
    """Put everything whose term has ended on a list. Raises `Refused`."""
    with transaction.atomic():
        store.hold(uuid5(current(), KIND))  # one list at a time
        due = [one for one in keeping.every(now) if one.plan.due]
        items = {str(one.stream): item_of(one.kept, one.plan) for one in due}
        return matters.begin(
            KIND,
            lambda refs: deciding.draw_up(
                (state_of(one) for one in matters.every(KIND)), month_of(now), items
            ),
            words={},
            actor=actor,
            now=now,
            command_id=command_id,
        )


def approve(list_id: UUID, *, actor: Actor, now: datetime, command_id: UUID) -> None:
    """Approve a list; what may not go any more is dropped from it, and named. Raises `NotThere` or `Refused`."""

    def decide(stream: Stream, refs: Mapping[str, str]) -> tuple[Event, ...]:
        found = state_of(stream)
        dropped = no_longer_on(found, now)
        return deciding.approve(
            found,
            by=str(actor.membership_id),
            others=others_can(actor.membership_id),
            dropped=dropped,
            partners=partners_of([UUID(one) for one in found.items if one not in dropped]),
        )

    matters.carry_out(KIND, list_id, decide, actor=actor, now=now, command_id=command_id)


def withdraw(list_id: UUID, *, actor: Actor, now: datetime, command_id: UUID) -> None:
    """Put a list away before it is approved. Raises `NotThere` or `Refused`."""
    matters.carry_out(
        KIND,
        list_id,
        lambda stream, refs: deciding.withdraw(state_of(stream)),
        actor=actor,
        now=now,
        command_id=command_id,
    )


def must_be_approvable(found: DestructionList, actor: Actor) -> None:
    """Raise `Refused` where this person cannot approve this list, so that nobody is asked in vain."""
    deciding.must_be_approvable(found, by=str(actor.membership_id), others=others_can(actor.membership_id))


def must_be_drawn_up(found: DestructionList) -> None:
    """Raise `Refused` where nothing can be decided about this list any more."""
    deciding.withdraw(found)


def hold_off(held: UUID, *, until: date, reason: str, actor: Actor, now: datetime, command_id: UUID) -> None:
    """Let the destruction of a signal or a client file wait until the end of a day. Raises `NotFound` or `Refused`."""
    command = HoldOff(str(uuid4()), until, civil_date(now), "")
    keeping.carry_out(held, command, reason=reason, actor=actor, now=now, command_id=command_id)


def end_hold(held: UUID, hold: UUID, *, reason: str, actor: Actor, now: datetime, command_id: UUID) -> None:
    """End a hold before its day. Raises `NotFound` or `Refused`."""
    command = EndHold(str(hold), civil_date(now), "")
    keeping.carry_out(held, command, reason=reason, actor=actor, now=now, command_id=command_id)


def state_of(stream: Stream) -> DestructionList:
    """Return a list from its stream."""
    return fold((one.event, one.occurred_at, str(one.actor) if one.actor else None) for one in stream.events)


def no_longer_on(found: DestructionList, now: datetime) -> dict[str, str]:
    """Return what stands on a list and may not go any more, with a word of a closed list. Asks the events."""
    there = keeping.from_events([UUID(one) for one in found.going], now)
    words = {}
    for stream, item in found.going.items():
        one = there.get(UUID(stream))
        words[stream] = no_longer(item, one.kept if one else None, one.plan if one else None)
    return {stream: word for stream, word in words.items() if word}


def partners_of(streams: Collection[UUID]) -> dict[str, int]:
    """Return to whom these signals were handed over, and how often: those copies are the recipients' own."""
    rows = ReferralRow.objects.filter(organisation_id=current(), stream_id__in=streams)
    return dict(Counter(rows.values_list("partner", flat=True)))


def others_can(membership: UUID) -> bool:
    """Whether somebody else here may approve a list."""
    members = Membership.objects.filter(organisation_id=current(), active=True, roles__contains=[ARCHIVIST])
    return members.exclude(id=membership).exists()


def month_of(now: datetime) -> str:
    """Return the month of a list, like 2026-11."""
    return civil_date(now).strftime("%Y-%m")
