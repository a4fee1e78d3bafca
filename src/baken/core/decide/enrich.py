"""Weighing, consulting sources by hand, the trusted person, and the table."""

from collections.abc import Collection, Sequence

from baken.core.decide import commands as ask
from baken.core.decide.ground import must_say_why_a_minor
from baken.core.decide.refusal import Refused
from baken.core.decide.rules import must_be_one_of, must_be_open, must_not_be_held
from baken.core.derive.answers import HoldState
from baken.core.derive.careful import first_held, held_by_secrecy, minor
from baken.core.derive.signal import SignalState
from baken.core.events import Event
from baken.core.events import signal as past
from baken.core.vocabulary import outcomes
from baken.core.vocabulary.text import Text


def weigh(state: SignalState, command: ask.Weigh) -> tuple[Event, ...]:
    """Weigh whether sources may be consulted; without it none may (V12)."""
    must_be_open(state)
    must_be_one_of(command.outcome, outcomes.WEIGHING, Text("de weging", "the weighing"))
    return (past.EnrichmentWeighed(command.outcome, command.reason),)


def consult(
    state: SignalState, command: ask.ConsultSource, sources: Collection[str], grounds: Collection[str]
) -> tuple[Event, ...]:
    """Record one consultation, with a reason of its own (V11). 'Not found' stops the search, unless safety or care
    asks to go on (V12).
    """
    must_be_open(state)
    must_be_one_of(command.source, sources, Text("de bron", "the source"))
    must_be_one_of(command.outcome, outcomes.SOURCE, Text("het resultaat", "the result"))
    must_be_one_of(command.continues_because, outcomes.CONTINUES, Text("verder zoeken", "searching on"))
    must_be_one_of(command.ground, grounds, Text("de grondslag", "the ground"))
    if not state.may_enrich:
        raise Refused(
            Text("Deze bron mag nu niet worden geraadpleegd.", "This source may not be consulted now."),
            Text(
                "Er is nog niet gewogen, of de vorige weging of bron zei: stop.",
                "It has not been weighed yet, or the last weighing or source said: stop.",
            ),
            Text("Weeg eerst (opnieuw) af, met een reden.", "Weigh first (again), with a reason."),
        )
    if command.reason is None:
        raise Refused(
            Text("De bron is niet vastgelegd.", "The source was not recorded."),
            Text("Er staat niet waarom deze bron nodig was.", "It does not say why this source was needed."),
            Text("Schrijf in één zin waarom.", "Write in one sentence why."),
        )
    on = command.continues_because if command.outcome == "no_hit" else "none"
    return (
        past.SourceConsulted(
            command.source, command.outcome, on, command.ground, command.note, command.reason
        ),
    )


def trusted_person(state: SignalState, command: ask.ConsiderTrustedPerson) -> tuple[Event, ...]:
    """Answer whether a trusted person can be brought in for the presumed victim (ROUTE-W3a)."""
    must_be_open(state)
    must_be_one_of(command.outcome, outcomes.TRUSTED_PERSON, Text("het antwoord", "the answer"))
    return (past.TrustedPersonConsidered(command.outcome, command.reason),)


def put_on_table(
    state: SignalState,
    command: ask.PutOnTable,
    tables: Collection[str],
    held: HoldState | None,
    purposes: Sequence[str],
    grounds: Sequence[str],
) -> tuple[Event, ...]:
    """Discuss the signal at a table with purpose and ground (V2), unless something must come first (V5, V31)."""
    must_be_open(state)
    must_be_one_of(command.table, tables, Text("het overleg", "the table"))
    purpose, ground = command.purpose or purposes[0], command.ground or grounds[0]
    must_be_one_of(purpose, purposes, Text("het doel", "the purpose"))
    must_be_one_of(ground, grounds, Text("de grondslag", "the ground"))
    held = first_held(held, held_by_secrecy(state, content=command.named))
    must_not_be_held(held, command.override_reason)
    must_say_why_a_minor(state, command.named, command.minor_reason)
    return (
        past.SignalTabled(
            table=command.table,
            override_reason=command.override_reason if held else None,
            purpose=purpose,
            ground=ground,
            named=command.named,
            minor_reason=command.minor_reason if command.named and minor(state) else None,
        ),
    )


def table_decided(state: SignalState, command: ask.RecordTableDecision) -> tuple[Event, ...]:
    """Record what a table decided, after the signal lay there (ROUTE-11)."""
    must_be_open(state)
    if command.table not in state.tables:
        raise Refused(
            Text("Het besluit is niet vastgelegd.", "The decision was not recorded."),
            Text("Het signaal lag nog niet bij dit overleg.", "The signal was not at this table yet."),
            Text("Leg eerst vast dat het daar is besproken.", "Record first that it was discussed there."),
        )
    return (past.TableDecided(command.table, command.decision),)
