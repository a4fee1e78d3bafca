"""Facts in the past tense, one module per stream kind, versioned, with upcasters."""

from baken.core.events import notification, organisation, signal
from baken.core.events.base import EVENTS, Event, UnreadableEvent, read

__all__ = ["EVENTS", "Event", "UnreadableEvent", "notification", "organisation", "read", "signal"]
