"""The history of one signal, indexed once, so that every rule finds its events quickly."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from operator import attrgetter

from baken.core.derive.compiled import Match, When
from baken.core.vocabulary.facts import DEFAULTS, Facts, Value, is_known
from baken.core.vocabulary.happened import Happened

Place = tuple[int, Happened]


class Past:
    """What happened until `now`, oldest first, and what was known when."""

    __slots__ = (
        "_changes",
        "_learned",
        "by_event",
        "claims",
        "destination",
        "facts",
        "now",
        "partners",
        "start",
        "tables",
    )

    def __init__(self, facts: Facts, history: Sequence[Happened], now: datetime) -> None:
        self.facts: dict[str, Value] = {**DEFAULTS, **_known_before(facts.established, history, now)}
        self.now = now
        self.by_event: dict[str, list[Place]] = {}
        self._learned: set[str] = set()
        self._changes: list[tuple[datetime, dict[str, Value]]] = []
        self.partners: dict[str, Place] = {}
        self.tables: dict[str, Place] = {}
        self.start = now
        self.destination: str | None = None
        self._index(history)
        established = {*facts.established, *self._learned}
        self.claims = _with_claims(self.facts, established, facts) if facts.claimed else None
        if self.claims == self.facts:
            self.claims = None

    def _index(self, history: Sequence[Happened]) -> None:
        ordered = sorted(history, key=attrgetter("at"))
        by_event, now = self.by_event, self.now
        for number, happened in enumerate(ordered):
            if happened.at > now:
                break
            if number == 0:
                self.start = happened.at
            place = (number, happened)
            found = by_event.get(happened.event)
            if found is None:
                by_event[happened.event] = [place]
            else:
                found.append(place)
            event = happened.event
            if event == "signal.referred" and happened.partner is not None:
                self.partners[happened.partner] = place
            elif event == "referral.retracted" and happened.partner is not None:
                self._retract(happened.partner, happened.referral)
            elif event == "signal.tabled" and happened.table is not None:
                self.tables[happened.table] = place
            elif event == "fact.established" and happened.fact is not None and happened.value is not None:
                self._learn(happened.at, happened.fact, happened.value)
            elif event == "signal.assessed" and happened.assessment is not None:
                self._learn(happened.at, "assessment", happened.assessment)
                self.destination = happened.destination

    def _retract(self, partner: str, referral: str | None) -> None:
        given = self.partners.get(partner)
        if given is not None and (referral is None or given[1].referral in (None, referral)):
            del self.partners[partner]

    def _learn(self, at: datetime, fact: str, value: Value) -> None:
        self._learned.add(fact)
        if self.facts[fact] != value:
            self._changes.append((at, self.facts))
            self.facts = {**self.facts, fact: value}

    def all_of(self, matches: Iterable[Match]) -> list[Place]:
        """Return every event that one of these matches, oldest first."""
        found: list[Place] = []
        for match in matches:
            happened = self.by_event.get(match.event)
            if happened is not None:
                found.extend(place for place in happened if match.fits(place[1]))
        if len(found) > 1:
            found.sort(key=lambda place: place[0])
        return found

    def true_since(self, when: When) -> datetime:
        """Return since when a condition that holds now has held without a break."""
        since = self.start
        if when.always or not self._changes:
            return since
        for at, before in reversed(self._changes):
            if when.test(before) is not True:
                return at
        return since

    @property
    def closed(self) -> bool:
        """Whether the signal was closed and not reopened since."""
        closed = self.by_event.get("signal.closed")
        if not closed:
            return False
        reopened = self.by_event.get("signal.reopened")
        return not reopened or reopened[-1][0] < closed[-1][0]

    def anchor(self, events: Sequence[str]) -> Place | None:
        """Return the last of the first of these events that ever happened."""
        for event in events:
            found = self.by_event.get(event)
            if found:
                return found[-1]
        return None


def _known_before(
    established: Mapping[str, Value], history: Iterable[Happened], now: datetime
) -> Mapping[str, Value]:
    """Leave out the facts that history establishes: before that happened they were not known."""
    told = {
        "assessment" if happened.event == "signal.assessed" else happened.fact
        for happened in history
        if happened.event in ("fact.established", "signal.assessed") and happened.at <= now
    }
    return {fact: value for fact, value in established.items() if fact not in told} if told else established


def _with_claims(known: dict[str, Value], established: Collection[str], facts: Facts) -> dict[str, Value]:
    """Return the facts with the reporter's words where no officer established anything."""
    claims = dict(known)
    for fact, value in facts.claimed.items():
        if fact not in established or not is_known(fact, known[fact]):
            claims[fact] = value
    return claims
