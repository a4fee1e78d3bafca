"""Requests to recover a post's key, as they stand at a moment."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from baken.core.events import Event
from baken.core.events import keys as past

RUNS = timedelta(days=7)
"""chosen: long enough to reach two people by telephone, short enough to notice what nobody asked for."""
NEEDED = 2
"""How many holders must give."""


@dataclass(frozen=True, slots=True)
class Request:
    """Somebody asks for a post's key. `end` is how it ended, empty while it runs or has run out."""

    id: str
    post: str
    key_number: int
    by: str
    vault_number: int
    why: str
    reason: str
    at: datetime
    given: tuple[str, ...] = ()
    end: str = ""
    ended_by: str = ""
    refusal: str = ""

    @property
    def until(self) -> datetime:
        """The moment at which it runs out."""
        return self.at + RUNS

    def state(self, now: datetime) -> str:
        """Say how it stands: open, ready, expired, refused, withdrawn or completed."""
        if self.end:
            return self.end
        if now >= self.until:
            return "expired"
        return "ready" if len(self.given) >= NEEDED else "open"

    def runs(self, now: datetime) -> bool:
        """Whether something can still come of it."""
        return self.state(now) in ("open", "ready")


def fold(happened: Iterable[tuple[datetime, Event]]) -> dict[str, Request]:
    """Return the requests that these events, oldest first, tell of; other events say nothing here."""
    found: dict[str, Request] = {}
    for at, event in happened:
        match event:
            case past.RecoveryAsked():
                found[event.request] = Request(
                    id=event.request,
                    post=event.post,
                    key_number=event.key_number,
                    by=event.membership,
                    vault_number=event.vault_number,
                    why=event.why,
                    reason=event.reason,
                    at=at,
                )
            case past.RecoveryGiven() if event.request in found:
                one = found[event.request]
                found[event.request] = replace(one, given=(*one.given, event.membership))
            case past.RecoveryRefused() if event.request in found:
                found[event.request] = replace(
                    found[event.request], end="refused", ended_by=event.membership, refusal=event.reason
                )
            case past.RecoveryWithdrawn() if event.request in found:
                found[event.request] = replace(found[event.request], end="withdrawn")
            case past.RecoveryCompleted() if event.request in found:
                found[event.request] = replace(found[event.request], end="completed")
            case _:
                pass
    return found
