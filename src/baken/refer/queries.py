"""What the pages of a hand-over show, as plain values."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from baken.core.derive.answers import held_before_partner
from baken.core.derive.signal import Referral
from baken.core.events.notification import NotificationAnswered, NotificationReceived
from baken.core.policy.bundle import Bundle
from baken.core.vocabulary import outcomes
from baken.core.vocabulary.text import Text
from baken.ledger import store, vault
from baken.ledger.signals import NotFound, SignalFile
from baken.refer.actions import NOTIFICATION, recipient_of
from baken.web.fields import said


@dataclass(frozen=True, slots=True)
class Offer:
    """What the policy allows for one partner: choices with their names, and whether something must come first."""

    partner: str
    name: str
    strength: str
    because: tuple[Text, ...]
    source: str
    nameless: bool
    purposes: Sequence[tuple[str, str]]
    grounds: Sequence[tuple[str, str]]
    pieces: tuple[str, ...]
    held: Text | None
    may_override: bool
    done: bool
    delivery: str


def offers(file: SignalFile) -> list[Offer]:
    """Return every partner the signal can go to now: what is required first, then what is suggested, then the rest."""
    weight = {"required": 0, "suggested": 1, "": 2}
    found = [offer(file, partner) for partner in file.bundle.partners if partner in file.bundle.uses]
    return sorted(found, key=lambda one: (one.done, weight[one.strength], one.name))


def offer(file: SignalFile, partner: str) -> Offer:
    """Return what the policy allows for one partner. Raises `NotFound` for one that can receive nothing."""
    bundle = file.bundle
    if partner not in bundle.partners or partner not in bundle.uses:
        raise NotFound("the policy names no such partner to hand over to")
    hold = held_before_partner(file.route, partner)
    owed = next((r for r in file.route.referrals if r.partner == partner), None)
    return Offer(
        partner=partner,
        name=said(bundle.partners[partner].name),
        strength=owed.strength if owed else "",
        because=owed.because if owed else (),
        source=said(owed.source) if owed else "",
        nameless=bundle.nameless_suffices(partner),
        purposes=[(purpose.id, said(purpose.name)) for purpose in bundle.partner_purposes(partner)],
        grounds=[
            (ground.id, f"{said(ground.name)} ({ground.article})")
            for ground in bundle.partner_grounds(partner)
        ],
        pieces=tuple(bundle.partner_pieces(partner)),
        held=hold.because if hold else None,
        may_override=bool(hold and hold.may_override),
        done=bool(owed and owed.done),
        delivery="in_baken" if recipient_of(file, partner) else "document",
    )


@dataclass(frozen=True, slots=True)
class Notification:
    """A notification as the receiving organisation sees it."""

    id: UUID
    sender: str
    at: datetime
    purpose: str
    ground: str
    named: bool
    asked: bool
    content: dict[str, Any]
    answers: tuple[tuple[datetime, str, str], ...]


def notification(id: UUID, bundle_of: Any) -> Notification:
    """Return a received notification with its answers. Raises `NotFound`."""
    stream = store.load(id)
    if not stream.exists or stream.kind != NOTIFICATION:
        raise NotFound("there is no such notification here")
    first = stream.events[0]
    received = first.event
    assert isinstance(received, NotificationReceived)
    bundle: Bundle = bundle_of(stream.bundle)
    answers = []
    for stored in stream.events[1:]:
        if isinstance(stored.event, NotificationAnswered):
            note = vault.get(id, stored.event.note)["text"] if stored.event.note else ""
            answers.append((stored.occurred_at, said(outcomes.ANSWER[stored.event.outcome]), note))
    return Notification(
        id=id,
        sender=received.sender_name,
        at=first.occurred_at,
        purpose=said(bundle.purposes[received.purpose].name),
        ground=said(bundle.grounds[received.ground].name),
        named=received.named,
        asked=received.answer_asked,
        content=vault.get(id, received.content),
        answers=tuple(answers),
    )


def stands(referral: Referral) -> Text:
    """Return in one sentence where a hand-over stands (ROUTE-17)."""
    if not referral.arrived:
        return Text("Het document moet nog worden verzonden.", "The document still has to be sent.")
    if referral.answers and referral.told_at:
        return Text("Beantwoord, en verteld aan de melder.", "Answered, and told to the reporter.")
    if referral.answers:
        return Text("Beantwoord. Nog niet verteld aan de melder.", "Answered. Not told to the reporter yet.")
    if referral.asked_at:
        return Text("Om terugkoppeling gevraagd, nog geen antwoord.", "Asked for feedback, no answer yet.")
    return Text(
        "Overgedragen, nog niet om terugkoppeling gevraagd.", "Handed over, not asked for feedback yet."
    )
