"""What the pages of a hand-over show, as plain values."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.text import capfirst

from baken.core.derive.answers import held_before_partner
from baken.core.derive.careful import first_held, held_by_secrecy
from baken.core.derive.naming import CARE, to_name
from baken.core.events.correction import NotificationCorrected, NotificationCorrectionConfirmed
from baken.core.events.notification import (
    NotificationAnswered,
    NotificationReceived,
    NotificationRegisteredBySender,
)
from baken.core.policy.bundle import Bundle
from baken.core.vocabulary import care_notice, rights
from baken.core.vocabulary.text import Text
from baken.ledger import naming, store, vault
from baken.ledger.answering import NOTIFICATION
from baken.ledger.signals import NotFound, SignalFile
from baken.refer import summaries
from baken.refer.actions import recipient_of
from baken.refer.registered import COMENSHA
from baken.web.choices import Choice
from baken.web.fields import said
from baken.web.parts import Line, Link
from baken.web.templatetags.baken import civil

STRENGTH = {
    "required": Text("moet volgens het beleid", "required by the policy"),
    "suggested": Text("mag, het is een suggestie", "may be done, it is a suggestion"),
}
CLAIMED = Text("mag, als klopt wat de melder denkt", "may be done, if what the reporter thinks is right")


@dataclass(frozen=True, slots=True)
class Offer:
    """What the policy allows for one partner: choices with their names, and whether something must come first.

    `counted`: care coordination has this signal and notifies CoMensha itself, so a second notification counts twice.
    `weigh` is the page where professional secrecy is weighed, where that must come first. `to_name`: the partner has it
    without a name, and a name follows with a presumed victim and a ground.
    """

    partner: str
    name: str
    task: str
    group: str
    claimed: bool
    strength: Text | None
    because: tuple[Text, ...]
    source: str
    nameless: bool
    purposes: Sequence[tuple[str, Choice]]
    grounds: Sequence[tuple[str, Choice]]
    pieces: tuple[str, ...]
    held: Text | None
    may_override: bool
    weigh: str
    already: tuple[Link, ...]
    delivery: str
    counted: bool
    to_name: bool


GROUPS = ("required", "suggested", "other", "done")


def offers(file: SignalFile) -> dict[str, list[Offer]]:
    """Return every partner the signal can go to: what is required, what is suggested, the rest, what was done."""
    found = [offer(file, partner) for partner in file.bundle.partners if partner in file.bundle.uses]
    return {
        group: sorted((one for one in found if one.group == group), key=lambda one: one.name)
        for group in GROUPS
    }


def offer(file: SignalFile, partner: str) -> Offer:
    """Return what the policy allows for one partner. Raises `NotFound` for one that can receive nothing."""
    bundle = file.bundle
    if partner not in bundle.partners or partner not in bundle.uses:
        raise NotFound("the policy names no such partner to hand over to")
    secrecy = held_by_secrecy(file.state, content=True)
    hold = first_held(held_before_partner(file.route, partner), secrecy)
    owed = file.route.referral(partner)
    already = tuple(
        Link(reverse("refer:referral", args=[file.id, one.id]), civil(one.at))
        for one in file.state.referrals.values()
        if one.partner == partner
    )
    return Offer(
        partner=partner,
        name=said(bundle.partners[partner].name),
        task=said(bundle.partners[partner].task),
        group="done" if already or (owed and owed.done) else owed.strength if owed else "other",
        claimed=bool(owed and owed.claimed),
        strength=(CLAIMED if owed.claimed else STRENGTH[owed.strength]) if owed else None,
        because=summaries.reasons(owed.because) if owed else (),
        source=summaries.source_words(bundle, partner) if owed else "",
        nameless=bundle.nameless_suffices(partner),
        purposes=[(one.id, Choice(capfirst(said(one.name)))) for one in bundle.partner_purposes(partner)],
        grounds=[
            (one.id, Choice(capfirst(said(one.name)), one.article)) for one in bundle.partner_grounds(partner)
        ],
        pieces=tuple(bundle.partner_pieces(partner)),
        held=hold.because if hold else None,
        may_override=bool(hold and hold.may_override),
        weigh=reverse("route:secrecy", args=[file.id]) if hold is not None and hold is secrecy else "",
        already=already,
        delivery="in_baken" if recipient_of(file, partner) else "document",
        to_name=to_name(file.state, partner) is not None,
        counted=partner == COMENSHA
        and any(one.partner in CARE and one.arrived for one in file.state.referrals.values()),
    )


@dataclass(frozen=True, slots=True)
class Notification:
    """A notification as the receiving organisation sees it. `goes_on` leads to the one that gave the name."""

    id: UUID
    sender: str
    lines: tuple[Line, ...]
    asked: bool
    content: dict[str, Any]
    answers: tuple[tuple[datetime, str, str], ...]
    goes_on: Link | None = None
    corrections: tuple["Corrected", ...] = ()


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction that arrived: when, why, what it says, and whether it was confirmed."""

    id: str
    at: datetime
    why: Text
    content: dict[str, Any]
    confirmed: bool


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
            told = care_notice.told(stored.event.outcome, stored.event.person)
            answers.append((stored.occurred_at, capfirst(said(told)), note))
    return Notification(
        id=id,
        sender=received.sender_name,
        lines=(
            Line(Text("Ontvangen", "Received"), first.occurred_at),
            Line(Text("Doel", "Purpose"), bundle.purposes[received.purpose].name),
            Line(Text("Grondslag", "Legal ground"), summaries.ground_words(bundle, received.ground)),
            Line(Text("Soort", "Kind"), summaries.NAMED[received.named]),
            *_registered(stream),
            *_named(stream),
        ),
        asked=received.answer_asked,
        content=vault.get(id, received.content),
        answers=tuple(answers),
        goes_on=_goes_on(stream),
        corrections=_corrections(stream),
    )


def _registered(stream: store.Stream) -> list[Line]:
    """Return that the sender notified CoMensha itself, where it did (MON-07)."""
    on = [one.event.on for one in stream.events if isinstance(one.event, NotificationRegisteredBySender)]
    term = Text("Door de afzender zelf gemeld bij CoMensha", "CoMensha notified by the sender itself")
    return [Line(term, civil(date.fromisoformat(on[0])))] if on else []


def _named(stream: store.Stream) -> list[Line]:
    """Return which notification gave this one a name, and which ones this gives a name (CARE-01)."""
    named, names = _goes_on(stream), naming.names(stream)
    without = Text("een eerdere melding zonder naam", "an earlier notification without a name")
    found = [Line(Text("De naam staat in", "The name is in"), named)] if named else []
    if names:
        earlier = [_link(one, without) for one in names]
        found.append(
            Line(Text("Geeft de naam bij", "Gives the name for"), earlier if names[1:] else earlier[0])
        )
    return found


def _goes_on(stream: store.Stream) -> Link | None:
    named = naming.named_in(stream)
    with_it = Text("een latere melding van dezelfde afzender", "a later notification from the same sender")
    return _link(named, with_it) if named else None


def _link(notification: UUID, label: Text) -> Link:
    return Link(reverse("refer:notification", args=[notification]), label)


def _corrections(stream: store.Stream) -> tuple[Corrected, ...]:
    """Return the corrections that arrived, the newest first."""
    events = [stored.event for stored in stream.events]
    done = {event.correction for event in events if isinstance(event, NotificationCorrectionConfirmed)}
    found = [
        Corrected(
            stored.event.correction,
            stored.occurred_at,
            rights.WRONG[stored.event.why],
            vault.get(stream.id, stored.event.content),
            stored.event.correction in done,
        )
        for stored in stream.events
        if isinstance(stored.event, NotificationCorrected)
    ]
    return tuple(reversed(found))
