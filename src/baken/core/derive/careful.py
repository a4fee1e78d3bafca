"""What asks for more care before a signal is shared: professional secrecy (V5), and a minor (V31)."""

from typing import Literal

from baken.core.derive.answers import HoldState
from baken.core.derive.signal import SignalState
from baken.core.vocabulary.facts import is_known
from baken.core.vocabulary.text import Text

OWED = "owed"
"""Professional secrecy may count, and nobody weighed it yet."""
STAYS = "stays"
SOURCE = Text(
    "Wgbo, Jeugdwet, Wmo 2015 en de beroepscodes (V5)", "Dutch secrecy law and codes of conduct (V5)"
)
NOT_WEIGHED = Text(
    "Wat is verteld, valt misschien onder een beroepsgeheim. Of het gedeeld mag worden, is nog niet afgewogen.",
    "What was told may be under professional secrecy. Whether it may be shared was not weighed yet.",
)
WEIGHED_TO_STAY = Text(
    "Bij de afweging van het beroepsgeheim is besloten dat deze inhoud hier blijft.",
    "When professional secrecy was weighed, it was decided that this content stays here.",
)


def held_by_secrecy(state: SignalState, *, content: bool) -> HoldState | None:
    """Return what professional secrecy holds back now; `content`: more goes than what points to nobody.

    In established danger a recorded reason is weighing enough: that of a conflict of duties.
    """
    if state.secrecy == OWED:
        because = NOT_WEIGHED
    elif state.secrecy == STAYS and content:
        because = WEIGHED_TO_STAY
    else:
        return None
    acute = state.established.get("urgency") == "acute"
    return HoldState("secrecy", frozenset(), acute, because, SOURCE)


def first_held(*holds: HoldState | None) -> HoldState | None:
    """Return the hold that counts: one that nothing may pass goes before one that a reason may pass."""
    return min((hold for hold in holds if hold), key=lambda hold: hold.may_override, default=None)


Minor = Literal["established", "claimed"]


def minor(state: SignalState) -> Minor | None:
    """Return whether the presumed victim is a minor: established, or as the reporter thinks while nobody knows."""
    established = state.established.get("age", "unknown")
    if is_known("age", established):
        return "established" if established == "minor" else None
    if state.established.get("unaccompanied_minor") == "yes":
        return "established"
    return "claimed" if state.claimed.get("age") == "minor" else None
