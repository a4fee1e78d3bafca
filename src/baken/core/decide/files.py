"""Adding a file to a signal: only where the policy says so, and never a copy of somebody's papers or messages (V20)."""

from baken.core.decide import commands as ask
from baken.core.decide.refusal import Refused
from baken.core.decide.rules import must_be_one_of, must_be_open
from baken.core.derive.signal import SignalState
from baken.core.events import Event
from baken.core.events.files import FileAdded
from baken.core.policy.switches import Files
from baken.core.vocabulary.files import MEDIA, NEVER
from baken.core.vocabulary.text import Text

NOTHING_KEPT = Text("Het bestand is niet bewaard.", "The file was not kept.")


def must_be_allowed(switch: Files | None, kind: str) -> None:
    """Refuse what is never kept, and what this municipality did not switch on."""
    if kind in NEVER:
        raise Refused(
            NOTHING_KEPT,
            Text(
                "Een kopie van een identiteitsbewijs of bericht is niet nodig om een signaal te wegen, en doet kwaad "
                "als zij uitlekt.",
                "A copy of an identity paper or a message is not needed to weigh a signal, and does harm if it leaks.",
            ),
            Text(
                "Schrijf op wat u zag: welk soort papier, en wat eraan opviel.",
                "Write down what you saw: what kind of paper, and what struck you.",
            ),
        )
    if switch is None:
        raise Refused(
            NOTHING_KEPT,
            Text(
                "Het beleid van uw gemeente zet bestanden niet aan.",
                "The policy of your municipality does not switch files on.",
            ),
            Text("Schrijf op wat u zag.", "Write down what you saw."),
        )
    must_be_one_of(kind, switch.kinds, Text("het soort bestand", "the kind of file"))


def add(state: SignalState, switch: Files | None, command: ask.AddFile) -> tuple[Event, ...]:
    """Record that a file was added, on the ground that the policy names."""
    must_be_open(state)
    must_be_allowed(switch, command.kind)
    assert switch is not None
    must_be_one_of(
        command.media, MEDIA[command.kind], Text("de vorm van het bestand", "the form of the file")
    )
    return (
        FileAdded(
            command.kind,
            command.media,
            switch.ground,
            command.reason,
            command.copy,
            command.original,
            command.sha256,
        ),
    )
