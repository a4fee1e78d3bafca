"""The talk with the police, and professional secrecy: what is recorded before something may be shared (V4, V5, V31)."""

from baken.core.decide import commands as ask
from baken.core.decide.refusal import Refused
from baken.core.decide.rules import must_be_one_of, must_be_open
from baken.core.derive.careful import OWED, minor
from baken.core.derive.signal import SignalState
from baken.core.events import Event
from baken.core.events import signal as past
from baken.core.vocabulary import outcomes
from baken.core.vocabulary.text import Text


def police_talk(state: SignalState, command: ask.RecordPoliceTalk) -> tuple[Event, ...]:
    """Record a talk with the police: the day and the function, and nothing of what was said (ADR 26)."""
    must_be_open(state)
    must_be_one_of(command.function, outcomes.POLICE, Text("de functie", "the function"))
    if command.on > command.today:
        raise Refused(
            Text("Het gesprek is niet vastgelegd.", "The talk was not recorded."),
            Text("Die dag moet nog komen.", "That day is still to come."),
            Text("Vul de dag in waarop u elkaar sprak.", "Give the day on which you spoke."),
        )
    return (past.PoliceDiscussed(command.on.isoformat(), command.function),)


def notice_secrecy(state: SignalState) -> tuple[Event, ...]:
    """Say that professional secrecy may count; what was weighed before is weighed anew."""
    must_be_open(state)
    if state.secrecy == OWED:
        raise Refused(
            Text("Er verandert niets.", "Nothing changes."),
            Text(
                "Dit stond er al, en moet nog worden afgewogen.",
                "This was on record, and is still to be weighed.",
            ),
            Text("Weeg het af voordat u iets deelt.", "Weigh it before you share anything."),
        )
    return (past.SecrecyNoticed("officer"),)


def weigh_secrecy(state: SignalState, command: ask.WeighSecrecy) -> tuple[Event, ...]:
    """Weigh it; who weighs what nobody noticed before, notices it in the same breath."""
    must_be_open(state)
    must_be_one_of(command.outcome, outcomes.SECRECY, Text("de afweging", "the weighing"))
    weighed = past.SecrecyWeighed(command.outcome, command.reason)
    return (weighed,) if state.secrecy else (past.SecrecyNoticed("officer"), weighed)


def must_say_why_a_minor(state: SignalState, named: bool, reason: str | None) -> None:
    """The name of somebody who is or may be a minor goes nowhere without a reason of its own."""
    if named and minor(state) and not reason:
        raise Refused(
            Text("Er is niets gedeeld.", "Nothing was shared."),
            Text(
                "Het gaat (misschien) om een minderjarige. Een naam deelt u dan alleen met een eigen reden.",
                "It is (perhaps) about a minor. A name is then shared only with a reason of its own.",
            ),
            Text(
                "Schrijf op waarom de naam nodig is, of deel het zonder naam.",
                "Write down why the name is needed, or share it without a name.",
            ),
        )
