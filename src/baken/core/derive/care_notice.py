"""What CoMensha and the municipality that notified know of a client, and what they should."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from baken.core.derive.client import ClientState
from baken.core.events import Event
from baken.core.events import care_notice as past
from baken.core.vocabulary.care_notice import COUNTS


@dataclass(frozen=True, slots=True)
class Prepared:
    """A notification that somebody checked and that was not sent yet."""

    at: datetime
    kind: str
    ground: str
    fields: str
    compared: tuple[str, ...]
    same_as: str | None
    double: str


@dataclass(frozen=True, slots=True)
class Notified:
    """A notification that was sent."""

    at: datetime
    kind: str
    on: date
    channel: str
    reference: str | None


@dataclass(frozen=True, slots=True)
class Told:
    """What a municipality sees of this client."""

    at: datetime
    notification: str
    person: int
    standing: str
    check_on: date | None


@dataclass(frozen=True, slots=True)
class NoticeState:
    """What the events say."""

    prepared: Prepared | None = None
    notified: tuple[Notified, ...] = ()
    told: tuple[Told, ...] = ()

    @property
    def registered(self) -> Notified | None:
        """The one notification that counts this person."""
        return next((one for one in self.notified if one.kind in COUNTS), None)

    @property
    def shelter_asked(self) -> bool:
        """Whether CoMensha was asked for shelter."""
        return any(one.kind in ("shelter", "supplement") for one in self.notified)

    def seen_by(self, notification: str) -> Told | None:
        """Return what the sender of a notification sees now."""
        return self.last_seen([notification])

    def last_seen(self, notifications: Collection[str]) -> Told | None:
        """Return what was told last in one of these, which are about the same people."""
        found = [one for one in self.told if one.notification in notifications]
        return found[-1] if found else None


def fold(events: Iterable[tuple[Event, datetime]]) -> NoticeState:
    """Return what these events, oldest first, say; others of the same file are passed over."""
    state = NoticeState()
    for event, at in events:
        match event:
            case past.ComenshaPrepared():
                made = Prepared(
                    at,
                    event.kind,
                    event.ground,
                    event.fields,
                    event.compared,
                    event.same_as,
                    event.double,
                )
                state = replace(state, prepared=made)
            case past.ComenshaNotified():
                on = date.fromisoformat(event.on)
                sent = Notified(at, event.kind, on, event.channel, event.reference)
                state = replace(state, prepared=None, notified=(*state.notified, sent))
            case past.SenderTold():
                check = date.fromisoformat(event.check_on) if event.check_on else None
                told = Told(at, event.notification, event.person, event.standing, check)
                state = replace(state, told=(*state.told, told))
            case _:
                pass
    return state


def standing(client: ClientState) -> str:
    """Return how far it is with a client, in the one word that the municipality sees."""
    if not client.open:
        return "finished"
    helped = any(need.by for need in client.needs.values())
    return "taken_up" if client.contact is not None or helped or client.checks else "registered"
