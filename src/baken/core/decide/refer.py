"""Handing over to a partner, sending, asking and answering."""

from collections.abc import Collection, Mapping

from baken.core.decide import commands as ask
from baken.core.decide.ground import must_say_why_a_minor
from baken.core.decide.refusal import Refused
from baken.core.decide.rules import (
    must_be_one_of,
    must_be_open,
    must_be_received,
    must_not_be_held,
    referral_of,
)
from baken.core.derive.answers import HoldState
from baken.core.derive.careful import first_held, held_by_secrecy, minor
from baken.core.derive.naming import to_name
from baken.core.derive.signal import SignalState
from baken.core.events import Event
from baken.core.events import signal as past
from baken.core.vocabulary import outcomes
from baken.core.vocabulary.processing import WGS_RECEIVERS
from baken.core.vocabulary.text import Text

DELIVERY = ("in_baken", "document")


def refer(
    state: SignalState,
    command: ask.Refer,
    *,
    partners: Collection[str],
    purposes: Collection[str],
    grounds: Collection[str],
    pieces: Mapping[str, bool],
    nameless_suffices: bool,
    held: HoldState | None,
) -> tuple[Event, ...]:
    """Hand over with recipient, purpose, ground and the least data (V2); the reporter is never a piece (V6).

    `pieces` tells, for each piece that may go, whether it identifies somebody. A nameless notification holds none
    that does, and is possible only where the policy says that it suffices. Professional secrecy is weighed first (V5),
    and the name of a minor asks for a reason (V31). What care got without a name gets one for a presumed victim.
    """
    must_be_open(state)
    must_be_one_of(command.partner, partners, Text("de partner", "the partner"))
    must_be_one_of(command.ground, grounds, Text("de grondslag", "the ground"))
    must_be_one_of(command.purpose, purposes, Text("het doel", "the purpose"))
    must_be_one_of(command.delivery, DELIVERY, Text("de wijze van overdracht", "the way of handing over"))
    for piece in command.pieces:
        must_be_one_of(piece, pieces, Text("het onderdeel", "the piece"))
    if command.named and not command.pieces:
        raise Refused(
            Text("Er is niets overgedragen.", "Nothing was handed over."),
            Text("U koos niets om te delen.", "You chose nothing to share."),
            Text("Kies wat de partner nodig heeft.", "Choose what the partner needs."),
        )
    if not command.named and any(pieces[piece] for piece in command.pieces):
        raise Refused(
            Text("Er is niets overgedragen.", "Nothing was handed over."),
            Text(
                "Een melding zonder naam bevat niets dat iemand aanwijst.",
                "A nameless notification holds nothing that points to somebody.",
            ),
            Text(
                "Haal die onderdelen weg, of draag over met naam.",
                "Remove those pieces, or hand over with a name.",
            ),
        )
    if not command.named and not nameless_suffices:
        raise Refused(
            Text("Er is niets overgedragen.", "Nothing was handed over."),
            Text(
                "Deze partner kan niets met een melding zonder naam.",
                "This partner cannot work without a name.",
            ),
            Text("Kies wat de partner nodig heeft.", "Choose what the partner needs."),
        )
    held = first_held(held, held_by_secrecy(state, content=command.named))
    must_not_be_held(held, command.override_reason)
    must_say_why_a_minor(state, command.named, command.minor_reason)
    _must_be_a_presumed_victim(state, command)
    return (
        past.SignalReferred(
            referral=command.referral,
            partner=command.partner,
            named=command.named,
            ground=command.ground,
            purpose=command.purpose,
            pieces=command.pieces,
            content=command.content,
            delivery=command.delivery,
            recipient=command.recipient,
            override_reason=command.override_reason if held else None,
            minor_reason=command.minor_reason if command.named and minor(state) else None,
        ),
    )


def _must_be_a_presumed_victim(state: SignalState, command: ask.Refer) -> None:
    if command.named and to_name(state, command.partner) and not command.presumed_victim:
        raise Refused(
            Text("Er is niets overgedragen.", "Nothing was handed over."),
            Text(
                "Deze partner heeft een melding zonder naam. Een naam volgt pas met een vermoedelijk slachtoffer.",
                "This partner has a notification without a name. A name follows only with a presumed victim.",
            ),
            Text(
                "Zet het vinkje als er een vermoedelijk slachtoffer is, of draag over zonder naam.",
                "Tick the box if there is a presumed victim, or hand over without a name.",
            ),
        )


def sent(state: SignalState, command: ask.RecordSending) -> tuple[Event, ...]:
    """Record that the document left, once."""
    must_be_received(state)
    referral = referral_of(state, command.referral)
    must_be_one_of(command.channel, outcomes.CHANNEL, Text("de weg", "the channel"))
    if referral.arrived:
        raise Refused(
            Text("Verzenden is niet opnieuw vastgelegd.", "Sending was not recorded again."),
            Text("De partner heeft deze overdracht al.", "The partner has this hand-over already."),
            Text("Vraag om terugkoppeling.", "Ask for feedback."),
        )
    return (past.ReferralSent(referral.id, referral.partner, command.channel),)


def asked(state: SignalState, command: ask.AskPartner) -> tuple[Event, ...]:
    """Record that the partner was asked what it does (ROUTE-W5)."""
    must_be_received(state)
    referral = referral_of(state, command.referral)
    _must_have_arrived(referral.arrived)
    return (past.PartnerAsked(referral.id, referral.partner),)


def answered(state: SignalState, command: ask.RecordAnswer) -> tuple[Event, ...]:
    """Record what the partner told; also for a closed signal, for answers come late. What a partnership of the WGS
    tells is kept apart (V3).
    """
    must_be_received(state)
    referral = referral_of(state, command.referral)
    must_be_one_of(command.outcome, outcomes.ANSWER, Text("het antwoord", "the answer"))
    _must_have_arrived(referral.arrived)
    return (
        past.PartnerAnswered(
            referral.id,
            referral.partner,
            command.outcome,
            command.note,
            referral.partner in WGS_RECEIVERS,
            command.person,
            command.check_on,
        ),
    )


def _must_have_arrived(arrived: bool) -> None:
    if not arrived:
        raise Refused(
            Text("Dit kan nog niet.", "This cannot be done yet."),
            Text("Het document is nog niet verzonden.", "The document was not sent yet."),
            Text("Leg eerst vast hoe u het verzond.", "Record first how you sent it."),
        )
