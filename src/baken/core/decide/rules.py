"""Checks that several decisions share. Each raises `Refused` with a sentence that helps."""

from collections.abc import Collection

from baken.core.decide.refusal import Refused
from baken.core.derive.answers import HoldState
from baken.core.derive.signal import Referral, SignalState
from baken.core.vocabulary.text import Text


def must_exist(state: SignalState) -> None:
    """A signal must have been reported before anything else can happen to it."""
    if not state.exists:
        raise Refused(
            Text("Dit signaal bestaat niet.", "This signal does not exist."),
            Text("Er is nog niets gemeld.", "Nothing has been reported yet."),
            Text("Voer eerst een signaal in.", "Enter a signal first."),
        )


def must_be_received(state: SignalState) -> None:
    """Most decisions ask that the focal point took the signal in hand (ROUTE-W2)."""
    must_exist(state)
    if not state.received:
        raise Refused(
            Text("Dit kan nog niet.", "This cannot be done yet."),
            Text("Het signaal is nog niet in ontvangst genomen.", "The signal has not been received yet."),
            Text("Neem het signaal eerst in ontvangst.", "Receive the signal first."),
        )


def must_be_open(state: SignalState) -> None:
    """A closed signal is reopened first, with a reason, so that nothing changes behind a closed door."""
    must_be_received(state)
    if state.closed:
        raise Refused(
            Text("Dit kan niet bij een afgesloten signaal.", "This cannot be done with a closed signal."),
            Text("Het signaal is afgesloten.", "The signal has been closed."),
            Text("Heropen het signaal eerst, met een reden.", "Reopen the signal first, with a reason."),
        )


def must_have_been_tabled(state: SignalState) -> None:
    """A table decides about what lay there (ROUTE-11)."""
    must_be_open(state)
    if not state.tables:
        raise Refused(
            Text("Er is nog geen besluit vast te leggen.", "There is no decision to record yet."),
            Text("Het signaal lag nog bij geen enkel overleg.", "The signal was at no table yet."),
            Text("Leg eerst vast dat het daar is besproken.", "Record first that it was discussed there."),
        )


def must_be_one_of(value: str, choices: Collection[str], name: Text) -> None:
    """A choice must be on its closed list."""
    if value not in choices:
        listed = ", ".join(choices)
        raise Refused(
            Text("De keuze voor {name} bestaat niet.", "The choice for {name} does not exist.").format(
                name=name
            ),
            Text(f"'{value}' staat niet op de lijst.", f"'{value}' is not on the list."),
            Text(f"Kies uit: {listed}.", f"Choose from: {listed}."),
        )


def referral_of(state: SignalState, referral: str) -> Referral:
    """Return the hand-over that is meant. Raises `Refused` when the signal has none such."""
    found = state.referrals.get(referral)
    if found is None:
        raise Refused(
            Text("Deze overdracht bestaat niet.", "This hand-over does not exist."),
            Text("Het signaal is niet zo overgedragen.", "The signal was not handed over like that."),
            Text("Kies een overdracht van dit signaal.", "Choose a hand-over of this signal."),
        )
    return found


def must_not_be_held(held: HoldState | None, override_reason: str | None) -> None:
    """What is held waits, unless the policy lets a recorded reason pass it now."""
    if held is None or (held.may_override and override_reason):
        return
    do = Text("Doe dat eerst.", "Do that first.")
    if held.may_override:
        do = Text(
            "Doe dat eerst, of leg vast waarom het niet kan wachten.",
            "Do that first, or record why it cannot wait.",
        )
    raise Refused(Text("Dit moet nog wachten.", "This must wait."), held.because, do)
