"""Short ways for the ledger's tests to let something happen."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from baken.core.events import Event
from baken.core.events.organisation import PolicyAdopted
from baken.ledger import store

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
KIND = "organisation"


def adopted(word: str = "besluit 12") -> PolicyAdopted:
    """The plainest event there is: it needs no policy to be projected."""
    return PolicyAdopted(
        bundle="sha256:0",
        policy_id="example",
        from_date="2026-01-01",
        decision=word,
        decided_on=None,
        proposal=None,
    )


def add(stream: UUID, expected: int, events: Sequence[Event] | None = None, **words: Any) -> store.Appended:
    """Append one plain event, or the events given, in the organisation in scope."""
    given = {"now": NOW + timedelta(minutes=expected), "actor": None, "bundle": "", "command": uuid4()}
    return store.append(stream, KIND, expected, events or [adopted()], **{**given, **words})
