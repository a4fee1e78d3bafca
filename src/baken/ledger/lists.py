"""Lists of the organisation in scope, from the projections: as few queries for a long list as for a short."""

import base64
import binascii
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import F, Q, QuerySet

from baken.ledger.chain import microseconds, moment
from baken.ledger.models import NotificationRow, Obligation, SignalRow
from baken.tenancy.scope import current

PAGE = 25


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place in a list: the row that was shown last. It stays right when rows come in above it."""

    at: datetime
    stream: UUID

    def __str__(self) -> str:
        """As it is written in a link."""
        written = microseconds(self.at).to_bytes(8, "big", signed=True) + self.stream.bytes
        return base64.urlsafe_b64encode(written).decode()


@dataclass(frozen=True, slots=True)
class SignalPage:
    """A page of signals, newest first; `after` leads to the next one, None on the last."""

    rows: tuple[SignalRow, ...]
    after: Cursor | None


@dataclass(frozen=True, slots=True)
class NotificationPage:
    """A page of hand-overs that arrived, newest first."""

    rows: tuple[NotificationRow, ...]
    after: Cursor | None


def cursor(written: str) -> Cursor | None:
    """Read a cursor from a link; anything else is the beginning of the list."""
    try:
        raw = base64.urlsafe_b64decode(written.encode("ascii"))
        if len(raw) != 24:
            return None
        return Cursor(moment(int.from_bytes(raw[:8], "big", signed=True)), UUID(bytes=raw[8:]))
    except (ValueError, OverflowError, binascii.Error):
        return None


def signals(
    *,
    after: Cursor | None = None,
    limit: int = PAGE,
    closed: bool | None = None,
    stage: str | None = None,
    reference: str | None = None,
    since: datetime | None = None,
) -> SignalPage:
    """Return a page of signals. A filter that is None does not filter; `since` looks at the last event."""
    wanted = {"closed": closed, "stage": stage, "reference": reference, "last_at__gt": since}
    found = SignalRow.objects.filter(
        organisation_id=current(), **{name: value for name, value in wanted.items() if value is not None}
    )
    if after is not None:
        before = Q(reported_at__lt=after.at) | Q(reported_at=after.at, stream_id__lt=after.stream)
        found = found.filter(before, reported_at__lte=after.at)
    rows = tuple(found.order_by("-reported_at", "-stream_id")[: limit + 1])
    last = rows[limit - 1] if len(rows) > limit else None
    return SignalPage(rows[:limit], Cursor(last.reported_at, last.stream_id) if last else None)


def notifications(*, after: Cursor | None = None, limit: int = PAGE) -> NotificationPage:
    """Return a page of hand-overs that arrived in this organisation."""
    found = NotificationRow.objects.filter(organisation_id=current())
    if after is not None:
        before = Q(received_at__lt=after.at) | Q(received_at=after.at, stream_id__lt=after.stream)
        found = found.filter(before, received_at__lte=after.at)
    rows = tuple(found.order_by("-received_at", "-stream_id")[: limit + 1])
    last = rows[limit - 1] if len(rows) > limit else None
    return NotificationPage(rows[:limit], Cursor(last.received_at, last.stream_id) if last else None)


def owed(*, limit: int = PAGE, due_before: datetime | None = None) -> tuple[Obligation, ...]:
    """Return what is owed, what is due first on top; `due_before` keeps only what is due by then."""
    found = _owed()
    if due_before is not None:
        found = found.filter(due_at__lte=due_before)
    return tuple(found.order_by(F("due_at").asc(nulls_last=True), "since", "stream_id", "step")[:limit])


def owed_on(streams: Iterable[UUID]) -> dict[UUID, tuple[Obligation, ...]]:
    """Return what is owed on each of these signals, in one query."""
    wanted = list(streams)
    found: dict[UUID, tuple[Obligation, ...]] = dict.fromkeys(wanted, ())
    for one in _owed().filter(stream_id__in=wanted).order_by("since", "step", "partner"):
        found[one.stream_id] += (one,)
    return found


def _owed() -> QuerySet[Obligation]:
    return Obligation.objects.filter(organisation_id=current())
