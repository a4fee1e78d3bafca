"""What can happen to a signal. A `ref` is a reference into the vault, where the words themselves are."""

from collections.abc import Mapping
from dataclasses import dataclass

from baken.core.events.base import Event, Payload, event, upcaster
from baken.core.vocabulary.processing import WGS_RECEIVERS

Ref = str


@event("signal.reported", version=2)
@dataclass(frozen=True, slots=True)
class SignalReported(Event):
    """Someone reported or asked something (DATA-01..09). It has no actor: nobody can be traced from it (V32).

    `claims` holds, per fact, what the reporter thinks, always as a tuple. `envelope` refers to the sealed envelope and
    is None for a nameless report. `purpose` and `ground` are stamped by the policy (V1); `work` is
    the kind of work in which the reporter learned of it, never where (V5).
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
    work: str = "unknown"


@upcaster("signal.reported", 1)
def _work_was_not_asked(payload: Payload) -> Payload:
    """Version 1 did not ask in what work somebody learned of it."""
    return {**payload, "work": "unknown"}


@event("signal.acknowledged")
@dataclass(frozen=True, slots=True)
class SignalAcknowledged(Event):
    """The reporter was shown a receipt with a return code (REP-12)."""


@event("team_coordinator.consulted")
@dataclass(frozen=True, slots=True)
class TeamCoordinatorConsulted(Event):
    """The signal was discussed with a team coordinator; who that was lies in the envelope (DATA-06)."""


@event("signal.received", version=2)
@dataclass(frozen=True, slots=True)
class SignalReceived(Event):
    """The focal point took the signal in hand (ROUTE-W2, ROUTE-F2), with the purpose and ground chosen then (V1).

    None: as they were stamped when it came in.
    """

    purpose: str | None = None
    ground: str | None = None


@upcaster("signal.received", 1)
def _as_stamped(payload: Payload) -> Payload:
    """Version 1 left purpose and ground as they were stamped on the report."""
    return {**payload, "purpose": None, "ground": None}


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


@event("source.consulted", version=2)
@dataclass(frozen=True, slots=True)
class SourceConsulted(Event):
    """One source was consulted, by hand, for a reason of its own; the minimal answer is kept (ENR-04, V11, V13)."""

    source: str
    outcome: str
    continues_because: str
    ground: str
    note: Ref | None
    reason: Ref | None = None


@upcaster("source.consulted", 1)
def _reason_of_the_weighing(payload: Payload) -> Payload:
    """Version 1 had no reason of its own beside that of the weighing."""
    return {**payload, "reason": None}


@event("police.discussed")
@dataclass(frozen=True, slots=True)
class PoliceDiscussed(Event):
    """It was discussed with the police on a day (ISO date), with which function, and nothing of what was said (V4)."""

    on: str
    function: str


@event("secrecy.noticed")
@dataclass(frozen=True, slots=True)
class SecrecyNoticed(Event):
    """Something told may be under professional secrecy (V5). `by`: the policy for this work, or an officer."""

    by: str


@event("secrecy.weighed")
@dataclass(frozen=True, slots=True)
class SecrecyWeighed(Event):
    """It was weighed whether what is under professional secrecy may be shared, and why (V5)."""

    outcome: str
    reason: Ref


@event("trusted_person.considered")
@dataclass(frozen=True, slots=True)
class TrustedPersonConsidered(Event):
    """It was answered whether a trusted person can be brought in for the presumed victim (ROUTE-W3a)."""

    outcome: str
    reason: Ref


@event("signal.tabled", version=2)
@dataclass(frozen=True, slots=True)
class SignalTabled(Event):
    """The signal was discussed at a table, without the reporter, with purpose and ground (V2).

    `override_reason`: why a hold was passed; `minor_reason`: why the name of somebody who is or may be a minor was
    needed there (V31). Purpose and ground are None where version 1 did not ask them.
    """

    table: str
    override_reason: Ref | None
    purpose: str | None = None
    ground: str | None = None
    named: bool = False
    minor_reason: Ref | None = None


@upcaster("signal.tabled", 1)
def _table_without_purpose(payload: Payload) -> Payload:
    """Version 1 asked no purpose and ground; what was discussed there was to be without names."""
    return {**payload, "purpose": None, "ground": None, "named": False, "minor_reason": None}


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


@event("signal.referred", version=2)
@dataclass(frozen=True, slots=True)
class SignalReferred(Event):
    """A chosen minimum was handed to a partner, with purpose and ground (V2), never the reporter (V6).

    `content` refers to exactly what goes; `recipient` is the stream in the partner's own organisation where it is in
    Baken (`delivery` in_baken), None where a document is sent (`delivery` document). `minor_reason`: why the name of
    somebody who is or may be a minor went along (V31).
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
    minor_reason: Ref | None = None


@upcaster("signal.referred", 1)
def _minor_was_not_asked(payload: Payload) -> Payload:
    """Version 1 asked no more for a minor than for others."""
    return {**payload, "minor_reason": None}


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


@event("partner.answered", version=3)
@dataclass(frozen=True, slots=True)
class PartnerAnswered(Event):
    """The partner told what it did (ROUTE-17). `apart`: it came from a partnership of the WGS and goes no further.

    `person` and `check_on` come from a care organisation: a number, never a name, and the ISO day of its next check.
    """

    referral: str
    partner: str
    outcome: str
    note: Ref | None
    apart: bool = False
    person: int | None = None
    check_on: str | None = None


@upcaster("partner.answered", 1)
def _apart_by_partner(payload: Payload) -> Payload:
    """Version 1 did not say it, but the partner tells."""
    return {**payload, "apart": payload["partner"] in WGS_RECEIVERS}


@upcaster("partner.answered", 2)
def _about_the_signal(payload: Payload) -> Payload:
    """Version 2 knew no answer about one person."""
    return {**payload, "person": None, "check_on": None}


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
