"""What an organisation that received a hand-over may decide."""

from baken.core.decide.rules import must_be_one_of
from baken.core.events import Event
from baken.core.events.notification import NotificationAnswered
from baken.core.vocabulary import outcomes
from baken.core.vocabulary.text import Text


def answer(outcome: str, note: str | None) -> tuple[Event, ...]:
    """Tell the sender what is done with it; a later answer may follow an earlier one."""
    must_be_one_of(outcome, outcomes.ANSWER, Text("het antwoord", "the answer"))
    return (NotificationAnswered(outcome, note),)
