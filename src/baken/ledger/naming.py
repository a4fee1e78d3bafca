"""A notification that came without a name and the one that gives the name: two snapshots, and each knows the other.

What arrived stays as it was (V26), so a name never changes it: it comes in a notification of its own.
"""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID, uuid5

from baken.core.events import Event
from baken.core.events.notification import NotificationGivesName, NotificationNamedLater
from baken.ledger import store
from baken.ledger.answering import NOTIFICATION
from baken.ledger.models import NotificationRow
from baken.tenancy.scope import current


def complete(earlier: UUID, later: UUID, *, now: datetime, command_id: UUID) -> None:
    """Tie the two together, in the organisation that received both; nothing where the first is gone by now."""
    for one in sorted((earlier, later)):
        store.hold(one)
    if not _kept([str(earlier)]):
        return
    _append(earlier, NotificationNamedLater(str(later)), now, uuid5(command_id, "named later"))
    _append(later, NotificationGivesName(str(earlier)), now, uuid5(command_id, "gives name"))


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
    return _kept(one.event.later for one in stream.events if isinstance(one.event, NotificationNamedLater))


def names(stream: store.Stream) -> UUID | None:
    """Return the notification without a name that this one completes, as long as it is kept."""
    return _kept(one.event.earlier for one in stream.events if isinstance(one.event, NotificationGivesName))


def about_the_same(notification: UUID) -> list[UUID]:
    """Return this notification, and the one that gives it a name or that it gives a name."""
    stream = store.load(notification)
    return [notification, *(one for one in (named_in(stream), names(stream)) if one)]


def _kept(found: Iterable[str]) -> UUID | None:
    one = next(iter(found), None)
    if one is None:
        return None
    rows = NotificationRow.objects.filter(organisation_id=current(), stream_id=UUID(one))
    return UUID(one) if rows.exists() else None
