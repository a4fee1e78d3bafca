"""Telling whoever received a signal what is not right any more, and hearing that they took it over (V26, AVG 19)."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction

from baken.core.decide import rights as ask
from baken.core.decide.notification import confirm
from baken.core.derive.correcting import Putting, putting_right
from baken.core.events.correction import NotificationCorrected
from baken.core.events.notification import NotificationReceived
from baken.core.vocabulary.text import Text
from baken.ledger import signals, store, vault
from baken.ledger.answering import LOCATOR, NOTIFICATION, locator_key
from baken.refer.pieces import rendered
from baken.tenancy.actors import Actor
from baken.tenancy.models import Locator, Organisation
from baken.tenancy.scope import scope

STATEMENTS: Mapping[str, Text] = {
    "corrected": Text(
        "Wij hebben dit signaal verbeterd. Gebruik wat hieronder staat in plaats van wat u eerder van ons kreeg.",
        "We corrected this signal. Use what is below instead of what you had from us before.",
    ),
    "false_report": Text(
        "Deze melding bleek niet te kloppen. Gebruik wat u van ons kreeg niet meer, en wis het, tenzij u het om een "
        "andere reden moet bewaren. Hebt u het doorgegeven? Laat het dan ook daar weten.",
        "This report turned out not to be right. Use what you had from us no more, and erase it, unless you must keep "
        "it for another reason. Did you pass it on? Then tell them as well.",
    ),
    "restricted": Text(
        "De gegevens die u van ons kreeg, mogen voorlopig alleen worden bewaard. Gebruik ze niet en geef ze niet door "
        "tot u van ons hoort.",
        "For the time being the data that you had from us may only be stored. Do not use them or pass them on until "
        "you hear from us.",
    ),
    "erased": Text(
        "Wij wissen deze gegevens. Wis ook wat u van ons kreeg, tenzij u het om een andere reden moet bewaren.",
        "We are erasing these data. Erase what you had from us as well, unless you must keep it for another reason.",
    ),
}


def standing(file: signals.SignalFile, referral: str) -> Putting | None:
    """Return where a hand-over stands since something in it turned out wrong; None: nothing did."""
    return next((one for one in putting_right(file.state) if one.referral.id == referral), None)


def pieces_now(file: signals.SignalFile, referral: str) -> dict[str, tuple[str, str]]:
    """Return the pieces that this partner had, as they read now: title and text. Only a corrected account has any."""
    found = standing(file, referral)
    if found is None or found.why != "corrected":
        return {}
    fresh = rendered(file, "nl")
    return {
        id: (fresh[id].title, "\n\n".join(fresh[id].lines)) for id in found.referral.pieces if id in fresh
    }


def content(why: str, statement: str, pieces: Mapping[str, tuple[str, str]]) -> dict[str, Any]:
    """Return exactly what the recipient reads."""
    return {
        "why": why,
        "explanation": statement.strip(),
        "pieces": [
            {
                "id": id,
                "title": title,
                "lines": [part.strip() for part in text.replace("\r\n", "\n").split("\n\n") if part.strip()],
            }
            for id, (title, text) in pieces.items()
            if text.strip()
        ],
    }


def make(
    *,
    signal: UUID,
    referral: str,
    statement: str,
    pieces: Mapping[str, tuple[str, str]],
    actor: Actor,
    now: datetime,
    command_id: UUID,
) -> None:
    """Write what this recipient must know. Within Baken it arrives in the same transaction."""
    correction = str(uuid5(command_id, "correction"))
    with transaction.atomic():
        if store.earlier(command_id):
            return
        found = standing(signals.read(signal, now=now), referral)
        told = content(found.why if found else "corrected", statement, pieces)
        signals.carry_out(
            signal,
            lambda refs: ask.MakeCorrection(correction, referral, refs["correction"]),
            words={"correction": told},
            actor=actor,
            now=now,
            command_id=command_id,
        )
        file = signals.read(signal, now=now)
        handed = file.state.referrals[referral]
        if handed.delivery == "in_baken" and handed.recipient is not None:
            partner = file.bundle_of("signal.referred", referral=referral).partners[handed.partner]
            _deliver(partner.organisation or "", UUID(handed.recipient), correction, told, now, command_id)


def _deliver(
    slug: str, notification: UUID, correction: str, told: Mapping[str, Any], now: datetime, command_id: UUID
) -> None:
    recipient = Organisation.objects.filter(slug=slug).first()
    if recipient is None:
        return
    with scope(recipient.id):
        store.hold(notification)
        stream = store.load(notification)
        if not stream.exists:  # its term ended there: nothing is left to be put right
            return
        arrived = NotificationCorrected(
            correction, str(told["why"]), vault.put(notification, "correction", told)
        )
        store.append(
            notification,
            NOTIFICATION,
            stream.number,
            [arrived],
            now=now,
            actor=None,
            bundle=stream.bundle,
            command=uuid5(command_id, "deliver"),
        )


def send(*, signal: UUID, referral: str, channel: str, actor: Actor, now: datetime, command_id: UUID) -> None:
    """Record how the letter was sent."""
    signals.carry_out(
        signal, lambda _: ask.SendCorrection(referral, channel), actor=actor, now=now, command_id=command_id
    )


def confirmed(
    *, signal: UUID, referral: str, how: str, actor: Actor | None, now: datetime, command_id: UUID
) -> None:
    """Record that the recipient took it over; with no actor it said so in Baken itself."""
    signals.carry_out(
        signal, lambda _: ask.ConfirmCorrection(referral, how), actor=actor, now=now, command_id=command_id
    )


def confirm_received(
    *, notification: UUID, correction: str, actor: Actor, now: datetime, command_id: UUID
) -> None:
    """The receiving organisation confirms: kept here, and told to the sender in the same transaction.

    Raises `NotFound` or `Refused`. Where a term ended the signal at the sender, it stays here alone.
    """
    with transaction.atomic():
        if store.earlier(command_id):
            return
        store.hold(notification)
        stream = store.load(notification)
        received = next((s.event for s in stream.events if isinstance(s.event, NotificationReceived)), None)
        if received is None:
            raise signals.NotFound("there is no such notification here")
        store.append(
            notification,
            NOTIFICATION,
            stream.number,
            confirm(stream.happened, correction),
            now=now,
            actor=actor,
            bundle=stream.bundle,
            command=command_id,
        )
        way_back = Locator.objects.filter(kind=LOCATOR, key=locator_key(received.referral)).first()
        if way_back is None or way_back.target is None:
            return
        with scope(way_back.organisation_id):
            found = standing(signals.read(way_back.target, now=now), received.referral)
            if found is None or found.correction is None or found.correction.id != correction:
                return  # something newer is on its way: that is what must be confirmed
            if found.correction.confirmed_at is None:
                confirmed(
                    signal=way_back.target,
                    referral=received.referral,
                    how="in_baken",
                    actor=None,
                    now=now,
                    command_id=uuid5(command_id, "confirmed"),
                )
