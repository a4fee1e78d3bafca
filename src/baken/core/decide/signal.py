"""Receiving, establishing facts, assessing, correcting, closing and reopening a signal."""

from collections.abc import Collection

from baken.core.decide import commands as ask
from baken.core.decide.refusal import Refused
from baken.core.decide.rules import must_be_one_of, must_be_open, must_be_received, must_exist
from baken.core.derive.signal import SignalState, as_value
from baken.core.events import Event
from baken.core.events import signal as past
from baken.core.vocabulary import outcomes
from baken.core.vocabulary.facts import FACTS
from baken.core.vocabulary.text import Text

ESTABLISHED_ELSEWHERE = ("assessment", "reporter_named")
"""Facts with a decision of their own: the assessment is an event, and whether there is a name comes with the report."""


def receive(
    state: SignalState, command: ask.Receive, purposes: Collection[str], grounds: Collection[str]
) -> tuple[Event, ...]:
    """Take the signal in hand, once, and say for what purpose and on what ground, of those for taking in (V1)."""
    must_exist(state)
    if state.received:
        raise Refused(
            Text("Dit signaal is al in ontvangst genomen.", "This signal was received already."),
            Text("In ontvangst nemen hoeft maar één keer.", "Receiving is needed only once."),
            Text("Ga verder met de volgende stap.", "Go on with the next step."),
        )
    purpose, ground = command.purpose or state.purpose, command.ground or state.ground
    if purpose != state.purpose:
        must_be_one_of(purpose, purposes, Text("het doel", "the purpose"))
    if ground != state.ground:
        must_be_one_of(ground, grounds, Text("de grondslag", "the ground"))
    return (past.SignalReceived(purpose, ground),)


def coordinator_consulted(state: SignalState) -> tuple[Event, ...]:
    """Record the talk with a team coordinator, without a name (DATA-06)."""
    must_exist(state)
    if any(h.event == past.TeamCoordinatorConsulted.type for h in state.history):
        raise Refused(
            Text("Dit is al vastgelegd.", "This has been recorded already."),
            Text(
                "Het gesprek met de teamcoördinator staat er al.",
                "The talk with the team coordinator is on record.",
            ),
            Text("Ga verder met de volgende stap.", "Go on with the next step."),
        )
    return (past.TeamCoordinatorConsulted(),)


def establish(state: SignalState, command: ask.EstablishFact) -> tuple[Event, ...]:
    """Establish one fact with a reason (TRIAGE-04)."""
    must_be_open(state)
    facts = [name for name in FACTS if name not in ESTABLISHED_ELSEWHERE]
    must_be_one_of(command.fact, facts, Text("het feit", "the fact"))
    kind = FACTS[command.fact]
    for value in command.value:
        must_be_one_of(value, kind.values, Text("de waarde", "the value"))
    if not kind.is_set and len(command.value) != 1:
        raise Refused(
            Text("Dit feit is niet vastgesteld.", "This fact was not established."),
            Text("Het heeft precies één waarde.", "It has exactly one value."),
            Text("Kies één waarde.", "Choose one value."),
        )
    if state.established.get(command.fact) == as_value(command.fact, command.value):
        raise Refused(
            Text("Er verandert niets.", "Nothing changes."),
            Text("Dit feit was al zo vastgesteld.", "This fact was established like that already."),
            Text("Kies een andere waarde, of ga verder.", "Choose another value, or go on."),
        )
    return (past.FactEstablished(command.fact, tuple(sorted(command.value)), command.reason),)


def assess(state: SignalState, command: ask.Assess, destinations: frozenset[str]) -> tuple[Event, ...]:
    """Judge what the signal is; for another phenomenon, say where it must go (ROUTE-10)."""
    must_be_open(state)
    must_be_one_of(command.assessment, outcomes.ASSESSMENT, Text("de beoordeling", "the assessment"))
    if command.assessment == "other_phenomenon":
        if not command.destination:
            raise Refused(
                Text("De beoordeling is niet vastgelegd.", "The assessment was not recorded."),
                Text(
                    "Een ander probleem moet ergens terechtkomen.", "Another problem must end up somewhere."
                ),
                Text("Kies wie het oppakt.", "Choose who takes it up."),
            )
        must_be_one_of(command.destination, destinations, Text("de bestemming", "the destination"))
    destination = command.destination if command.assessment == "other_phenomenon" else None
    return (past.SignalAssessed(command.assessment, destination, command.reason),)


def inform(state: SignalState, command: ask.InformReporter) -> tuple[Event, ...]:
    """Put a message ready for the reporter; also when the signal is closed, for the answer is owed."""
    must_be_received(state)
    must_be_one_of(command.category, outcomes.INFORMED, Text("het soort bericht", "the kind of message"))
    for referral in command.referrals:
        must_be_one_of(referral, state.referrals, Text("de overdracht", "the hand-over"))
    return (past.ReporterInformed(command.category, command.message, command.referrals),)


def correct(state: SignalState, command: ask.Correct) -> tuple[Event, ...]:
    """Put right what was written down; the first account stays (V26)."""
    must_be_open(state)
    return (past.SignalCorrected(command.content, command.reason),)


def close(state: SignalState, command: ask.Close) -> tuple[Event, ...]:
    """Close the signal. 'Handled' asks for an assessment; what is owed stays owed."""
    must_be_open(state)
    must_be_one_of(command.outcome, outcomes.CLOSING, Text("de afsluiting", "the closing"))
    if command.outcome == "handled" and state.assessment == "open":
        raise Refused(
            Text("Het signaal is niet afgesloten.", "The signal was not closed."),
            Text("Het is nog niet beoordeeld.", "It has not been assessed yet."),
            Text(
                "Beoordeel het eerst, of kies een andere afsluiting.",
                "Assess it first, or choose another closing.",
            ),
        )
    return (past.SignalClosed(command.outcome, command.reason),)


def reopen(state: SignalState, command: ask.Reopen) -> tuple[Event, ...]:
    """Take a closed signal up again."""
    must_exist(state)
    if not state.closed:
        raise Refused(
            Text("Heropenen kan niet.", "This cannot be reopened."),
            Text("Het signaal is niet afgesloten.", "The signal is not closed."),
            Text("Ga verder met de volgende stap.", "Go on with the next step."),
        )
    return (past.SignalReopened(command.reason),)


def move_policy(state: SignalState, command: ask.MovePolicy, follows: str) -> tuple[Event, ...]:
    """Let an open signal follow the policy in use now; never a former one, nor one that counts later (ROUTE-02)."""
    must_be_open(state)
    what = Text("Het signaal volgt nog hetzelfde beleid.", "The signal still follows the same policy.")
    if command.in_force == follows:
        raise Refused(
            what,
            Text("Het volgt al het beleid dat nu geldt.", "It follows the policy of today already."),
            Text("U hoeft niets te doen.", "There is nothing to do."),
        )
    if command.bundle != command.in_force:
        raise Refused(
            what,
            Text(
                "Het beleid dat u zag, is niet het beleid dat nu geldt.",
                "The policy that you saw is not the one in use now.",
            ),
            Text("Bekijk opnieuw wat er verandert.", "Look again at what changes."),
        )
    return (past.SignalPolicyMoved(command.bundle, command.reason),)


def open_envelope(state: SignalState, command: ask.OpenEnvelope) -> tuple[Event, ...]:
    """Read who reported; there must be an envelope (ROLE-03)."""
    must_be_received(state)
    if state.envelope is None:
        raise Refused(
            Text("Er is geen envelop.", "There is no envelope."),
            Text("De melder gaf geen naam.", "The reporter gave no name."),
            Text("Antwoord via de antwoordcode.", "Answer by way of the return code."),
        )
    return (past.EnvelopeOpened(command.why, command.reason),)
