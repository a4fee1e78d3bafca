"""What the supervisor is shown to ask about: what the plain rules find in a week, and the random sample."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from baken.core.derive.questions import HOUR, UNUSUAL, WEEK, Entry, Question, off_hours, questions
from baken.core.derive.sampling import sampled
from baken.ledger.models import ReadEntry, Seal
from baken.ledger.readlog.writing import SUBJECTS
from baken.tenancy.scope import current
from baken.trust.log.models import LogLook
from baken.trust.log.queries import looks, references
from baken.trust.log.words import SETTLED

EIGHT_WEEKS = timedelta(weeks=8)
DRAWN_FROM = timedelta(weeks=4)
_SEEN = ("number", "at", "membership_id", "action", "deed", "object_id", "why", "result")


@dataclass(frozen=True, slots=True)
class Asked:
    """Something that deserves a question, with its whole entry and what was looked at of it."""

    question: Question
    entry: ReadEntry
    looks: Sequence[LogLook]


@dataclass(frozen=True, slots=True)
class Drawn:
    """One entry of the sample, and what was looked at of it."""

    entry: ReadEntry
    looks: Sequence[LogLook]

    @property
    def settled(self) -> bool:
        """Whether there is nothing left to ask."""
        return bool(self.looks) and self.looks[-1].outcome in SETTLED


def week(first: datetime, *, now: datetime) -> list[Asked]:
    """Return what deserves a question in the week that begins at `first`, oldest first."""
    last = first + WEEK
    rows = _entries(first - HOUR, min(last + WEEK, now + HOUR))
    missing = {one.object for one in rows if one.result == "not_found" and one.object}
    found = [
        one
        for one in questions(rows, own=references(missing), off_hours_usual=_off_hours_usual(first), now=now)
        if first <= one.entry.at < last
    ]
    numbers = {one.entry.number for one in found}
    whole = {one.number: one for one in _mine().filter(number__in=numbers)}
    seen = looks(numbers)
    return [Asked(one, whole[one.entry.number], seen.get(one.entry.number, [])) for one in found]


def sample(*, now: datetime) -> list[Drawn]:
    """Return the sample of the last four weeks: what is not settled first, the oldest of that on top."""
    seals = list(
        Seal.objects.filter(organisation_id=current(), log="read", last_at__gte=now - DRAWN_FROM)
        .order_by("number")
        .values_list("upto", "hash")
    )
    ends = [upto for upto, _hash in seals]
    kinds = _mine().filter(at__gte=now - DRAWN_FROM, object_kind__in=SUBJECTS, by="person", result="shown")
    drawn = []
    for number in kinds.order_by("number").values_list("number", flat=True):
        at = bisect_left(ends, number)
        if at < len(seals) and sampled(bytes(seals[at][1]), number):
            drawn.append(number)
    seen = looks(drawn)
    found = [Drawn(one, seen.get(one.number, [])) for one in _mine().filter(number__in=drawn)]
    return sorted(found, key=lambda one: (one.settled, one.entry.number))


def _entries(first: datetime, last: datetime) -> list[Entry]:
    rows = _mine().filter(at__gte=first, at__lt=last, by="person").order_by("number").values_list(*_SEEN)
    return [
        Entry(number, at, who, action, deed, about, tuple(why), result)
        for number, at, who, action, deed, about, why, result in rows
    ]


def _off_hours_usual(first: datetime) -> bool:
    """Whether at least one in ten entries of the eight weeks before was at night or in a weekend."""
    before = _mine().filter(at__gte=first - EIGHT_WEEKS, at__lt=first, by="person", result="shown")
    moments = list(before.values_list("at", flat=True))
    return bool(moments) and sum(map(off_hours, moments)) * UNUSUAL >= len(moments)


def look(entry: int, outcome: str, *, membership: UUID, now: datetime) -> None:
    """Write down that somebody looked at an entry, and how it ended."""
    LogLook.objects.create(
        organisation_id=current(), entry=entry, membership_id=membership, at=now, outcome=outcome
    )


def _mine() -> "QuerySet[ReadEntry]":
    return ReadEntry.objects.filter(organisation_id=current())
