"""What goes, when, under which category and why; or why not yet. Pure: what happened + the policy's terms + a moment.

A signal has one end: that of its last closing. Reopening takes it away, closing again makes a new one. A term is
counted from one moment, which the policy names. Nothing makes it later but what stands in `Plan.because`.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from types import MappingProxyType

from baken.core.derive import correcting
from baken.core.events import Event, client, incident, request, retention, rights
from baken.core.events import notification as received
from baken.core.events import signal as past
from baken.core.policy.retention import UNASSESSED, End, RetentionTerm, term_about, term_of
from baken.core.vocabulary.moments import AMSTERDAM
from baken.core.vocabulary.retention import (
    CLIENT_ADULT,
    CLIENT_MINOR,
    CLIENT_NO_VICTIM,
    CLIENT_OPEN,
    RECEIVED,
    REPORTER,
    STARTS,
    WAITING,
)
from baken.core.vocabulary.spans import Span, after
from baken.core.vocabulary.text import Text

SIGNAL, NOTIFICATION, CLIENT = "signal", "notification", "client"
REQUEST, INCIDENT = "request", "incident"
MINOR, ADULT = "minor", "adult"
"""What is known of the age of whom a client file is about, where a signal has its assessment."""
NO_VICTIM = "not_a_victim"
ERASURE = "erasure"
"""The category of what somebody has the right to have erased (AVG 17); it has no term."""
ERASURE_NAME = Text("wissen op verzoek", "erasure on request")


@dataclass(frozen=True, slots=True)
class Fixed:
    """A term that is the same under every policy: what it is called, how long after its end, and who says so."""

    name: Text
    keep_for: Span
    says_who: Text


FIXED: Mapping[str, Fixed] = MappingProxyType(
    {
        REQUEST: Fixed(
            Text("een verzoek van een betrokkene", "a request of somebody concerned"),
            Span(2, "years"),
            Text(
                "gekozen: zo lang kan nodig zijn te laten zien dat er goed is geantwoord (AVG 5 lid 2)",
                "chosen: so long it may have to be shown that it was answered well (GDPR 5(2))",
            ),
        ),
        INCIDENT: Fixed(
            Text("een datalek", "a data leak"),
            Span(5, "years"),
            Text(
                "gekozen: zo lang kan de toezichthouder het register vragen (AVG 33 lid 5)",
                "chosen: so long the authority may ask for the register (GDPR 33(5))",
            ),
        ),
    }
)
"""What lies beside the signals, by its kind, which is its category too. No document names a term for it."""
FROM_SETTLED = Text("het afronden", "the settling")

ASIDE = frozenset(
    {
        past.EnvelopeOpened.type,
        past.SignalAcknowledged.type,
        past.SignalPolicyMoved.type,
        retention.RetentionHeld.type,
        retention.RetentionHoldEnded.type,
        retention.RecordErased.type,
    }
)
"""Events that add nothing to what is kept: they start no term again."""

IS_OPEN = Text("het signaal is niet afgesloten", "the signal is not closed")
IS_OPEN_FILE = Text("het cliëntdossier is niet afgesloten", "the client file is not closed")
IS_RUNNING = Text("het is niet afgerond", "it is not settled")
IS_OWED = Text(
    "er moet nog iets gebeuren dat iemand toekomt", "something that is owed to somebody must still be done"
)
IS_TO_BE_TOLD = Text(
    "wie dit kreeg, moet nog bevestigen dat het gewist wordt",
    "whoever received this must still confirm that it is erased",
)
IS_HELD = Text("tegengehouden tot en met {day}", "held off until {day}")
NO_TERM = Text("het beleid noemt hiervoor geen termijn", "the policy names no term for this")
COUNTED = Text("{span} na {start}", "{span} after {start}")
ON_REQUEST = Text(
    "iemand heeft er recht op dat dit wordt gewist", "somebody has the right to have this erased"
)


@dataclass(frozen=True, slots=True)
class Kept:
    """What counts of a stream for how long it is kept. `owed`: a duty that goes before its destruction is still open.

    `held_until` is the end of the last day of the hold that lasts longest; `identity`: who the reporter is, is still
    there.
    """

    kind: str
    begun: datetime
    last_at: datetime
    end: End | None = None
    closed_at: datetime | None = None
    informed_at: datetime | None = None
    owed: bool = False
    identity: bool = False
    held_until: datetime | None = None
    erasing_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What happens to a stream: under which category, when, why, and what is still in the way.

    `category` is empty where the policy lays down none. `goes_at` is the one date; for what is open it is the day on
    which it must be weighed again.
    """

    category: str
    name: Text
    then: str
    goes_at: datetime | None
    because: tuple[Text, ...]
    not_yet: tuple[Text, ...]
    due: bool


def kept(kind: str, events: Iterable[tuple[Event, datetime]], *, owed: Collection[str]) -> Kept | None:
    """Return what counts of a stream; None where it does not begin as such a stream does. `owed` names the steps."""
    found: Kept | None = None
    assessment, handed_over = UNASSESSED, False
    holds: dict[str, str] = {}
    for happened, at in events:
        _hold(holds, happened)
        match happened:
            case past.SignalReported():
                found = Kept(kind, at, at, identity=happened.envelope is not None)
            case (
                received.NotificationReceived()
                | request.RequestReceived()
                | incident.IncidentReported()
                | client.ClientOpened()
            ):
                found = Kept(kind, at, at)
        if found is None:
            return None
        if happened.type not in ASIDE:
            found = replace(found, last_at=at)
        match happened:
            case past.SignalAssessed():
                assessment = happened.assessment
            case past.SignalReferred():
                handed_over = True
            case past.ReporterInformed():
                found = replace(found, informed_at=at)
            case past.SignalClosed():
                found = replace(found, end=End(happened.outcome, assessment, False), closed_at=at)
            case client.ClientOpened(age=age) | client.ClientDescribed(age=age):
                assessment = MINOR if MINOR in (age, assessment) else ADULT
            case client.ClientClosed():
                found = replace(found, end=End(happened.outcome, assessment, False), closed_at=at)
            case past.SignalReopened() | client.ClientReopened():
                found = replace(found, end=None, closed_at=None)
            case request.RequestAnswered() | incident.IncidentClosed():
                found = replace(found, closed_at=at)
            case rights.ErasureGranted():
                found = replace(found, erasing_at=found.erasing_at or at)
            case retention.RecordErased():
                found = replace(found, identity=False)
    if found is None:
        return None
    end = replace(found.end, assessment=assessment, handed_over=handed_over) if found.end else None
    waits = any(_goes_first(step, erasing=found.erasing_at is not None) for step in owed)
    return replace(found, end=end, owed=waits, held_until=max(map(end_of, holds.values()), default=None))


def _goes_first(step: str, *, erasing: bool) -> bool:
    """Whether a stream stays until this was done.

    What is erased on request waits for nothing but the recipients, who must hear of it (AVG 19): that could not be
    told any more once the stream is gone. To look again later whether people can be informed keeps nothing at all.
    """
    return step in correcting.TO_RECIPIENTS if erasing else step != correcting.REVIEW


def holds_of(events: Iterable[Event]) -> dict[str, str]:
    """Return the holds of a stream that nobody ended, with their last day (ISO); it may have passed."""
    holds: dict[str, str] = {}
    for happened in events:
        _hold(holds, happened)
    return holds


def _hold(holds: dict[str, str], happened: Event) -> None:
    match happened:
        case retention.RetentionHeld():
            holds[happened.hold] = happened.until
        case retention.RetentionHoldEnded():
            holds.pop(happened.hold, None)


def end_of(day: str) -> datetime:
    """Return the end of a Dutch civil day."""
    return datetime.combine(date.fromisoformat(day), time(23, 59, 59), AMSTERDAM)


def plan(terms: Sequence[RetentionTerm], found: Kept, now: datetime) -> Plan:
    """Say what happens to a stream under these terms."""
    term = _term(terms, found)
    because: tuple[Text, ...]
    if found.erasing_at is not None:
        category, name, then = ERASURE, ERASURE_NAME, "destroy"
        goes_at, because = found.erasing_at, (ON_REQUEST,)
    elif fixed := FIXED.get(found.kind):
        category, name, then = found.kind, fixed.name, "destroy"
        because = (COUNTED.format(span=fixed.keep_for.words, start=FROM_SETTLED),)
        if found.closed_at is None:
            return Plan(category, name, then, None, because, (IS_RUNNING,), False)
        goes_at = after(found.closed_at, fixed.keep_for)
    elif term is None or term.keep_for is None:
        return Plan("", NO_TERM, "", None, (), (NO_TERM,), False)
    else:
        category, name, then = term.id, term.name, term.then
        goes_at = after(_start(term, found), term.keep_for)
        because = (COUNTED.format(span=term.keep_for.words, start=STARTS[term.from_]),)
    if found.held_until is not None and found.held_until > goes_at:
        goes_at, because = found.held_until, (*because, _held(found.held_until))
    not_yet = tuple(_in_the_way(found, now))
    due = then == "destroy" and not not_yet and goes_at < now
    return Plan(category, name, then, goes_at, because, not_yet, due)


def erases_at(terms: Sequence[RetentionTerm], found: Kept) -> datetime | None:
    """Return when the reporter's name and address go: after the answer, or at most so long after the report."""
    term = term_about(terms, REPORTER)
    if not found.identity or term is None or term.keep_for is None or term.at_most is None:
        return None
    latest = after(found.begun, term.at_most)
    if found.closed_at is not None and not found.owed:
        answered = max(found.closed_at, found.informed_at or found.closed_at)
        latest = min(latest, after(answered, term.keep_for))
    return max(latest, found.held_until) if found.held_until else latest


def _term(terms: Sequence[RetentionTerm], found: Kept) -> RetentionTerm | None:
    if found.kind == NOTIFICATION:
        return term_about(terms, RECEIVED)
    if found.kind == CLIENT:
        return term_about(terms, _of_client(found.end))
    return term_about(terms, WAITING) if found.end is None else term_of(terms, found.end)


def _of_client(end: End | None) -> str:
    """Return what a client file is kept as: who was a minor while help was given has the term of youth care."""
    if end is None:
        return CLIENT_OPEN
    if end.outcome == NO_VICTIM:
        return CLIENT_NO_VICTIM
    return CLIENT_MINOR if end.assessment == MINOR else CLIENT_ADULT


def _start(term: RetentionTerm, found: Kept) -> datetime:
    if term.from_ == "closed" and found.closed_at is not None:
        return found.closed_at
    return found.last_at


def _in_the_way(found: Kept, now: datetime) -> Iterable[Text]:
    if found.erasing_at is not None:
        if found.owed:
            yield IS_TO_BE_TOLD
    elif found.kind == CLIENT and found.end is None:
        yield IS_OPEN_FILE
    elif found.kind == SIGNAL:
        if found.end is None:
            yield IS_OPEN
        elif found.owed:
            yield IS_OWED
    if found.held_until is not None and now <= found.held_until:
        yield _held(found.held_until)


def _held(until: datetime) -> Text:
    day = until.astimezone(AMSTERDAM)
    return IS_HELD.format(day=f"{day.day}-{day.month}-{day.year}")
