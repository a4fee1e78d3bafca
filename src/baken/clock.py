"""The one place that reads the clock: views ask here, everything below them is told."""

from datetime import UTC, datetime


def now() -> datetime:
    """Return the present moment, in UTC."""
    return datetime.now(UTC)
