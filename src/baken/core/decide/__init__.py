"""Policy + history + command -> what happened, or a refusal with reasons."""

from typing import assert_never

from baken.core.decide import commands as ask
from baken.core.decide import enrich, files, ground, refer, rights, signal
from baken.core.decide.commands import Command
from baken.core.decide.refusal import Refused
from baken.core.derive.answers import Route, held_before_partner, held_before_table
from baken.core.derive.signal import SignalState
from baken.core.events import Event
from baken.core.policy.bundle import Bundle

__all__ = ["Command", "Refused", "decide"]
PROCESSES = (ask.ConsultSource, ask.PutOnTable, ask.Refer)
"""What does more with the data than keeping them, or putting them right."""


def decide(state: SignalState, bundle: Bundle, route: Route, command: Command) -> tuple[Event, ...]:
    """Return the events that follow from a command on a signal under its policy. Raises `Refused`."""
    if isinstance(command, PROCESSES):
        rights.must_not_be_restricted(state)
    match command:
        case ask.Receive():
            intake = bundle.uses.get("intake")
            return signal.receive(
                state, command, intake.purposes if intake else (), intake.grounds if intake else ()
            )
        case ask.RecordCoordinatorConsulted():
            return signal.coordinator_consulted(state)
        case ask.EstablishFact():
            return signal.establish(state, command)
        case ask.Weigh():
            return enrich.weigh(state, command)
        case ask.ConsultSource():
            grounds = [one.id for one in bundle.source_grounds(command.source)]
            return enrich.consult(state, command, bundle.sources, grounds)
        case ask.RecordPoliceTalk():
            return ground.police_talk(state, command)
        case ask.NoticeSecrecy():
            return ground.notice_secrecy(state)
        case ask.WeighSecrecy():
            return ground.weigh_secrecy(state, command)
        case ask.AddFile():
            return files.add(state, bundle.files, command)
        case ask.ConsiderTrustedPerson():
            return enrich.trusted_person(state, command)
        case ask.PutOnTable():
            present = [id for id, table in bundle.tables.items() if table.exists]
            return enrich.put_on_table(
                state,
                command,
                present,
                held_before_table(route, command.table),
                [purpose.id for purpose in bundle.table_purposes(command.table)],
                [one.id for one in bundle.table_grounds(command.table)],
            )
        case ask.RecordTableDecision():
            return enrich.table_decided(state, command)
        case ask.Assess():
            return signal.assess(state, command, frozenset(place.id for place in bundle.destinations))
        case ask.Refer():
            return _refer(state, bundle, route, command)
        case ask.RecordSending():
            return refer.sent(state, command)
        case ask.AskPartner():
            return refer.asked(state, command)
        case ask.RecordAnswer():
            return refer.answered(state, command)
        case ask.InformReporter():
            return signal.inform(state, command)
        case ask.Correct():
            return signal.correct(state, command)
        case ask.Close():
            return signal.close(state, command)
        case ask.Reopen():
            return signal.reopen(state, command)
        case ask.MovePolicy():
            return signal.move_policy(state, command, bundle.id)
        case ask.OpenEnvelope():
            return signal.open_envelope(state, command)
        case (
            rights.Restrict()
            | rights.Release()
            | rights.GrantErasure()
            | rights.DecideInforming()
            | rights.RecordInformed()
            | rights.MakeCorrection()
            | rights.SendCorrection()
            | rights.ConfirmCorrection()
        ):
            return rights.decide(state, command)
        case _:
            assert_never(command)


def _refer(state: SignalState, bundle: Bundle, route: Route, command: ask.Refer) -> tuple[Event, ...]:
    partner = command.partner
    return refer.refer(
        state,
        command,
        partners=[id for id in bundle.partners if id in bundle.uses],
        purposes=[purpose.id for purpose in bundle.partner_purposes(partner)],
        grounds=[one.id for one in bundle.partner_grounds(partner)],
        pieces={id: piece.identifies for id, piece in bundle.partner_pieces(partner).items()},
        nameless_suffices=bundle.nameless_suffices(partner),
        held=held_before_partner(route, partner),
    )
