"""Handing over, sending, asking and answering: what a focal point does, and what a receiving organisation does."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction

from baken.core.decide import commands as ask
from baken.core.decide.refusal import Refused
from baken.core.derive.naming import CARE, all_to_name
from baken.core.events.notification import NotificationReceived, NotificationRegisteredBySender
from baken.core.vocabulary.text import Text
from baken.ledger import answering, naming, signals, store, vault
from baken.ledger.answering import LOCATOR, NOTIFICATION, locator_key
from baken.refer import registered
from baken.refer.handover import contents
from baken.refer.pieces import rendered
from baken.tenancy.actors import Actor
from baken.tenancy.models import Locator, Organisation
from baken.tenancy.scope import current, scope


@dataclass(frozen=True, slots=True)
class HandOver:
    """What the focal point chose: to whom, why, on what ground, and which pieces, possibly in own words.

    `rewritten` replaces the lines of a piece; `override_reason` says why a hold is passed, `minor_reason` why the name
    of somebody who is or may be a minor goes along; `ask` puts the question for feedback with it. `presumed_victim`:
    there is one, so that what care got without a name may get it.
    """

    partner: str
    named: bool
    ground: str
    purpose: str
    pieces: tuple[str, ...]
    rewritten: Mapping[str, str]
    explanation: str = ""
    override_reason: str = ""
    minor_reason: str = ""
    ask: bool = True
    presumed_victim: bool = False


def hand_over(*, signal: UUID, choice: HandOver, actor: Actor, now: datetime, command_id: UUID) -> str:
    """Hand the chosen minimum over and return the referral's id.

    A partner with an organisation in Baken gets a snapshot in a stream of its own, in the same transaction; for any
    other the document is ready to be sent. Sending the same form twice hands over once.
    """
    referral = str(uuid5(command_id, "referral"))
    with transaction.atomic():
        if store.earlier(command_id):
            return referral
        file = signals.read(signal, now=now)
        content = contents(rendered(file, "nl"), choice.pieces, choice.rewritten, choice.explanation)
        words = {"handover": content}
        if choice.override_reason.strip():
            words["reason"] = {"text": choice.override_reason.strip()}
        if choice.minor_reason.strip():
            words["minor"] = {"text": choice.minor_reason.strip()}
        recipient = recipient_of(file, choice.partner)
        notification = store.new_stream() if recipient else None

        def make(refs: Mapping[str, str]) -> ask.Refer:
            return ask.Refer(
                referral=referral,
                partner=choice.partner,
                named=choice.named,
                ground=choice.ground,
                purpose=choice.purpose,
                pieces=choice.pieces,
                content=refs["handover"],
                delivery="in_baken" if recipient else "document",
                recipient=str(notification) if notification else None,
                override_reason=refs.get("reason"),
                minor_reason=refs.get("minor"),
                presumed_victim=choice.presumed_victim,
            )

        signals.carry_out(signal, make, words=words, actor=actor, now=now, command_id=command_id)
        if recipient and notification:
            sender = Organisation.objects.get(pk=current())
            notice = registered.own_notice(file.state) if choice.partner in CARE else None
            _deliver(
                recipient,
                notification,
                sender,
                file.bundle.id,
                choice,
                referral,
                content,
                notice,
                now,
                command_id,
            )
            for nameless in all_to_name(file.state, choice.partner) if choice.named else ():
                if nameless.recipient is not None:
                    with scope(recipient.id):
                        naming.complete(
                            UUID(nameless.recipient), notification, now=now, command_id=command_id
                        )
            Locator.objects.create(
                kind=LOCATOR, key=locator_key(referral), organisation_id=sender.id, target=signal
            )
            if choice.ask:
                ask_partner(
                    signal=signal,
                    referral=referral,
                    actor=actor,
                    now=now,
                    command_id=uuid5(command_id, "ask"),
                )
    return referral


def recipient_of(file: signals.SignalFile, partner: str) -> Organisation | None:
    """Return the partner's own organisation in Baken, if it has one; never the sender itself."""
    slug = file.bundle.partners[partner].organisation if partner in file.bundle.partners else None
    if not slug:
        return None
    return Organisation.objects.filter(slug=slug).exclude(pk=current()).first()


def _deliver(
    recipient: Organisation,
    notification: UUID,
    sender: Organisation,
    bundle: str,
    choice: HandOver,
    referral: str,
    content: Mapping[str, Any],
    notice: NotificationRegisteredBySender | None,
    now: datetime,
    command_id: UUID,
) -> None:
    with scope(recipient.id):
        received = NotificationReceived(
            sender=str(sender.id),
            sender_name=sender.name,
            referral=referral,
            purpose=choice.purpose,
            ground=choice.ground,
            named=choice.named,
            content=vault.put(notification, "handover", content),
            answer_asked=choice.ask,
        )
        command = uuid5(command_id, "deliver")
        arrived = [received, notice] if notice else [received]
        store.append(
            notification, NOTIFICATION, 0, arrived, now=now, actor=None, bundle=bundle, command=command
        )


def record_sending(
    *, signal: UUID, referral: str, channel: str, asked: bool, actor: Actor, now: datetime, command_id: UUID
) -> None:
    """Record that the document was sent, and (when so) that it asks for feedback."""
    with transaction.atomic():
        signals.carry_out(
            signal,
            lambda _: ask.RecordSending(referral, channel),
            actor=actor,
            now=now,
            command_id=command_id,
        )
        registered.tell(signal, now=now, command_id=command_id)
        if asked:
            ask_partner(
                signal=signal, referral=referral, actor=actor, now=now, command_id=uuid5(command_id, "ask")
            )


def ask_partner(*, signal: UUID, referral: str, actor: Actor, now: datetime, command_id: UUID) -> None:
    """Record that the partner was asked for feedback."""
    signals.carry_out(signal, lambda _: ask.AskPartner(referral), actor=actor, now=now, command_id=command_id)


def record_answer(
    *,
    signal: UUID,
    referral: str,
    outcome: str,
    note: str,
    asked: Mapping[str, str] = answering.NOTHING,
    actor: Actor | None,
    now: datetime,
    command_id: UUID,
) -> None:
    """Record what the partner answered outside Baken."""
    said = answering.Said(outcome, note, asked=asked)
    answering.into_the_signal(signal, referral, said, now, command_id, actor)


def answer_notification(
    *, notification: UUID, outcome: str, note: str, actor: Actor, now: datetime, command_id: UUID
) -> bool:
    """Answer the sender of a notification, and return whether the sender could still get it.

    Raises `Refused` where the name came since: about the same people nobody is answered in two places.
    """
    if naming.goes_on_in(notification) != notification:
        raise Refused(
            Text("Uw antwoord is niet verzonden.", "Your answer was not sent."),
            Text(
                "De afzender gaf de naam in een nieuwe melding. Deze gaat daarin verder.",
                "The sender gave the name in a new notification. This one goes on in that.",
            ),
            Text("Antwoord in de melding met de naam.", "Answer in the notification with the name."),
        )
    said = answering.Said(outcome, note)
    return answering.answer(notification=notification, said=said, actor=actor, now=now, command_id=command_id)
