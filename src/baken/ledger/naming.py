"""A notification that came without a name and the one that gives the name: two snapshots, and each knows the other.

What arrived stays as it was (V26), so a name never changes it: it comes in a notification of its own, in which the
first goes on. So the people of both are the same people, and are answered for in one place.
"""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID, uuid5

from baken.core.events import Event
from baken.core.events.notification import NotificationGivesName, NotificationNamedLater
from baken.ledger import matters, store
from baken.ledger.answering import NOTIFICATION
from baken.ledger.models import NotificationRow
from baken.tenancy.scope import current


def complete(earlier: UUID, later: UUID, *, now: datetime, command_id: UUID) -> None:
    """Tie the two together, in the organisation that received both; nothing where the first is gone by now."""
    for one in sorted((earlier, later)):
        store.hold(one)
    if not _kept([str(earlier)]):
        return
    _append(earlier, NotificationNamedLater(str(later)), now, uuid5(command_id, f"named later {earlier}"))
    _append(later, NotificationGivesName(str(earlier)), now, uuid5(command_id, f"gives name {earlier}"))


def _append(notification: UUID, event: Event, now: datetime, command: UUID) -> None:
    stream = store.load(notification)
    store.append(
        notification,
        NOTIFICATION,
        stream.number,
        [event],
        now=now,
        actor=None,
        bundle=stream.bundle,
        command=command,
    )


def named_in(stream: store.Stream) -> UUID | None:
    """Return the notification that gave this one its name, as long as it is kept."""
    found = _kept(one.event.later for one in stream.events if isinstance(one.event, NotificationNamedLater))
    return next(iter(found), None)


def names(stream: store.Stream) -> list[UUID]:
    """Return the notifications without a name that this one completes, as long as they are kept."""
    return _kept(one.event.earlier for one in stream.events if isinstance(one.event, NotificationGivesName))


def goes_on_in(notification: UUID) -> UUID:
    """Return where the sender is answered: in the notification that gave the name, otherwise in this one."""
    return named_in(store.load(notification)) or notification


def all_named(notifications: Iterable[UUID]) -> set[UUID]:
    """Return which of these go on in a notification with the name, with two queries however many there are."""
    later = {
        id_: [one.event.later for one in stream.events if isinstance(one.event, NotificationNamedLater)]
        for id_, stream in matters.streams(notifications).items()
    }
    kept = set(_kept(one for found in later.values() for one in found))
    return {id_ for id_, found in later.items() if any(UUID(one) in kept for one in found)}


def about_the_same(notification: UUID) -> list[UUID]:
    """Return the notification in which this one goes on, and all that it gives a name: they tell of the same people."""
    last = goes_on_in(notification)
    return [last, *names(store.load(last))]


def _kept(found: Iterable[str]) -> list[UUID]:
    """Return which of these notifications are still here, in their order."""
    wanted = [UUID(one) for one in found]
    if not wanted:
        return []
    rows = NotificationRow.objects.filter(organisation_id=current(), stream_id__in=wanted)
    there = set(rows.values_list("stream_id", flat=True))
    return [one for one in wanted if one in there]
