"""Answering a hand-over that arrived: kept here, and copied into what the sender sent, in one transaction.

What was sent differs: a signal of a municipality, a client file of another coordinator. Whoever sends something says
in `WAYS` how an answer gets back into it.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType
from uuid import UUID, uuid5

from django.db import transaction

from baken.core.decide import commands as ask
from baken.core.decide import notification as decide
from baken.core.events.notification import NotificationReceived
from baken.ledger import signals, store, vault
from baken.tenancy.actors import Actor
from baken.tenancy.models import Locator
from baken.tenancy.scope import scope

NOTHING: Mapping[str, str] = MappingProxyType({})
NOTIFICATION = "notification"
LOCATOR = "referral"


@dataclass(frozen=True, slots=True)
class Said:
    """An answer: a word from the closed list, perhaps with words.

    `person` and `check_on` come from a care organisation: with whom of the people it is how far, and when it looks
    again. `asked` is what was answered beside the words, kept with them.
    """

    outcome: str
    note: str = ""
    person: int | None = None
    check_on: date | None = None
    asked: Mapping[str, str] = field(default_factory=lambda: NOTHING)

    @property
    def words(self) -> dict[str, dict[str, str]]:
        """What goes to the vault."""
        return {"note": {"text": self.note.strip(), **self.asked}} if self.note.strip() else {}

    @property
    def day(self) -> str | None:
        """The day of the next check, as events hold it."""
        return self.check_on.isoformat() if self.check_on else None


Carry = Callable[[UUID, str, Said, datetime, UUID], None]
"""Write an answer into a stream of the sender, in the sender's scope: stream, hand-over, answer, now, command."""


def into_the_signal(
    signal: UUID, referral: str, said: Said, now: datetime, command_id: UUID, actor: Actor | None = None
) -> None:
    """Record what the partner answered: with no actor it comes from its own organisation in Baken."""
    signals.carry_out(
        signal,
        lambda refs: ask.RecordAnswer(referral, said.outcome, refs.get("note"), said.person, said.day),
        words=said.words,
        actor=actor,
        now=now,
        command_id=command_id,
    )


WAYS: dict[str, Carry] = {LOCATOR: into_the_signal}
"""How an answer gets back, by the kind of the locator that was left when something was sent."""


def answer(*, notification: UUID, said: Said, actor: Actor, now: datetime, command_id: UUID) -> bool:
    """Answer the sender of a notification. Return whether the sender could still get it.

    A term may have ended the signal or file there, and the answer then stays here alone.
    """
    with transaction.atomic():
        if store.earlier(command_id):
            return True
        store.hold(notification)
        stream = store.load(notification)
        received = next((s.event for s in stream.events if isinstance(s.event, NotificationReceived)), None)
        if received is None:
            raise signals.NotFound("there is no such notification here")
        words = said.words
        kept = vault.put(notification, "note", words["note"]) if words else None
        store.append(
            notification,
            NOTIFICATION,
            stream.number,
            decide.answer(said.outcome, kept, person=said.person, check_on=said.day),
            now=now,
            actor=actor,
            bundle=stream.bundle,
            command=command_id,
        )
        key = locator_key(received.referral)
        back = Locator.objects.filter(kind__in=WAYS, key=key).first()
        if back is None or back.target is None:
            return False
        with scope(back.organisation_id):
            WAYS[back.kind](back.target, received.referral, said, now, uuid5(command_id, "answer"))
    return True


def locator_key(referral: str) -> bytes:
    """Return under what a hand-over finds its way back to what was sent."""
    return hashlib.sha256(f"referral|{referral}".encode()).digest()
