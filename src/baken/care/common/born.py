"""On which day a client was born, wherever in the file that was written: one answer for everything that goes out."""

from datetime import date

from baken.care.common import clients
from baken.core.derive import residence
from baken.core.derive.stay_facts import of_data
from baken.ledger.streams import Stream


def born(stream: Stream) -> date | None:
    """Return the birth date: of who it is, otherwise the one that was noted of the stay.

    Where two were noted there that contradict each other, none is known.
    """
    noted = residence.fold(stream.happened).noted
    facts = noted[-1].facts if noted else None
    identity = clients.state(stream).identity
    told = clients.words(stream, [identity, facts])
    own = told[identity].get("birth") if identity else None
    if own:
        return date.fromisoformat(own)
    days = set(of_data(told[facts]).birth_dates) if facts else set()
    return days.pop() if len(days) == 1 else None
