"""One signal as its events tell it: facts, history, hand-overs and references, never a stored status."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType

from baken.core.events import Event
from baken.core.events import signal as past
from baken.core.vocabulary.facts import FACTS, Facts
from baken.core.vocabulary.happened import Happened

Value = str | frozenset[str]
_NOTHING: Mapping[str, Value] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Answer:
    """What a partner told: when, the outcome, and where its words are."""

    at: datetime
    outcome: str
    note: str | None


@dataclass(frozen=True, slots=True)
class Referral:
    """One hand-over to a partner and what came back (ROUTE-17)."""

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

    @property
    def arrived(self) -> bool:
        """Whether the partner has it: at once within Baken, otherwise once its sending is recorded."""
        return self.delivery == "in_baken" or self.sent_at is not None


@dataclass(frozen=True, slots=True)
class Message:
    """A message put ready for the reporter: when, its category, and where its words are."""

    at: datetime
    category: str
    ref: str


@dataclass(frozen=True, slots=True)
class SignalState:
    """A signal after its events. `contents` holds the first account and each correction, the newest last."""

    exists: bool = False
    reported_at: datetime | None = None
    reporter: str = "unknown"
    reporter_named: bool = False
    question: bool = False
    about: str = "other"
    channel: str = "web"
    purpose: str = ""
    ground: str = ""
    envelope: str | None = None
    contents: tuple[str, ...] = ()
    claimed: Mapping[str, Value] = field(default_factory=lambda: _NOTHING)
    established: Mapping[str, Value] = field(default_factory=lambda: _NOTHING)
    history: tuple[Happened, ...] = ()
    referrals: Mapping[str, Referral] = field(default_factory=lambda: MappingProxyType({}))
    messages: tuple[Message, ...] = ()
    received: bool = False
    may_enrich: bool = False
    assessment: str = "open"
    destination: str | None = None
    closed: bool = False

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
            return replace(state, received=True)
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
            return _with_referral(state, _new_referral(event, at))
        case past.ReferralSent():
            return _with_referral(state, replace(state.referrals[event.referral], sent_at=at))
        case past.PartnerAsked():
            return _with_referral(state, replace(state.referrals[event.referral], asked_at=at))
        case past.PartnerAnswered():
            referral = state.referrals[event.referral]
            answer = Answer(at, event.outcome, event.note)
            return _with_referral(state, replace(referral, answers=(*referral.answers, answer), told_at=None))
        case past.ReporterInformed():
            for told in event.referrals:
                state = _with_referral(state, replace(state.referrals[told], told_at=at))
            return replace(state, messages=(*state.messages, Message(at, event.category, event.message)))
        case past.SignalCorrected():
            return replace(state, contents=(*state.contents, event.content))
        case past.SignalClosed():
            return replace(state, closed=True)
        case past.SignalReopened():
            return replace(state, closed=False)
        case _:
            return state


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
