"""Help that was not to be had, counted from client files: which area, why, in which year. It points to nobody."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from baken.core.events import Event
from baken.core.events import client as past
from baken.core.vocabulary.moments import civil_date

NOT_TO_BE_HAD = "not_to_be_had"


@dataclass(frozen=True, slots=True)
class Gap:
    """One time that help was missing."""

    on: date
    area: str
    reason: str


def of(events: Iterable[tuple[Event, datetime]]) -> list[Gap]:
    """Return the gaps in one file, oldest event first; where help came after all, there is none."""
    areas: dict[str, str] = {}
    found: dict[str, Gap] = {}
    for event, at in events:
        match event:
            case past.ClientNeedNoted():
                areas[event.need] = event.area
            case past.ClientHelpAgreed():
                found.pop(event.need, None)
            case past.ClientNeedSettled(outcome=outcome) if outcome == NOT_TO_BE_HAD:
                found[event.need] = Gap(civil_date(at), areas[event.need], event.gap)
            case past.ClientNeedSettled():
                found.pop(event.need, None)
            case _:
                pass
    return list(found.values())
