"""Which meetings are owed and planned, and where actions of minutes stand (MEET-05 to MEET-08)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import zip_longest

from baken.core.policy.bundle import Bundle
from baken.core.policy.programme import MeetingRhythm
from baken.ledger import policies
from baken.programme.common import policy, rhythm
from baken.programme.common.planned import State
from baken.programme.common.rhythm import Turn
from baken.programme.meetings.models import Meeting, MinuteLine
from baken.tenancy import kept


@dataclass(frozen=True, slots=True)
class Owed:
    """One time that a meeting comes back this year. `meeting` is the one that was planned for it, if any."""

    element: MeetingRhythm
    turn: Turn
    state: State
    meeting: Meeting | None


def rhythms(now: datetime) -> tuple[MeetingRhythm, ...]:
    """Return the meetings that the policy in force names."""
    bundle: Bundle | None = policy.in_force(now)
    return bundle.meetings if bundle else ()


def times(element: MeetingRhythm) -> int:
    """Return how many times a year a meeting is owed; 0 where the documents name no number."""
    return element.times or len(element.months)


def meetings_of(element: str, year: int | None = None) -> list[Meeting]:
    """Return the meetings of a rhythm that go on, the first first."""
    rows = kept.kept(Meeting).filter(rhythm=element, dropped_on__isnull=True).order_by("on", "begins")
    return list(rows.filter(on__year=year) if year else rows)


def owed(year: int, today: date, elements: Sequence[MeetingRhythm]) -> list[Owed]:
    """Return every time that a meeting is owed in a year: late where its turn is over and none was planned."""
    begun = min((one.from_date for one in policies.decided().adoptions), default=None)
    found: list[Owed] = []
    for element in elements:
        if not (number := times(element)):
            continue
        turns = rhythm.turns(year, number, element.months, since=begun)
        there = [one for one in meetings_of(element.id, year) if turns and one.on >= turns[0].first]
        for turn, meeting in zip_longest(turns, there[: len(turns)]):
            done = meeting is not None and (meeting.on <= today)
            last = meeting.on if meeting else turn.last
            state = rhythm.state(meeting.on if meeting else turn.first, last, today, done=done)
            found.append(Owed(element, turn, state, meeting))
    return found


def meeting_state(one: Meeting, today: date) -> State:
    """Return where a meeting stands: it has been, is near, or was called off."""
    return rhythm.state(one.on, one.on, today, done=one.on < today, dropped=one.dropped_on is not None)


def action_state(one: MinuteLine, today: date) -> State:
    """Return where an action of minutes stands."""
    assert one.due is not None
    return rhythm.state(one.due, one.due, today, done=one.done_on is not None)


def actions() -> list[MinuteLine]:
    """Return every action of minutes, the first day first."""
    return list(kept.kept(MinuteLine).filter(sort="action").order_by("due", "owner", "words"))


def followed_here() -> list[MinuteLine]:
    """Return the actions of minutes followed here; one that went into the programme is owed there, and once."""
    return [one for one in actions() if one.plan_action_id is None]


def lines_of(meeting: Meeting) -> list[MinuteLine]:
    """Return the minutes of a meeting, in the order in which they were written."""
    return kept.as_written(kept.kept(MinuteLine).filter(meeting_id=meeting.id).order_by("words"))


def hold(meeting: Meeting) -> Meeting:
    """Return a meeting as it is now, and let whoever else writes about it wait: no minutes come to one withdrawn."""
    return kept.hold(Meeting, meeting.id)


def has_minutes(meeting: Meeting) -> bool:
    """Whether there is a line of minutes, or they were laid down."""
    return meeting.minuted_on is not None or bool(lines_of(meeting))
