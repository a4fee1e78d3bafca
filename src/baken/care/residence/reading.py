"""One client's stay at a moment: what was noted, what the rules make of it, and which terms run.

What other parts of the file know (where somebody is registered, when rights were told) is read along, not asked twice.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from types import MappingProxyType
from typing import Any

from baken.care.common import clients, room
from baken.core.decide.residence import changes
from baken.core.derive import placing, residence
from baken.core.derive.care_answer import CareAnswer, Due, Next
from baken.core.derive.client import ClientState
from baken.core.derive.entitlements import entitlements
from baken.core.derive.residence import Deadline, Key, Noted, ResidenceState, Term
from baken.core.derive.stay_facts import of_data
from baken.core.derive.stay_terms import terms
from baken.core.events import Event
from baken.core.events.client import ClientDescribed, ClientOpened
from baken.core.policy.bundle import Bundle
from baken.core.vocabulary.care import UNKNOWN, CareFacts
from baken.core.vocabulary.moments import civil_date
from baken.ledger.streams import Stream

_AGES = {"minor": "minor", "adult": "adult"}
_STAYS = {"here": "in_region", "other_region": "elsewhere", "abroad": "elsewhere"}
_REGISTERED = ("registered", "not_registered")


@dataclass(frozen=True, slots=True)
class Note:
    """One note: when, what was known then, why it was noted, and the reason in words."""

    noted: Noted
    facts: CareFacts
    words: str


@dataclass(frozen=True)
class Stay:
    """Everything about one client's stay, on one day."""

    stream: Stream
    now: datetime
    client: ClientState
    state: ResidenceState
    notes: tuple[Note, ...]
    born: date | None
    bundle: Bundle

    @property
    def today(self) -> date:
        """The day it is in the Netherlands."""
        return civil_date(self.now)

    @property
    def own(self) -> CareFacts:
        """What was noted last about the stay itself."""
        return self.notes[-1].facts if self.notes else CareFacts()

    @property
    def facts(self) -> CareFacts:
        """What is known, with what the rest of the file knows."""
        return self.along(self.own)

    @cached_property
    def answer(self) -> CareAnswer:
        """What the client may count on, from whom and until when."""
        return entitlements(self.bundle, self.facts, self.now)

    @property
    def stale(self) -> tuple[Event, ...]:
        """What the rules make of the terms today beside what was noted: another policy, an age, a birth date."""
        return changes(self.state, self.terms(self.facts), "rules", self.now)

    @cached_property
    def rules(self) -> Mapping[Key, Due | Next]:
        """What the rules say of each term that they give today; only here the very day of coming of age."""
        told = zip(
            self.terms(self.facts), self.answer.deadlines, strict=False
        )  # the steps come after the deadlines
        steps = {(one.id, one.by): one for one in self.answer.next if one.by is not None}
        return {**steps, **{(term.id, term.on): due for term, due in told}}

    def last_day(self, one: Deadline) -> date:
        """Return the very last day of a term."""
        rule = self.rules.get(one.key)
        return rule.on if isinstance(rule, Due) else one.on

    def terms(self, facts: CareFacts) -> tuple[Term, ...]:
        """Return the terms that the rules give where these facts are known."""
        answer = self.answer if facts == self.facts else entitlements(self.bundle, facts, self.now)
        return terms(self.bundle, answer)

    def along(self, own: CareFacts) -> CareFacts:
        """Return what was noted about the stay, with what the rest of the file knows."""
        place = placing.fold(self.stream.happened).stay
        rights = max((day for day, _ in self.client.rights), default=None)
        moments = dict(own.moments)
        if self.client.opened_at is not None:
            moments.setdefault("found", civil_date(self.client.opened_at))
        if rights is not None:
            moments["rights_told"] = rights
        age, noted = own.age, own.age_noted
        if age == UNKNOWN:
            age, noted = _AGES.get(self.client.age, UNKNOWN), _age_told(self.stream)
        born = dict.fromkeys((*own.birth_dates, *([self.born] if self.born else [])))
        return replace(
            own,
            age=age,
            age_noted=noted,
            birth_dates=tuple(born),
            stays=_STAYS.get(place.stays, UNKNOWN) if place else UNKNOWN,
            registration=place.registered if place and place.registered in _REGISTERED else UNKNOWN,
            moments=MappingProxyType(moments),
        )


def of(stream: Stream, now: datetime) -> Stay:
    """Return one client's stay, with one look in the vault."""
    client, state = clients.state(stream), residence.fold(stream.happened)
    told = clients.words(stream, [*(one.facts for one in state.noted), client.identity])
    facts = _dated((of_data(told[one.facts]), civil_date(one.at)) for one in state.noted)
    notes = tuple(
        Note(one, known, _said(told[one.facts])) for one, known in zip(state.noted, facts, strict=True)
    )
    return Stay(stream, now, client, state, notes, _born(told.get(client.identity, {})), rules(now))


def rules(now: datetime) -> Bundle:
    """Return the policy in force today: the law of today counts, also in a file that was opened under an older one."""
    found = room.policy(now)
    if found is None:
        raise clients.NotThere("without a policy in force there are no client files")
    return found


def _dated(notes: Iterable[tuple[CareFacts, date]]) -> list[CareFacts]:
    """Return what was noted, oldest first, with the day of the age: of the note that said so first or anew."""
    found: list[CareFacts] = []
    for facts, on in notes:
        before = found[-1] if found else CareFacts()
        if facts.age != UNKNOWN and facts.age_noted is None:
            facts = replace(facts, age_noted=before.age_noted if before.age == facts.age else on)
        found.append(facts)
    return found


def _age_told(stream: Stream) -> date | None:
    """Return the day on which the file itself was told an age last."""
    told = [at for event, at in stream.happened if isinstance(event, ClientOpened | ClientDescribed)]
    return civil_date(told[-1]) if told else None


def _said(told: Mapping[str, Any]) -> str:
    return str(told.get("words") or "")


def _born(identity: Mapping[str, Any]) -> date | None:
    try:
        return date.fromisoformat(str(identity.get("birth") or ""))
    except ValueError:
        return None
