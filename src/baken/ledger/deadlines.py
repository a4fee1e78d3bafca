"""The terms of all client files in one list: what waits, what was missed, what changed and was not read yet."""

from collections.abc import Iterator, Mapping
from datetime import date
from uuid import UUID

from django.db.models import Min, Q

from baken.core.derive.residence import fold
from baken.ledger.models_deadlines import DeadlineRow
from baken.ledger.streams import Stream
from baken.tenancy.scope import current

CLIENT = "client"


def project(organisation: UUID, stream: Stream, reference: str) -> None:
    """Write the rows of one client file; the former ones were taken away."""
    rows = list(_rows(organisation, stream, reference))
    for number, row in enumerate(rows):
        row.number = number
    DeadlineRow.objects.bulk_create(rows)


def open_ones() -> list[DeadlineRow]:
    """Return every term that waits, the first to end on top, so that what was missed stands highest."""
    found = DeadlineRow.objects.filter(organisation_id=current(), changed=False)
    return list(found.order_by("on", "reference", "deadline"))


def missed(today: date) -> list[DeadlineRow]:
    """Return every term whose last day is over and that nobody handled, the longest ago on top."""
    found = DeadlineRow.objects.filter(organisation_id=current(), changed=False, on__lt=today)
    return list(found.order_by("on", "reference", "deadline"))


def pressing(today: date) -> list[DeadlineRow]:
    """Return, with one query, every term that is missed or near and every change that was not read, in that order."""
    presses = Q(changed=True) | Q(on__lt=today) | Q(warn_on__lte=today)
    found = DeadlineRow.objects.filter(presses, organisation_id=current())
    return list(found.order_by("changed", "on", "reference", "deadline"))


def changed() -> list[DeadlineRow]:
    """Return every change of a term that the coordinator did not say to have read, the oldest on top."""
    found = DeadlineRow.objects.filter(organisation_id=current(), changed=True)
    return list(found.order_by("since", "reference", "number"))


def first_of_each() -> Mapping[UUID, date]:
    """Return of every file with a term that waits the first day on which one ends."""
    found = DeadlineRow.objects.filter(organisation_id=current(), changed=False)
    return {row["stream_id"]: row["first"] for row in found.values("stream_id").annotate(first=Min("on"))}


def _rows(organisation: UUID, stream: Stream, reference: str) -> Iterator[DeadlineRow]:
    state = fold(stream.happened)
    whose = {"organisation_id": organisation, "stream_id": stream.id, "reference": reference}
    for one in state.open:
        yield DeadlineRow(
            **whose,
            deadline=one.id,
            on=one.on,
            warn_on=one.warn_on,
            since=one.since,
            bundle=stream.bundle,
        )
    for change in state.unseen:
        yield DeadlineRow(
            **whose,
            deadline=change.id,
            on=change.was,
            since=change.at,
            changed=True,
            became=change.on,
            because=change.because,
            bundle=stream.bundle,
        )
