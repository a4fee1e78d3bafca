"""Since when: the policy that a signal follows."""

from baken.core.events.signal import SignalPolicyMoved
from baken.core.vocabulary.text import Text
from baken.ledger.signals import SignalFile
from baken.route.queries.words import day


def policy(file: SignalFile) -> Text:
    """Return whose policy a signal follows, since when that counts, and why it is this one (ROUTE-02)."""
    moved = [one.occurred_at for one in file.stream.events if isinstance(one.event, SignalPolicyMoved)]
    whose = {"name": file.bundle.name, "day": day(file.bundle.valid_from)}
    return _MOVED.format(moved=day(moved[-1]), **whose) if moved else _OF_ITS_DAY.format(**whose)


_OF_ITS_DAY = Text(
    "Dit signaal volgt het beleid van {name}, geldig vanaf {day}: het beleid van de dag van de melding.",
    "This signal follows the policy of {name}, valid from {day}: the policy of the day of the report.",
)
_MOVED = Text(
    "Dit signaal volgt sinds {moved} het beleid van {name}, geldig vanaf {day}.",
    "Since {moved} this signal follows the policy of {name}, valid from {day}.",
)
