"""Facts in the past tense, one module per stream kind, versioned, with upcasters."""

from baken.core.events import (
    care_notice,
    client,
    correction,
    destruction,
    files,
    incident,
    keys,
    notification,
    organisation,
    people,
    placing,
    request,
    residence,
    retention,
    rights,
    signal,
)
from baken.core.events.base import EVENTS, Event, UnreadableEvent, read

__all__ = [
    "EVENTS",
    "Event",
    "UnreadableEvent",
    "care_notice",
    "client",
    "correction",
    "destruction",
    "files",
    "incident",
    "keys",
    "notification",
    "organisation",
    "people",
    "placing",
    "read",
    "request",
    "residence",
    "retention",
    "rights",
    "signal",
]
