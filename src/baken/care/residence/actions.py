"""Noting what is known of a client's stay, and what was done about a term. Each is done once."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID, uuid5

from django.db import transaction

from baken.care.common import clients, room
from baken.care.residence import reading
from baken.care.residence.reading import Stay
from baken.core.decide import residence as decide
from baken.core.decide.client import must_be_open
from baken.core.decide.stay_facts import must_fit
from baken.core.derive.care_facts import is_worn
from baken.core.derive.residence import Key, fold
from baken.core.derive.stay_facts import adds_only, as_data
from baken.core.derive.stay_terms import tells_birthday
from baken.core.events import Event
from baken.core.events.residence import DeadlineMoved, DeadlineSet
from baken.core.vocabulary.care import CareFacts
from baken.ledger import store
from baken.ledger.matters import Refs
from baken.ledger.streams import Stream
from baken.mail import owed
from baken.tenancy.actors import Actor

MUST_KNOW = ("care_coordinator",)
WORDS = "words"
Answered = Callable[[CareFacts], CareFacts]


def note(
    client: UUID,
    answered: Answered,
    *,
    because: str,
    told: Mapping[str, str],
    actor: Actor,
    now: datetime,
    command_id: UUID,
) -> None:
    """Note what is known now; `answered` makes it of what was known. Raises `Refused`; then nothing was written."""
    with transaction.atomic():
        store.hold(client)
        if store.earlier(command_id):
            return
        stay = reading.of(clients.read(client), now)
        own = _no_newer(answered(stay.own), stay)
        must_be_open(stay.client)
        earlier = [one.facts for one in stay.notes]
        whole, why = stay.along(own), told.get(WORDS, "")
        must_fit(own, earlier, because=because, words=why, today=stay.today, whole=whole)

        due = stay.terms(whole)

        def decided(stream: Stream, refs: Refs) -> Sequence[Event]:
            noted = decide.note(
                stay.state,
                facts=refs["facts"],
                because=because,
                due=due,
                now=now,
                adds=adds_only(stay.own, own),
            )
            return _told(noted, now=now)

        facts = {"facts": {**as_data(own), **told}}
        clients.carry_out(client, decided, words=facts, actor=actor, now=now, command_id=command_id)


def refresh(client: UUID, now: datetime, *, unasked: bool = False) -> int:
    """Take over, without anybody, what the rules make of the terms today; return how many files changed.

    `unasked`: nothing was recorded that this follows from, so that the moment itself would tell a birthday. What
    follows from an age then waits until the month is over; the file itself says meanwhile that the list is behind.
    """
    if not room.is_on(now):
        return 0
    with transaction.atomic():
        store.hold(client)
        stay = reading.of(clients.read(client), now)
        if not stay.client.open or not stay.stale or (unasked and tells_birthday(stay.facts, stay.today)):
            return 0
        if any(_is_near(one, stay.today) for one in stay.stale):
            owed.tell(MUST_KNOW, now=now)
        update(client, actor=None, now=now, command_id=uuid5(client, f"terms {stay.stream.number}"))
    return 1


def update(client: UUID, *, actor: Actor | None, now: datetime, command_id: UUID) -> None:
    """Take over what the rules make of the terms today."""

    def decided(stream: Stream, refs: Refs) -> Sequence[Event]:
        stay = reading.of(stream, now)
        must_be_open(stay.client)
        return _told(decide.update(stay.state, due=stay.terms(stay.facts), now=now), now=now)

    clients.carry_out(client, decided, actor=actor, now=now, command_id=command_id)


def handle(
    client: UUID,
    key: Key,
    *,
    how: str,
    told: Mapping[str, str],
    actor: Actor,
    now: datetime,
    command_id: UUID,
) -> None:
    """Say what was done about a term; one that was missed can be handled in a closed file too."""
    clients.carry_out(
        client,
        lambda stream, refs: decide.handle(fold(stream.happened), key=key, how=how, note=refs[WORDS]),
        words={WORDS: told},
        actor=actor,
        now=now,
        command_id=command_id,
    )


def seen(client: UUID, *, actor: Actor, now: datetime, command_id: UUID) -> None:
    """Say that the changed terms were read."""
    clients.carry_out(
        client,
        lambda stream, refs: decide.seen(fold(stream.happened)),
        actor=actor,
        now=now,
        command_id=command_id,
    )


def advise(client: UUID, *, told: Mapping[str, str], actor: Actor, now: datetime, command_id: UUID) -> None:
    """Give advice on a case that was brought in; the coordinator is told that there is something to see."""

    def decided(stream: Stream, refs: Refs) -> Sequence[Event]:
        must_be_open(clients.state(stream))
        owed.tell(MUST_KNOW, now=now)
        return decide.advise(refs[WORDS])

    clients.carry_out(
        client,
        decided,
        words={WORDS: told},
        actor=actor,
        now=now,
        command_id=command_id,
    )


def _no_newer(own: CareFacts, stay: Stay) -> CareFacts:
    """An age that the rest of the file told already is no newer by being copied on these pages."""
    known = stay.facts
    copied = own.age_noted == stay.today and own.age == known.age and not is_worn(known, stay.today)
    return replace(own, age_noted=known.age_noted) if copied else own


def _is_near(one: Event, today: date) -> bool:
    """Whether this is a term that nobody saw yet and that presses already: no mail of later days will say so."""
    return isinstance(one, DeadlineSet) and date.fromisoformat(one.warn_on) <= today


def _told(events: Sequence[Event], *, now: datetime) -> Sequence[Event]:
    """Owe the coordinators a neutral mail where a term that was shown has changed."""
    if any(isinstance(one, DeadlineMoved) for one in events):
        owed.tell(MUST_KNOW, now=now)
    return events
