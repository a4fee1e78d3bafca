"""One signal as its events tell it: facts, history, hand-overs and references, never a stored status."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from baken.core.events import Event, retention, rights
from baken.core.events import correction as correcting
from baken.core.events import signal as past
from baken.core.events.files import FileAdded
from baken.core.vocabulary.facts import FACTS, Facts
from baken.core.vocabulary.happened import Happened

Value = str | frozenset[str]
FALSE_REPORT = "false_report"
_NOTHING: Mapping[str, Value] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Answer:
    """What a partner told: when, the outcome, and where its words are. `apart`: it goes no further (V3).

    `person` tells people apart of whom care says how far it is, and `check_on` when it looks again.
    """

    at: datetime
    outcome: str
    note: str | None
    apart: bool = False
    person: int | None = None
    check_on: date | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """What one recipient was told that is not right any more (V26). `made_as` is the number of its event."""

    id: str
    at: datetime
    made_as: int
    why: str
    content: str
    delivery: str
    sent_at: datetime | None = None
    confirmed_at: datetime | None = None
    how: str = ""


@dataclass(frozen=True, slots=True)
class Wrong:
    """Something after which whoever received the signal holds data that are not right: why, and after which event."""

    at: datetime
    after: int
    why: str


@dataclass(frozen=True, slots=True)
class Informing:
    """Whether the people concerned are told (V25): the decision that stands, and when it was carried out."""

    at: datetime
    decision: str
    ground: str | None
    review_on: date | None
    reason: str
    done_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Referral:
    """One hand-over to a partner and what came back (ROUTE-17). `made_as` is the number of its event."""

    id: str
    partner: str
    at: datetime
    named: bool
    ground: str
    purpose: str
    pieces: tuple[str, ...]
    content: str
    delivery: str
    recipient: str | None
    sent_at: datetime | None = None
    asked_at: datetime | None = None
    answers: tuple[Answer, ...] = ()
    told_at: datetime | None = None
    made_as: int = 0
    corrections: tuple[Correction, ...] = ()

    @property
    def arrived(self) -> bool:
        """Whether the partner has it: at once within Baken, otherwise once its sending is recorded."""
        return self.delivery == "in_baken" or self.sent_at is not None


@dataclass(frozen=True, slots=True)
class File:
    """A file that was added: what it is, where the copy lies that is shown, and where the sealed original lies."""

    at: datetime
    kind: str
    media: str
    copy: str
    original: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Message:
    """A message put ready for the reporter: when, its category, and where its words are."""

    at: datetime
    category: str
    ref: str


@dataclass(frozen=True, slots=True)
class SignalState:
    """A signal after its events. `contents` holds the first account and each correction, the newest last.

    `secrecy` is empty where nobody noticed professional secrecy, `owed` until it is weighed, then its outcome (V5).
    """

    exists: bool = False
    reported_at: datetime | None = None
    reporter: str = "unknown"
    reporter_named: bool = False
    question: bool = False
    about: str = "other"
    channel: str = "web"
    purpose: str = ""
    ground: str = ""
    work: str = "unknown"
    secrecy: str = ""
    envelope: str | None = None
    contents: tuple[str, ...] = ()
    claimed: Mapping[str, Value] = field(default_factory=lambda: _NOTHING)
    established: Mapping[str, Value] = field(default_factory=lambda: _NOTHING)
    history: tuple[Happened, ...] = ()
    referrals: Mapping[str, Referral] = field(default_factory=lambda: MappingProxyType({}))
    messages: tuple[Message, ...] = ()
    files: tuple[File, ...] = ()
    received: bool = False
    may_enrich: bool = False
    assessment: str = "open"
    destination: str | None = None
    closed: bool = False
    restricted: bool = False
    erasing: bool = False
    wrong: tuple[Wrong, ...] = ()
    informing: Informing | None = None

    @property
    def tables(self) -> tuple[str, ...]:
        """The tables where the signal lay, each once, in that order."""
        lay = (one.table for one in self.history if one.event == "signal.tabled")
        return tuple(dict.fromkeys(table for table in lay if table))

    @property
    def facts(self) -> Facts:
        """The facts as the route reads them: what an officer established, and beside it what the reporter thinks."""
        return Facts(established=self.established, claimed=self.claimed)


def fold(events: Iterable[tuple[Event, datetime]]) -> SignalState:
    """Return the signal that these events, oldest first, describe."""
    state = SignalState()
    for happened, at in events:
        state = after(state, happened, at)
    return state


def after(state: SignalState, event: Event, at: datetime) -> SignalState:
    """Return the signal after one more event."""
    state = replace(state, history=(*state.history, _as_history(event, at)))
    match event:
        case past.SignalReported():
            return _reported(state, event, at)
        case past.SignalReceived():
            purpose, ground = event.purpose or state.purpose, event.ground or state.ground
            return replace(state, received=True, purpose=purpose, ground=ground)
        case past.SecrecyNoticed():
            return replace(state, secrecy="owed")
        case past.SecrecyWeighed():
            return replace(state, secrecy=event.outcome)
        case past.FactEstablished():
            value = as_value(event.fact, event.value)
            return replace(state, established={**state.established, event.fact: value})
        case past.EnrichmentWeighed():
            return replace(state, may_enrich=event.outcome == "proceed")
        case past.SourceConsulted():
            stops = event.outcome == "no_hit" and event.continues_because == "none"
            return replace(state, may_enrich=state.may_enrich and not stops)
        case past.SignalAssessed():
            return replace(
                state,
                assessment=event.assessment,
                destination=event.destination,
                established={**state.established, "assessment": event.assessment},
            )
        case past.SignalReferred():
            return _with_referral(state, replace(_new_referral(event, at), made_as=len(state.history)))
        case past.ReferralSent():
            return _with_referral(state, replace(state.referrals[event.referral], sent_at=at))
        case past.PartnerAsked():
            return _with_referral(state, replace(state.referrals[event.referral], asked_at=at))
        case past.PartnerAnswered():
            return _answered(state, event, at)
        case past.ReporterInformed():
            for told in event.referrals:
                state = _with_referral(state, replace(state.referrals[told], told_at=at))
            return replace(state, messages=(*state.messages, Message(at, event.category, event.message)))
        case FileAdded():
            kept = File(at, event.kind, event.media, event.copy, event.original, event.sha256)
            return replace(state, files=(*state.files, kept))
        case past.SignalCorrected():
            return _wrong(replace(state, contents=(*state.contents, event.content)), at, "corrected")
        case past.SignalClosed():
            state = replace(state, closed=True)
            return _wrong(state, at, FALSE_REPORT) if event.outcome == FALSE_REPORT else state
        case past.SignalReopened():
            return replace(state, closed=False)
        case _:
            return _for_the_people(state, event, at)


def _answered(state: SignalState, event: past.PartnerAnswered, at: datetime) -> SignalState:
    """Return the signal with one more answer. A new day of the next check is no news for the reporter."""
    referral = state.referrals[event.referral]
    check = date.fromisoformat(event.check_on) if event.check_on else None
    answer = Answer(at, event.outcome, event.note, event.apart, event.person, check)
    before = [one.outcome for one in referral.answers if one.person == event.person]
    same = event.person is not None and before[-1:] == [event.outcome]
    told = referral.told_at if same else None
    return _with_referral(state, replace(referral, answers=(*referral.answers, answer), told_at=told))


def _for_the_people(state: SignalState, event: Event, at: datetime) -> SignalState:
    """Return the signal after something that was done for the people in it, or for whoever received it."""
    match event:
        case rights.ProcessingRestricted():
            return _wrong(replace(state, restricted=True), at, "restricted")
        case rights.ProcessingReleased():
            return replace(state, restricted=False)
        case rights.ErasureGranted():
            return _wrong(replace(state, erasing=True), at, "erased")
        case rights.InformingDecided():
            review = date.fromisoformat(event.review_on) if event.review_on else None
            return replace(state, informing=Informing(at, event.outcome, event.ground, review, event.reason))
        case retention.RecordErased():
            return replace(state, envelope=None)
        case rights.InformingDone():
            return replace(state, informing=replace(state.informing, done_at=at) if state.informing else None)
        case correcting.CorrectionMade():
            made = Correction(
                event.correction, at, len(state.history), event.why, event.content, event.delivery
            )
            referral = state.referrals[event.referral]
            return _with_referral(state, replace(referral, corrections=(*referral.corrections, made)))
        case correcting.CorrectionSent():
            return _corrected(state, event.referral, event.correction, sent_at=at)
        case correcting.CorrectionConfirmed():
            return _corrected(state, event.referral, event.correction, confirmed_at=at, how=event.how)
        case _:
            return state


def _wrong(state: SignalState, at: datetime, why: str) -> SignalState:
    return replace(state, wrong=(*state.wrong, Wrong(at, len(state.history), why)))


def _corrected(state: SignalState, referral: str, correction: str, **changed: Any) -> SignalState:
    found = state.referrals[referral]
    made = tuple(replace(one, **changed) if one.id == correction else one for one in found.corrections)
    return _with_referral(state, replace(found, corrections=made))


def as_value(fact: str, values: tuple[str, ...]) -> Value:
    """Return an event's values in the shape of the fact: a set where it is a set, otherwise the one value."""
    return frozenset(values) if FACTS[fact].is_set else values[0]


def _reported(state: SignalState, event: past.SignalReported, at: datetime) -> SignalState:
    named: Mapping[str, Value] = {"reporter": event.reporter, "reporter_named": event.reporter_named}
    return replace(
        state,
        exists=True,
        reported_at=at,
        reporter=event.reporter,
        reporter_named=event.reporter_named == "yes",
        question=event.question,
        about=event.about,
        channel=event.channel,
        purpose=event.purpose,
        ground=event.ground,
        work=event.work,
        envelope=event.envelope,
        contents=(event.content,),
        claimed={fact: as_value(fact, value) for fact, value in event.claims.items()},
        established={**state.established, **named},
    )


def _new_referral(event: past.SignalReferred, at: datetime) -> Referral:
    return Referral(
        id=event.referral,
        partner=event.partner,
        at=at,
        named=event.named,
        ground=event.ground,
        purpose=event.purpose,
        pieces=event.pieces,
        content=event.content,
        delivery=event.delivery,
        recipient=event.recipient,
    )


def _with_referral(state: SignalState, referral: Referral) -> SignalState:
    return replace(state, referrals={**state.referrals, referral.id: referral})


def _as_history(event: Event, at: datetime) -> Happened:
    fact = event if isinstance(event, past.FactEstablished) else None
    return Happened(
        event=event.type,
        at=at,
        partner=getattr(event, "partner", None),
        table=getattr(event, "table", None),
        source=getattr(event, "source", None),
        referral=getattr(event, "referral", None),
        outcome=getattr(event, "outcome", None),
        fact=fact.fact if fact else None,
        value=as_value(fact.fact, fact.value) if fact else None,
        assessment=event.assessment if isinstance(event, past.SignalAssessed) else None,
        destination=event.destination if isinstance(event, past.SignalAssessed) else None,
        # A hold passed with a reason, or a search that goes on after no hit for safety or care (V12).
        reasoned=getattr(event, "override_reason", None) is not None
        or getattr(event, "continues_because", "none") != "none",
    )
