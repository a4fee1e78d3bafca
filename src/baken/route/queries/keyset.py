"""Turning pages by the key of the last row: as quick at the end of a long list as at its start."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.db.models import Q

from baken.ledger.models import SignalRow

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Key:
    """Where a page ends: the moment and identifier of its last row."""

    at: datetime
    stream: UUID

    def __str__(self) -> str:
        return f"{(self.at - EPOCH) // timedelta(microseconds=1)}-{self.stream}"

    @property
    def older(self) -> Q:
        """What comes after it in a list with the newest first."""
        return Q(reported_at__lt=self.at) | Q(reported_at=self.at, stream_id__lt=self.stream)

    @property
    def newer(self) -> Q:
        """What comes before it in a list with the newest first."""
        return Q(reported_at__gt=self.at) | Q(reported_at=self.at, stream_id__gt=self.stream)


def key_of(row: SignalRow) -> Key:
    """Return the key of a row."""
    return Key(row.reported_at, row.stream_id)


def read(text: str) -> Key | None:
    """Read a key from an address; anything else is the first page."""
    micro, _, stream = text.partition("-")
    try:
        at = EPOCH + timedelta(microseconds=int(micro))
        return Key(at, UUID(stream))
    except (ValueError, OverflowError):
        return None
