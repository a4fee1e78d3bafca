"""Facts in the past tense, one module per stream kind, versioned, with upcasters."""

from baken.core.events import (
    client,
    correction,
    destruction,
    files,
    incident,
    keys,
    notification,
    organisation,
    people,
    request,
    retention,
    rights,
    signal,
)
from baken.core.events.base import EVENTS, Event, UnreadableEvent, read

__all__ = [
    "EVENTS",
    "Event",
    "UnreadableEvent",
    "client",
    "correction",
    "destruction",
    "files",
    "incident",
    "keys",
    "notification",
    "organisation",
    "people",
    "read",
    "request",
    "retention",
    "rights",
    "signal",
]
