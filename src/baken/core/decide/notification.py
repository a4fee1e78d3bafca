"""What an organisation that received a hand-over may decide."""

from collections.abc import Iterable
from datetime import datetime

from baken.core.decide.refusal import Refused
from baken.core.decide.rules import must_be_one_of
from baken.core.events import Event
from baken.core.events.correction import NotificationCorrected, NotificationCorrectionConfirmed
from baken.core.events.notification import NotificationAnswered
from baken.core.vocabulary import outcomes
from baken.core.vocabulary.text import Text


def answer(
    outcome: str, note: str | None, *, person: int | None = None, check_on: str | None = None
) -> tuple[Event, ...]:
    """Tell the sender what is done with it; a later answer may follow an earlier one."""
    must_be_one_of(outcome, outcomes.ANSWER, Text("het antwoord", "the answer"))
    return (NotificationAnswered(outcome, note, person, check_on),)


def confirm(happened: Iterable[tuple[Event, datetime]], correction: str) -> tuple[Event, ...]:
    """Say that one's own copy was put right, once for each correction that arrived (V26)."""
    events = [event for event, _at in happened]
    arrived = {one.correction for one in events if isinstance(one, NotificationCorrected)}
    done = {one.correction for one in events if isinstance(one, NotificationCorrectionConfirmed)}
    if correction not in arrived - done:
        raise Refused(
            Text("Er is niets bevestigd.", "Nothing was confirmed."),
            Text(
                "Deze verbetering is er niet, of is al bevestigd.",
                "There is no such correction, or it was confirmed.",
            ),
            Text("U hoeft niets te doen.", "There is nothing to do."),
        )
    return (NotificationCorrectionConfirmed(correction),)
