"""Facts in the past tense, one module per stream kind, versioned, with upcasters."""

from baken.core.events import keys, notification, organisation, people, signal
from baken.core.events.base import EVENTS, Event, UnreadableEvent, read

__all__ = [
    "EVENTS",
    "Event",
    "UnreadableEvent",
    "keys",
    "notification",
    "organisation",
    "people",
    "read",
    "signal",
]
