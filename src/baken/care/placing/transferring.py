"""Handing a client file to another region's coordinator, and hearing whether that one takes over.

Who is in Baken gets a copy in a stream of its own, as with every hand-over; for another there is a document to send.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction

from baken.care.common import clients
from baken.care.placing import pieces, queries
from baken.core.decide import placing as decide
from baken.core.derive import placing
from baken.core.events import Event
from baken.core.events.notification import NotificationReceived
from baken.core.vocabulary.moments import civil_date
from baken.ledger import answering, store, vault
from baken.ledger.answering import Said
from baken.ledger.matters import NotThere, Refs
from baken.ledger.streams import Stream
from baken.tenancy.actors import Actor
from baken.tenancy.models import Locator, Organisation
from baken.tenancy.scope import current, scope

LOCATOR = "transfer"
CONTENT, REASON, NOTE, CLOSING = "handover", "reason", "note", "closing"


@dataclass(frozen=True, slots=True)
class Transfer:
    """What the coordinator chose. `recipient` is the organisation in Baken, where the receiver has one."""

    receiver: str
    recipient: UUID | None
    purpose: str
    ground: str
    pieces: tuple[str, ...]
    explanation: str
    basis: str
    reason: Mapping[str, str]


def others() -> list[Organisation]:
    """Return the other care organisations in Baken."""
    return list(Organisation.objects.filter(kind="care").exclude(pk=current()).order_by("name"))


def contents(client: Stream, chosen: Sequence[str], explanation: str, language: str = "nl") -> dict[str, Any]:
    """Return exactly what the other coordinator will read."""
    found = pieces.rendered(client, language)
    return {
        "pieces": [piece for id_, piece in found.items() if id_ in chosen],
        "explanation": explanation.strip(),
    }


def hand_over(client: UUID, choice: Transfer, *, actor: Actor, now: datetime, command_id: UUID) -> UUID:
    """Hand the chosen minimum over and return the transfer. Sending the same form twice hands over once."""
    transfer = uuid5(command_id, "transfer")
    with transaction.atomic():
        if store.earlier(command_id):
            return transfer
        stream = clients.read(client)
        content = contents(stream, choice.pieces, choice.explanation)
        own = {
            **content,
            "receiver": choice.receiver,
            "english": contents(stream, choice.pieces, choice.explanation, "en"),
        }
        notification = store.new_stream() if choice.recipient else None
        bundle = queries.bundle_of(stream)

        def decided(stream: Stream, refs: Refs) -> Sequence[Event]:
            return decide.transfer(
                clients.state(stream),
                placing.fold(stream.happened),
                transfer=str(transfer),
                purpose=choice.purpose,
                ground=choice.ground,
                purposes=[id_ for id_, _name in queries.purposes(bundle)],
                grounds=[id_ for id_, _name in queries.grounds(bundle)],
                pieces=choice.pieces,
                delivery="in_baken" if notification else "document",
                recipient=str(notification) if notification else None,
                basis=choice.basis,
                reason=refs[REASON],
                content=refs[CONTENT],
            )

        words = {CONTENT: own, REASON: choice.reason}
        clients.carry_out(client, decided, words=words, actor=actor, now=now, command_id=command_id)
        if notification is not None and choice.recipient is not None:
            sender = Organisation.objects.get(pk=current())
            _deliver(choice, notification, sender, stream.bundle, str(transfer), content, now, command_id)
            key = answering.locator_key(str(transfer))
            Locator.objects.create(kind=LOCATOR, key=key, organisation_id=sender.id, target=client)
    return transfer


def _deliver(
    choice: Transfer,
    notification: UUID,
    sender: Organisation,
    bundle: str,
    transfer: str,
    content: Mapping[str, Any],
    now: datetime,
    command_id: UUID,
) -> None:
    assert choice.recipient is not None
    with scope(choice.recipient):
        received = NotificationReceived(
            sender=str(sender.id),
            sender_name=sender.name,
            referral=transfer,
            purpose=choice.purpose,
            ground=choice.ground,
            named="contact" in choice.pieces,
            content=vault.put(notification, CONTENT, content),
            answer_asked=True,
        )
        store.append(
            notification,
            answering.NOTIFICATION,
            0,
            [received],
            now=now,
            actor=None,
            bundle=bundle,
            command=uuid5(command_id, "deliver"),
        )


def sent(
    client: UUID, transfer: UUID, *, channel: str, on: date, actor: Actor, now: datetime, command_id: UUID
) -> None:
    """Record that the document left."""
    clients.carry_out(
        client,
        lambda stream, refs: decide.sent(
            clients.state(stream),
            placing.fold(stream.happened),
            transfer=str(transfer),
            channel=channel,
            on=on,
            today=civil_date(now),
        ),
        actor=actor,
        now=now,
        command_id=command_id,
    )


def withdraw(
    client: UUID, transfer: UUID, *, told: Mapping[str, str], actor: Actor, now: datetime, command_id: UUID
) -> None:
    """Take back a document that never left."""
    clients.carry_out(
        client,
        lambda stream, refs: decide.withdraw(
            placing.fold(stream.happened), transfer=str(transfer), reason=refs[REASON]
        ),
        words={REASON: told},
        actor=actor,
        now=now,
        command_id=command_id,
    )


def answered(
    client: UUID,
    transfer: str,
    *,
    outcome: str,
    told: Mapping[str, str],
    actor: Actor | None,
    now: datetime,
    command_id: UUID,
) -> None:
    """Record what the other coordinator said; who takes over has the person, and this file closes."""

    def decided(stream: Stream, refs: Refs) -> Sequence[Event]:
        return decide.answered(
            clients.state(stream),
            placing.fold(stream.happened),
            transfer=transfer,
            outcome=outcome,
            note=refs.get(NOTE),
            closing=refs.get(CLOSING),
        )

    words: dict[str, Mapping[str, Any]] = {NOTE: told} if told else {}
    if outcome == "taken_up":
        words[CLOSING] = {"note": ""}
    clients.carry_out(client, decided, words=words, actor=actor, now=now, command_id=command_id)


def into_the_file(client: UUID, transfer: str, said: Said, now: datetime, command_id: UUID) -> None:
    """Take over what the other coordinator answered in Baken. A file that is gone hears nothing."""
    try:
        answered(
            client,
            transfer,
            outcome=said.outcome,
            told=said.words.get("note", {}),
            actor=None,
            now=now,
            command_id=command_id,
        )
    except NotThere:
        return
