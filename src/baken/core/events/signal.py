"""What can happen to a signal. A `ref` is a reference into the vault, where the words themselves are."""

from collections.abc import Mapping
from dataclasses import dataclass

from baken.core.events.base import Event, Payload, event, upcaster

Ref = str


@event("signal.reported")
@dataclass(frozen=True, slots=True)
class SignalReported(Event):
    """Someone reported or asked something (DATA-01..09). It has no actor: nobody can be traced from it (V32).

    `claims` holds, per fact, what the reporter thinks, always as a tuple. `envelope` refers to the sealed envelope and
    is None for a nameless report. `purpose` and `ground` are stamped by the policy (V1).
    """

    content: Ref
    envelope: Ref | None
    claims: Mapping[str, tuple[str, ...]]
    reporter: str
    reporter_named: str
    channel: str
    question: bool
    about: str
    purpose: str
    ground: str


@event("signal.acknowledged")
@dataclass(frozen=True, slots=True)
class SignalAcknowledged(Event):
    """The reporter was shown a receipt with a return code (REP-12)."""


@event("team_coordinator.consulted")
@dataclass(frozen=True, slots=True)
class TeamCoordinatorConsulted(Event):
    """The signal was discussed with a team coordinator; who that was lies in the envelope (DATA-06)."""


@event("signal.received")
@dataclass(frozen=True, slots=True)
class SignalReceived(Event):
    """The focal point took the signal in hand (ROUTE-W2, ROUTE-F2)."""


@event("fact.established", version=2)
@dataclass(frozen=True, slots=True)
class FactEstablished(Event):
    """An officer established a fact, with a reason (TRIAGE-04). A single value is a tuple of one."""

    fact: str
    value: tuple[str, ...]
    reason: Ref


@upcaster("fact.established", 1)
def _one_value_becomes_several(payload: Payload) -> Payload:
    """Version 1 knew one value per fact; forms of exploitation can be combined (FORM-02)."""
    return {**payload, "value": [payload["value"]]}


@event("enrichment.weighed")
@dataclass(frozen=True, slots=True)
class EnrichmentWeighed(Event):
    """It was weighed whether sources may be consulted at all (V12). `outcome`: proceed or stop."""

    outcome: str
    reason: Ref


@event("source.consulted")
@dataclass(frozen=True, slots=True)
class SourceConsulted(Event):
    """One source was consulted, by hand; the minimal answer is kept (ENR-04, V11, V13)."""

    source: str
    outcome: str
    continues_because: str
    ground: str
    note: Ref | None


@event("trusted_person.considered")
@dataclass(frozen=True, slots=True)
class TrustedPersonConsidered(Event):
    """It was answered whether a trusted person can be brought in for the presumed victim (ROUTE-W3a)."""

    outcome: str
    reason: Ref


@event("signal.tabled")
@dataclass(frozen=True, slots=True)
class SignalTabled(Event):
    """The signal was discussed at a table, without the reporter. `override_reason`: why a hold was passed."""

    table: str
    override_reason: Ref | None


@event("table.decided")
@dataclass(frozen=True, slots=True)
class TableDecided(Event):
    """A table decided what follows (ROUTE-11)."""

    table: str
    decision: Ref


@event("signal.assessed")
@dataclass(frozen=True, slots=True)
class SignalAssessed(Event):
    """An officer judged what it is (ROUTE-10). `destination` is where another phenomenon must go."""

    assessment: str
    destination: str | None
    reason: Ref


@event("signal.referred")
@dataclass(frozen=True, slots=True)
class SignalReferred(Event):
    """A chosen minimum was handed to a partner, with purpose and ground (V2), never the reporter (V6).

    `content` refers to exactly what goes; `recipient` is the stream in the partner's own organisation where it is in
    Baken (`delivery` in_baken), None where a document is sent (`delivery` document).
    """

    referral: str
    partner: str
    named: bool
    ground: str
    purpose: str
    pieces: tuple[str, ...]
    content: Ref
    delivery: str
    recipient: str | None
    override_reason: Ref | None


@event("referral.sent")
@dataclass(frozen=True, slots=True)
class ReferralSent(Event):
    """The document of a hand-over left the organisation, along the channel named."""

    referral: str
    partner: str
    channel: str


@event("partner.asked")
@dataclass(frozen=True, slots=True)
class PartnerAsked(Event):
    """The partner was asked to tell what it does with the signal (ROUTE-W5)."""

    referral: str
    partner: str


@event("partner.answered")
@dataclass(frozen=True, slots=True)
class PartnerAnswered(Event):
    """The partner told what it did (ROUTE-17)."""

    referral: str
    partner: str
    outcome: str
    note: Ref | None


@event("reporter.informed")
@dataclass(frozen=True, slots=True)
class ReporterInformed(Event):
    """A message was put ready for the reporter, named or not (ROUTE-W6, ROUTE-F7).

    `referrals` names the hand-overs whose answer was passed on with it.
    """

    category: str
    message: Ref
    referrals: tuple[str, ...]


@event("signal.corrected")
@dataclass(frozen=True, slots=True)
class SignalCorrected(Event):
    """What was written down was wrong and has been put right; the former words stay (V26)."""

    content: Ref
    reason: Ref


@event("signal.closed")
@dataclass(frozen=True, slots=True)
class SignalClosed(Event):
    """The focal point closed the signal. What is owed stays owed."""

    outcome: str
    reason: Ref


@event("signal.reopened")
@dataclass(frozen=True, slots=True)
class SignalReopened(Event):
    """A closed signal was taken up again."""

    reason: Ref


@event("signal.policy_moved")
@dataclass(frozen=True, slots=True)
class SignalPolicyMoved(Event):
    """The signal follows another policy from here on; what happened before it was done under the former (ROUTE-02)."""

    bundle: str
    reason: Ref


@event("envelope.opened", version=2)
@dataclass(frozen=True, slots=True)
class EnvelopeOpened(Event):
    """A holder of the post's key read who reported, with a reason (ROLE-03).

    `why` is a word from a closed list, which who supervises may see (V9); `reason` is the words, in the vault.
    """

    why: str
    reason: Ref


@upcaster("envelope.opened", 1)
def _without_a_word(payload: Payload) -> Payload:
    """Version 1 asked for words only."""
    return {**payload, "why": "unsaid"}
