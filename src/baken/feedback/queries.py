"""What a return code shows, and what the focal point sees before answering."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID, uuid4

from baken.core.derive.signal import SignalState, fold
from baken.core.vocabulary import care_notice
from baken.core.vocabulary.text import Text
from baken.feedback.words import heading
from baken.ledger import codes, store, vault
from baken.ledger.signals import SignalFile
from baken.tenancy.scope import scope

Stage = Literal["received", "in_progress", "finished"]
NOWHERE = UUID(int=0)


@dataclass(frozen=True, slots=True)
class MessageShown:
    """One message of the focal point, as the reporter reads it."""

    at: datetime
    category: Text
    words: str


@dataclass(frozen=True, slots=True)
class AnswerShown:
    """All that a return code shows: how far it is, and the messages, the newest first (look, principle 4)."""

    stage: Stage
    messages: tuple[MessageShown, ...]


@dataclass(frozen=True, slots=True)
class PartnerToldUs:
    """A hand-over with the last answer of its partner, which the reporter may be told about."""

    referral: str
    partner: Text
    outcome: Text
    told: bool


def answer(typed: str) -> AnswerShown | None:
    """Return what is behind a return code.

    A code that is wrong, malformed, or of a signal that is gone leads through the same steps to None.
    """
    organisation, signal = codes.find(typed) or (NOWHERE, uuid4())
    with scope(organisation):
        stream = store.load(signal)
        state = fold(stream.happened)
        try:
            words = vault.get_many(signal, [message.ref for message in state.messages])
        except vault.NotInVault:  # the key is gone already, the events go in a moment
            return None
        if not state.exists:
            return None
        messages = [
            MessageShown(one.at, heading(one.category), str(words[one.ref]["text"])) for one in state.messages
        ]
        return AnswerShown(_stage(state), tuple(reversed(messages)))


def told_by_partners(file: SignalFile) -> Sequence[PartnerToldUs]:
    """Return the partners' answers, so that the focal point can say which of them a message passes on."""
    return [
        PartnerToldUs(
            referral=referral.id,
            partner=_name(file, referral.partner),
            outcome=care_notice.told(referral.answers[-1].outcome, referral.answers[-1].person),
            told=referral.told_at is not None,
        )
        for referral in file.state.referrals.values()
        if referral.answers
    ]


def earlier_messages(file: SignalFile) -> list[MessageShown]:
    """Return what the reporter was told before, the newest first."""
    words = vault.get_many(file.id, [message.ref for message in file.state.messages])
    return [
        MessageShown(one.at, heading(one.category), str(words[one.ref]["text"]))
        for one in reversed(file.state.messages)
    ]


def _stage(state: SignalState) -> Stage:
    if state.closed:
        return "finished"
    return "in_progress" if state.received else "received"


def _name(file: SignalFile, partner: str) -> Text:
    found = file.bundle.partners.get(partner)
    return found.name if found is not None else Text(partner, partner)
