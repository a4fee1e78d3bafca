"""One signal, as its page shows it: the next step first, then what was told, what is known, and what happened."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from baken.core.derive.answers import StepState
from baken.core.events import signal as past
from baken.core.vocabulary import outcomes, wording
from baken.core.vocabulary.actors import ACTORS
from baken.core.vocabulary.files import FILE_KINDS
from baken.core.vocabulary.text import Text
from baken.ledger import vault
from baken.ledger.projections import reference
from baken.ledger.signals import SignalFile
from baken.route.queries import account, care, concerned, debts, handing, moving, sources, timeline, todo
from baken.route.queries.parts import source_of
from baken.route.queries.people import names_of
from baken.route.queries.ways import NOWHERE, address, way
from baken.route.queries.words import day, telling
from baken.web.parts import Happening, Link, Step, Table


@dataclass(frozen=True, slots=True)
class Former:
    """An account that was put right later; it stays readable."""

    at: datetime
    account: account.Account


@dataclass(frozen=True, slots=True)
class Page:
    """Everything on a signal's page, in words and addresses."""

    id: UUID
    reference: str
    question: bool
    closed: bool
    meta: Sequence[Text | str]
    policy: Text
    newer: str
    calls: Sequence[todo.Call]
    advice: Sequence[todo.Call]
    next: todo.Todo | None
    also: Sequence[todo.Todo]
    reopen: str
    care: care.Care
    account: account.Account
    corrected: bool
    former: Sequence[Former]
    facts: Table
    steps: Sequence[Step]
    suggestions: Sequence[handing.Suggestion]
    unknowns: Sequence[handing.Unknown]
    handovers: Sequence[handing.HandedOver]
    files: Sequence[Happening]
    envelope: str
    messages: Sequence[Happening]
    inform: str
    timeline: Sequence[Happening]
    acts: Sequence[Link]
    concerned: concerned.Concerned


def page(file: SignalFile, *, may_handle: bool, may_open: bool) -> Page:
    """Return the page of a signal. Reads the vault once, and the names of colleagues once."""
    state, events = file.state, file.stream.events
    wanted = {*state.contents, *timeline.refs(events), *(message.ref for message in state.messages)}
    wanted |= {answer.note for one in state.referrals.values() for answer in one.answers if answer.note}
    words = vault.get_many(file.id, wanted)
    names = names_of(timeline.actors(events))
    owed = (*todo.todos(file), *debts.debts(file))
    todos = [one for one in owed if one.ready or one.href] if may_handle else []
    told = _accounts(file, words)
    may_move = may_handle and state.received and not state.closed
    return Page(
        id=file.id,
        reference=reference(file.id),
        question=state.question,
        closed=state.closed,
        meta=_meta(file),
        policy=sources.policy(file),
        newer=address("route:policy", file.id) if may_move and moving.newer(file) else "",
        calls=todo.calls(file),
        advice=todo.advice(file),
        next=todos[0] if todos else None,
        also=todos[1:],
        reopen=way(file.id, "signal.reopened").href if may_handle else "",
        care=care.care(file, may_handle),
        account=told[-1].account,
        corrected=len(told) > 1,
        former=told[-2::-1],
        facts=account.facts(file, may_handle and state.received and not state.closed),
        steps=[_step(file, step) for step in file.route.steps if step.kind != "advice"],
        suggestions=handing.suggestions(file, may_handle),
        unknowns=() if state.closed else handing.unknowns(file, may_handle),
        handovers=handing.handed_over(file, words, may_handle),
        files=_files(file) if may_handle else (),
        envelope=address("route:envelope", file.id) if state.envelope and may_open else "",
        messages=_messages(file, words),
        inform=way(file.id, "reporter.informed").href if may_handle and state.received else "",
        timeline=timeline.happenings(events, words, names),
        acts=_acts(file) if may_handle else (),
        concerned=concerned.concerned(file, may_handle),
    )


def _meta(file: SignalFile) -> list[Text | str]:
    state = file.state
    found: list[Text | str] = [wording.STAGE.get(file.route.stage, Text(file.route.stage, file.route.stage))]
    if state.reported_at:
        found.append(Text("gemeld op {day}", "reported on {day}").format(day=day(state.reported_at)))
    found.append(wording.VALUE["reporter"][state.reporter])
    found.append(wording.VALUE["reporter_named"]["yes" if state.reporter_named else "no"])
    if state.about != "other":
        found.append(wording.ABOUT.get(state.about, Text(state.about, state.about)))
    if state.assessment != "open":
        found.append(outcomes.ASSESSMENT[state.assessment])
    if state.destination:
        to = Text("naar: {place}", "to: {place}")
        found.append(to.format(place=file.bundle_of("signal.assessed").name_of(state.destination)))
    return found


def _accounts(file: SignalFile, words: Mapping[str, Mapping[str, Any]]) -> list[Former]:
    at = [
        stored.occurred_at
        for stored in file.stream.events
        if isinstance(stored.event, past.SignalReported | past.SignalCorrected)
    ]
    return [
        Former(moment, account.account(words[ref]))
        for moment, ref in zip(at, file.state.contents, strict=True)
    ]


def _messages(file: SignalFile, words: Mapping[str, Mapping[str, Any]]) -> list[Happening]:
    return [
        Happening(message.at, outcomes.INFORMED[message.category], detail=words[message.ref]["text"])
        for message in reversed(file.state.messages)
    ]


def _files(file: SignalFile) -> list[Happening]:
    return [
        Happening(one.at, FILE_KINDS[one.kind], href=address("files:copy", file.id, number))
        for number, one in enumerate(file.state.files, start=1)
    ]


def _step(file: SignalFile, step: StepState) -> Step:
    # What is due has its button on top of the page; here one finds the way to what may be done.
    may = step.status == "optional" and file.state.received and not file.state.closed
    found = todo.way_of(file.id, file.bundle.id, step.id) if may else NOWHERE
    return Step(
        title=step.text,
        status=step.status,
        because=telling(step.because),
        source=source_of(file.bundle.id, step.id),
        who=ACTORS[step.actor],
        due_at=step.due_at,
        href=found.href,
        action=found.action,
    )


def _acts(file: SignalFile) -> list[Link]:
    state = file.state
    if not state.received:
        names = ["signal.received", "team_coordinator.consulted"]
    elif state.closed:
        names = ["signal.reopened", "reporter.informed"]
    else:
        names = [
            "team_coordinator.consulted",
            "enrichment.weighed",
            "source.consulted",
            "trusted_person.considered",
            "police.discussed",
            "file.added",
            "secrecy.weighed",
            "signal.tabled",
            "table.decided",
            "signal.assessed",
            "signal.referred",
            "reporter.informed",
            "signal.corrected",
            "signal.closed",
        ]
    happened = {one.event for one in state.history}
    if "team_coordinator.consulted" in happened:
        names = [name for name in names if name != "team_coordinator.consulted"]
    if "signal.tabled" not in happened:
        names = [name for name in names if name != "table.decided"]
    if file.bundle.files is None:
        names = [name for name in names if name != "file.added"]
    ways = [way(file.id, name) for name in names]
    return [Link(one.href, one.action) for one in ways if one.href]
