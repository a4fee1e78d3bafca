"""Reporting: one account, one transaction, one return code. From outside there is no actor (V32)."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from baken.core.derive.access import may
from baken.core.events import Event
from baken.core.events.signal import (
    SecrecyNoticed,
    SignalAcknowledged,
    SignalReported,
    TeamCoordinatorConsulted,
)
from baken.core.policy.activities import under_secrecy
from baken.core.vocabulary.facts import FACTS
from baken.core.vocabulary.processing import WORK
from baken.intake.content import Envelope, Report
from baken.intake.gate import Gate, gate
from baken.ledger import codes, signals, vault
from baken.ledger.codes import ReturnCode
from baken.ledger.store import earlier, new_stream
from baken.tenancy.actors import Actor
from baken.tenancy.models import Organisation, Person
from baken.tenancy.scope import scope

WEB, ENTERED = "web", "entered"
ABOUT = ("other", "self", "colleague")


class NotOpen(Exception):
    """The organisation cannot take reports: no adopted policy says for what purpose and on what ground
    (V1).
    """


class NoSeal(Exception):
    """A name was given, but the post has no key yet to seal it with. Nothing was kept."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a reporter gets back. `repeated`: the same form was sent before, and this is its receipt again."""

    code: ReturnCode
    signal: UUID
    repeated: bool
    gate: Gate


def report(
    *,
    organisation: Organisation,
    form_token: str,
    content: Report,
    claims: Mapping[str, tuple[str, ...]],
    envelope: Envelope | None,
    reporter: str,
    question: bool,
    about: str,
    channel: str,
    coordinator_consulted: bool,
    actor: Actor | None,
    now: datetime,
    work: str = "unknown",
) -> Receipt:
    """Record a report or a question and give its receipt.

    The same form sent again, word for word, gives the same receipt and records nothing; with other words it
    is another report, so that what somebody adds after going back is never lost. `work` is the kind of work in which
    it was seen; some work makes weighing its secrecy owed (V5). Raises `NotOpen` or `NoSeal`.
    """
    _must_make_sense(claims, reporter, about, channel, actor, work)
    sealing = None if envelope is None or envelope.empty else envelope
    rest = [str(organisation.id), reporter, question, about, channel, coordinator_consulted, work]
    token = _token(form_token, content, claims, sealing, rest)
    code, command = codes.make(token), codes.command(token)
    with scope(organisation.id):
        open_gate = gate(now)
        if open_gate is None:
            raise NotOpen
        if sealing is not None and not open_gate.seals:
            raise NoSeal
        if done := earlier(command):
            return Receipt(code, done.stream, True, open_gate)
        signal = new_stream()
        by, sealed = _without_a_trace(actor, sealing)
        events: list[Event] = [
            SignalReported(
                content=vault.put(signal, "report", content.to_vault()),
                envelope=_seal(signal, open_gate, sealed),
                claims={fact: tuple(sorted(values)) for fact, values in claims.items()},
                reporter=reporter,
                reporter_named="yes" if sealing else "no",
                channel=channel,
                question=question,
                about=about,
                purpose=open_gate.purpose,
                ground=open_gate.ground,
                work=work,
            ),
            SignalAcknowledged(),
        ]
        if under_secrecy(open_gate.bundle.activity_list, work):
            events.append(SecrecyNoticed("policy"))
        if coordinator_consulted:
            events.append(TeamCoordinatorConsulted())
        signals.begin(signal, events, actor=by, bundle=open_gate.bundle, now=now, command=command)
        codes.register(code, organisation.id, signal)
        return Receipt(code, signal, False, open_gate)


def _without_a_trace(actor: Actor | None, envelope: Envelope | None) -> tuple[Actor | None, Envelope | None]:
    """Return who may stand beside the report, and the envelope to seal.

    Who enters a colleague's signal without the right to read it is that colleague's coordinator, and so points to
    the team: that name goes into the envelope and no actor stands outside it (DATA-06, V6).
    """
    if actor is None or may(actor.roles, "signal.read").allowed:
        return actor, envelope
    told = envelope or Envelope()
    if told.coordinator:
        return None, told
    return None, replace(told, coordinator=Person.objects.get(pk=actor.person_id).name)


def _seal(signal: UUID, open_gate: Gate, envelope: Envelope | None) -> str | None:
    if envelope is None or open_gate.post is None or not open_gate.seals:
        return None
    return vault.put_sealed(signal, open_gate.post, envelope.to_vault())


def _token(
    form_token: str,
    content: Report,
    claims: Mapping[str, tuple[str, ...]],
    envelope: Envelope | None,
    rest: list[object],
) -> str:
    """Return what makes this sending the same as another: the form's own token and every word in it."""
    thinks = {fact: sorted(values) for fact, values in claims.items()}
    words = [content.to_vault(), thinks, envelope.to_vault() if envelope else None, rest]
    digest = hashlib.sha256(json.dumps(words, sort_keys=True).encode()).hexdigest()
    return f"{form_token}|{digest}"


def _must_make_sense(
    claims: Mapping[str, tuple[str, ...]],
    reporter: str,
    about: str,
    channel: str,
    actor: Actor | None,
    work: str,
) -> None:
    """Refuse what no form can send; without personal data in the words."""
    for fact, values in claims.items():
        kind = FACTS.get(fact)
        if (
            kind is None
            or not values
            or not set(values) <= set(kind.values)
            or (len(values) > 1 and not kind.is_set)
        ):
            raise ValueError("a claim is not one of the facts that a route reads")
    if reporter not in FACTS["reporter"].values or about not in ABOUT or work not in WORK:
        raise ValueError("reporter, about or work is not on the closed list")
    if (channel, actor is not None) not in ((WEB, False), (ENTERED, True)):
        raise ValueError("a report from outside has no actor, and one that is entered has one")
