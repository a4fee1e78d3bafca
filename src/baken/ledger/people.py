"""Who was given which right, as the ledger knows it: a stream of its own in each organisation.

It does not stand in the organisation's own stream, which is read at every report and pinned by every change of policy.
"""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4, uuid5

from baken.core.derive.adoptions import Told
from baken.core.derive.people import Rights, fold
from baken.core.events import Event
from baken.ledger import store
from baken.tenancy.actors import actor_for
from baken.tenancy.happenings import rights as given
from baken.tenancy.models import Membership
from baken.tenancy.scope import current

KIND = "people"


def stream_id() -> UUID:
    """Return the stream of the organisation in scope."""
    return uuid5(current(), KIND)


def listen() -> None:
    """Record every change of rights from now on."""
    given.connect(record, dispatch_uid="baken.ledger.people")


def record(sender: object, *, event: Event, by: UUID | None, now: datetime, **_: Any) -> None:
    """Record a change of rights, in the transaction that makes it. `by` is empty at the command line."""
    maker = None if by is None else Membership.objects.get(organisation_id=current(), id=by)
    store.hold(stream_id())
    store.append(
        stream_id(),
        KIND,
        store.load(stream_id()).number,
        [event],
        now=now,
        actor=None if maker is None else actor_for(maker, now=now),
        bundle="",
        command=uuid4(),
    )


def rights() -> Rights:
    """Return the rights in the organisation in scope, through time."""
    return fold(
        Told(one.event, one.occurred_at, str(one.actor) if one.actor else None)
        for one in store.load(stream_id()).events
    )
