"""What is owed, as a sentence with its reason, source and button; and the calls that come before everything."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from baken.core.derive.answers import Owed, ReferralState, StepState
from baken.core.derive.compiled import Match
from baken.core.policy.bundle import Bundle
from baken.core.vocabulary.actors import ACTORS
from baken.core.vocabulary.text import Text
from baken.ledger import policies
from baken.ledger.signals import SignalFile
from baken.route.queries.parts import parts, source_of
from baken.route.queries.ways import NOWHERE, PAGES, Way, way
from baken.route.queries.words import day, telling
from baken.web import sources
from baken.web.elsewhere import EMERGENCY
from baken.web.parts import Words

ASKED = {
    "partner.asked": Text("Vraag {name} om terugkoppeling.", "Ask {name} for feedback."),
    "partner.answered": Text(
        "Ga na wat {name} deed, en leg het antwoord vast.", "Find out what {name} did, and record the answer."
    ),
    "referral.sent": Text("Verzend de overdracht aan {name}.", "Send the hand-over to {name}."),
}
NOT_YET = {
    "partner.asked": Text(
        "Overgedragen op {day}, nog geen vraag gesteld.", "Handed over on {day}, not asked yet."
    ),
    "partner.answered": Text(
        "Overgedragen op {day}, nog geen antwoord.", "Handed over on {day}, no answer yet."
    ),
    "referral.sent": Text("Klaargezet op {day}, nog niet verzonden.", "Put ready on {day}, not sent yet."),
}


@dataclass(frozen=True, slots=True)
class Todo:
    """Something owed: the sentence, why, since when, who says so, and where to do it.

    `ready` tells that it can be done now; `who` is filled where somebody else owes it.
    """

    sentence: Text
    because: Sequence[Words]
    since: Text
    due_at: datetime | None
    overdue: bool
    source: Words
    href: str
    action: Text
    ready: bool
    who: Words


@dataclass(frozen=True, slots=True)
class Number:
    """A number to call now."""

    number: str
    label: Text
    when: Words
    urgent: bool


@dataclass(frozen=True, slots=True)
class Call:
    """Advice of the policy, with the numbers where it says to call."""

    sentence: Text
    numbers: Sequence[Number]
    source: Words


def todos(file: SignalFile) -> list[Todo]:
    """Return what is owed on one signal: what can be done now first, what is too late before that."""
    found = [_todo(file, owed) for owed in file.route.owed]
    return _one_button_each(
        sorted(found, key=lambda todo: (not todo.ready, bool(todo.who), not todo.overdue))
    )


def _one_button_each(found: list[Todo]) -> list[Todo]:
    """One message may answer for two things that are owed: the second says so, and has no button of its own."""
    shown: list[Todo] = []
    for todo in found:
        if todo.action == TELL and todo.href in {one.href for one in shown}:
            todo = replace(todo, href="", because=(*todo.because, SAME))
        shown.append(todo)
    return shown


def left_open(file: SignalFile) -> list[Text]:
    """Return what stays owed when the signal is closed now: everything but the closing itself."""
    return [owed.sentence for owed in file.route.owed if not _closes(file.bundle.id, owed.step)]


def _closes(bundle_id: str, step: str) -> bool:
    match = _match(bundle_id, step)
    return match is not None and match.event == "signal.closed"


def way_of(
    signal: UUID, bundle_id: str, step: str, partner: str | None = None, referral: str | None = None
) -> Way:
    """Return the page that completes a step, about a partner where one is meant."""
    match = _match(bundle_id, step)
    if match is None:
        return NOWHERE
    return way(
        signal,
        match.event,
        fact=match.fact,
        partner=partner or match.partner,
        table=match.table,
        source=match.source,
        referral=referral,
    )


def calls(file: SignalFile) -> list[Call]:
    """Return whom to call now, until somebody was given the signal or an officer says that nobody is in danger."""
    urgent = [one for one in _advice(file) if _urgent(file, one) and one.status == "due"]
    return [
        Call(
            one.text,
            _numbers(file.bundle, [m.partner for m in one.completes if m.partner]),
            _said_by(file, one),
        )
        for one in urgent
    ]


def advice(file: SignalFile) -> list[Call]:
    """Return what the policy asks to think of now, apart from calling. Advice obliges nobody."""
    return [
        Call(one.text, (), _said_by(file, one))
        for one in _advice(file)
        if not _urgent(file, one) and one.status != "done"
    ]


def _todo(file: SignalFile, owed: Owed) -> Todo:
    step = file.route.step(owed.step)
    match = _match(file.bundle.id, owed.step)
    event = match.event if match else ""
    referral = _referral_id(file, owed.partner) if owed.partner and event != "signal.referred" else None
    there = way_of(file.id, file.bundle.id, owed.step, owed.partner, referral)
    sentence, because = owed.sentence, tuple(step.because) if step and not owed.partner else ()
    ready = bool(step and step.status in ("due", "overdue"))
    if owed.partner:
        name = file.bundle.name_of(owed.partner)
        if event == "partner.asked" and referral and not file.state.referrals[referral].arrived:
            event = "referral.sent"  # a document that did not leave yet cannot be asked about
            there = way(file.id, event, referral=referral)
        if event in ASKED:
            sentence, because = ASKED[event].format(name=name), (NOT_YET[event].format(day=day(owed.since)),)
        named = file.route.referral(owed.partner)
        if event == "signal.referred" and named is not None:
            because = named.because
            if named.held:
                there, because, ready = _first(file, named), named.held_because, False
    if not file.state.received:
        ready = event == "signal.received"
        there = there if ready or event == "team_coordinator.consulted" else NOWHERE
    elif file.state.closed and event not in AFTER_CLOSING:
        there, because = way(file.id, "signal.reopened"), (*because, CLOSED)
    return Todo(
        sentence=sentence,
        because=telling(because),
        since=day(owed.since),
        due_at=owed.due_at,
        overdue=owed.due_at is not None and owed.due_at < file.now,
        source=source_of(file.bundle.id, owed.step),
        href=there.href,
        action=there.action,
        ready=ready,
        who="" if owed.actor in OWN else ACTORS[owed.actor],
    )


OWN = ("focal_point", "deputy", "lead_focal_point")
CLOSED = Text("Het signaal is afgesloten. Heropen het eerst.", "The signal is closed. Reopen it first.")
TELL = PAGES["reporter.informed"][1]
SAME = Text("De knop hierboven is ook hiervoor.", "The button above is for this too.")
AFTER_CLOSING = ("reporter.informed", "partner.asked", "partner.answered", "referral.sent")


def _match(bundle_id: str, step: str) -> Match | None:
    part = parts(bundle_id).get(step)
    return part.matches[0] if part and part.matches else None


def _referral_id(file: SignalFile, partner: str) -> str | None:
    """The last hand-over to this partner: the one that a question or answer is about."""
    given = [one for one in file.state.referrals.values() if one.partner == partner]
    return max(given, key=lambda one: one.at).id if given else None


def _first(file: SignalFile, referral: ReferralState) -> Way:
    """The page of what must come before a held referral."""
    holds = {hold.id: hold.until for hold in file.bundle.holds}
    for hold in file.route.holds:
        if referral.partner in hold.targets and hold.id in holds:
            return way(file.id, holds[hold.id].event)
    return NOWHERE


def _advice(file: SignalFile) -> list[StepState]:
    return [] if file.state.closed else [step for step in file.route.steps if step.kind == "advice"]


def _urgent(file: SignalFile, step: StepState) -> bool:
    rules = policies.route_policy(file.bundle.id).advice
    return any(rule.id == step.id and "urgency" in rule.when.facts for rule in rules)


def _said_by(file: SignalFile, step: StepState) -> Text:
    element = next((one for one in file.bundle.advice if one.id == step.id), None)
    return sources.of(file.bundle, element)


def _numbers(bundle: Bundle, partners: Sequence[str]) -> list[Number]:
    """112 first, then the partners to whom the signal can go at once; the same number is said once."""
    emergency = bundle.emergency_numbers[0] if bundle.emergency_numbers else None
    first = (
        _number(emergency.phone, emergency.name, emergency.when_to_use, urgent=True)
        if emergency
        else _number(EMERGENCY.number, EMERGENCY.name, EMERGENCY.when, urgent=True)
    )
    numbers = {first.number: first}
    for partner in partners:
        known = bundle.partners.get(partner)
        if known and known.contact.phone:
            phone = known.contact.phone
            numbers.setdefault(phone, _number(phone, known.name, known.contact.note or known.task))
    return list(numbers.values())


def _number(phone: str, name: Text, when: Text, *, urgent: bool = False) -> Number:
    said = Text("{name}. {when}", "{name}. {when}").format(name=name, when=when)
    return Number(phone, Text("Bel {phone}", "Call {phone}").format(phone=phone), said, urgent)
