"""What is owed, as a sentence with its reason, source and button; and the calls that come before everything."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from uuid import UUID

from baken.core.derive.compiled import Match
from baken.core.policy.base import Element
from baken.core.policy.bundle import Bundle
from baken.core.vocabulary.text import Text
from baken.ledger import policies
from baken.ledger.models import Obligation, SignalRow
from baken.ledger.signals import SignalFile
from baken.route.queries import sources
from baken.route.queries.ways import NOWHERE, Way, way
from baken.web.elsewhere import EMERGENCY
from baken.web.parts import Words


@dataclass(frozen=True, slots=True)
class Todo:
    """Something owed: the sentence, why, since when, who says so, and where to do it."""

    sentence: Text
    because: Sequence[Words]
    since: datetime | None
    due_at: datetime | None
    overdue: bool
    source: Words
    href: str
    action: Text


@dataclass(frozen=True, slots=True)
class Number:
    """A number to call now."""

    number: str
    label: Text
    when: Words


@dataclass(frozen=True, slots=True)
class Call:
    """Advice to call at once, with the numbers."""

    sentence: Text
    numbers: Sequence[Number]
    source: Words


@dataclass(frozen=True, slots=True)
class Part:
    """A step or question of a policy: what completes it, its sentence and its source."""

    matches: tuple[Match, ...]
    text: Text
    source: Text


@lru_cache(maxsize=64)
def parts(bundle_id: str) -> dict[str, Part]:
    """Return the steps and questions of a stored bundle, by id."""
    route, bundle = policies.route_policy(bundle_id), policies.bundle(bundle_id)
    elements: dict[str, Element] = {one.id: one for one in (*bundle.steps, *bundle.questions)}
    found = {
        step.id: Part(step.matches, step.text, sources.of(bundle, elements[step.id])) for step in route.steps
    }
    for question in route.questions:
        match = Match("fact.established", fact=question.fact)
        found[question.id] = Part((match,), question.text, sources.of(bundle, elements[question.id]))
    return found


def way_of(
    signal: UUID, bundle_id: str, step: str, partner: str | None = None, referral: str | None = None
) -> Way:
    """Return the page that completes a step, about a partner where one is meant."""
    part = parts(bundle_id).get(step)
    if part is None or not part.matches:
        return NOWHERE
    match = part.matches[0]
    return way(
        signal,
        match.event,
        fact=match.fact,
        partner=partner or match.partner,
        table=match.table,
        source=match.source,
        referral=referral,
    )


def source_of(bundle_id: str, step: str) -> Text:
    """Return where a step or question comes from."""
    part = parts(bundle_id).get(step)
    return part.source if part else Text("", "")


def todos(file: SignalFile) -> list[Todo]:
    """Return what is owed on one signal: what is too late first, then in the order of the policy."""
    found = []
    for owed in file.route.owed:
        step = file.route.step(owed.step)
        found.append(
            _todo(
                file.id,
                file.bundle.id,
                owed.step,
                owed.partner,
                owed.sentence,
                because=step.because if step else (),
                since=owed.since,
                due_at=owed.due_at,
                now=file.now,
            )
        )
    return sorted(found, key=lambda todo: not todo.overdue)


def owed_todo(owed: Obligation, row: SignalRow, now: datetime) -> Todo:
    """Return an obligation of the work list."""
    policy = policies.route_policy(row.bundle)
    return _todo(
        owed.stream_id,
        row.bundle,
        owed.step,
        owed.partner or None,
        sentence(policy, owed.step, owed.partner or None, owed.since),
        because=(),
        since=owed.since,
        due_at=owed.due_at,
        now=now,
    )


def calls(file: SignalFile) -> list[Call]:
    """Return whom to call now. It stays until somebody was given the signal, or an officer says that nobody is in danger."""
    if file.state.closed:
        return []
    policy = policies.route_policy(file.bundle.id)
    urgent = {rule.id: rule for rule in policy.advice if "urgency" in rule.when.facts}
    elements = {one.id: one for one in file.bundle.advice}
    found = []
    for step in file.route.steps:
        if step.kind == "advice" and step.status in ("due", "overdue") and step.id in urgent:
            partners = [match.partner for match in urgent[step.id].done_by if match.partner]
            found.append(
                Call(step.text, _numbers(file.bundle, partners), sources.of(file.bundle, elements[step.id]))
            )
    return found


def advice(file: SignalFile) -> list[Call]:
    """Return what the policy asks to think of now, apart from calling. Advice obliges nobody."""
    policy = policies.route_policy(file.bundle.id)
    urgent = {rule.id for rule in policy.advice if "urgency" in rule.when.facts}
    elements = {one.id: one for one in file.bundle.advice}
    return [
        Call(step.text, (), sources.of(file.bundle, elements[step.id]))
        for step in file.route.steps
        if step.kind == "advice" and step.status in ("due", "overdue") and step.id not in urgent
    ]


def _numbers(bundle: Bundle, partners: Sequence[str]) -> list[Number]:
    label = Text("Bel {name}: {number}", "Call {name}: {number}")
    numbers = [
        Number(one.phone, label.format(name=one.name, number=one.phone), one.when_to_use)
        for one in bundle.emergency_numbers
    ] or [Number(EMERGENCY.number, Text("Bel 112", "Call 112"), EMERGENCY.when)]
    for partner in partners:
        known = bundle.partners.get(partner)
        if known and known.contact.phone:
            words = label.format(name=known.name, number=known.contact.phone)
            numbers.append(Number(known.contact.phone, words, known.contact.note or known.task))
    return numbers


def _todo(
    signal: UUID,
    bundle_id: str,
    step: str,
    partner: str | None,
    words: Text,
    *,
    because: Sequence[Words],
    since: datetime,
    due_at: datetime | None,
    now: datetime,
) -> Todo:
    there = way_of(signal, bundle_id, step, partner)
    return Todo(
        sentence=words,
        because=because,
        since=since,
        due_at=due_at,
        overdue=due_at is not None and due_at < now,
        source=source_of(bundle_id, step),
        href=there.href,
        action=there.action,
    )
