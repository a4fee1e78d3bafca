"""Holding off destruction: with a reason and an end, never for good (V21)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from baken.core.decide.refusal import Refused
from baken.core.events import Event
from baken.core.events import retention as past
from baken.core.vocabulary.text import Text

Ref = str
LONGEST_HOLD = 731
"""In days: two years. Who needs longer says so again, with a reason."""
_WHAT = Text("De vernietiging wordt niet tegengehouden.", "Destruction is not held off.")


@dataclass(frozen=True, slots=True)
class HoldOff:
    """Let destruction wait until the end of a day."""

    hold: str
    until: date
    today: date
    reason: Ref


@dataclass(frozen=True, slots=True)
class EndHold:
    """End a hold before its day."""

    hold: str
    today: date
    reason: Ref


RetentionCommand = HoldOff | EndHold


def decide(holds: Mapping[str, str], command: RetentionCommand) -> tuple[Event, ...]:
    """Hold off, or end a hold; `holds` are those of the stream. A hold needs an end that is to come, and in sight."""
    if isinstance(command, EndHold):
        if command.hold not in running(holds, command.today):
            raise Refused(
                Text("Er is niets beëindigd.", "Nothing was ended."),
                Text("Het tegenhouden was al afgelopen.", "The hold had ended already."),
                Text("U hoeft niets te doen.", "There is nothing to do."),
            )
        return (past.RetentionHoldEnded(command.hold, command.reason),)
    days = (command.until - command.today).days
    if days <= 0:
        raise Refused(
            _WHAT,
            Text("De laatste dag is al voorbij of vandaag.", "The last day is today or has passed."),
            Text("Kies een dag die nog komt.", "Choose a day that is still to come."),
        )
    if days > LONGEST_HOLD:
        raise Refused(
            _WHAT,
            Text("Langer dan twee jaar tegenhouden kan niet in één keer.", "A hold lasts two years at most."),
            Text(
                "Kies een eerdere dag. Is het dan nog nodig, houd het dan opnieuw tegen.",
                "Choose an earlier day. If it is still needed then, hold it again.",
            ),
        )
    return (past.RetentionHeld(command.hold, command.until.isoformat(), command.reason),)


def running(holds: Mapping[str, str], today: date) -> dict[str, str]:
    """Return the holds that run on a day, with their last day (ISO)."""
    return {hold: until for hold, until in holds.items() if date.fromisoformat(until) >= today}
