"""A year of the programme by quarter, over all its parts: what falls when, whose it is, and honestly how it stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from baken.core.vocabulary.months import last_of_quarter
from baken.core.vocabulary.text import Text
from baken.programme.common import planned
from baken.programme.common.planned import Planned
from baken.programme.plan import standing
from baken.programme.plan.models import Edition
from baken.tenancy import kept

Stand = Literal["late", "due", "open", "unshown", "done", "shown", "dropped"]
STANDS: Mapping[Stand, Text] = {
    "late": Text("te laat", "late"),
    "due": Text("nu aan de beurt", "due now"),
    "open": Text("nog te doen", "still to do"),
    "unshown": Text("gedaan, nog niet aangetoond", "done, not shown yet"),
    "done": Text("gedaan", "done"),
    "shown": Text("gedaan en aangetoond", "done and shown"),
    "dropped": Text("vervallen", "dropped"),
}
"""How something stands, the most urgent first. `done`: for this no evidence is asked."""
SIGNS: Mapping[Stand, str] = {
    "late": "▲",
    "due": "■",
    "open": "□",
    "unshown": "○",
    "done": "◉",
    "shown": "●",
    "dropped": "–",
}
"""A sign of its own for each, so that nothing hangs on colour; the words always stand beside it."""
FIRST_YEAR, YEARS_AHEAD = 2000, 12


@dataclass(frozen=True, slots=True)
class Item:
    """Something that falls in a quarter, and how it stands."""

    planned: Planned
    stand: Stand


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter of a year, with what falls in it by its last day."""

    number: int
    first: date
    last: date
    items: Sequence[Item]


@dataclass(frozen=True, slots=True)
class Year:
    """A year of the programme; `ongoing` are the actions that fall on no day.

    `earlier` is what was to be done in a year before this one and still is not; of this year alone, since it is to be
    done now.
    """

    year: int
    quarters: Sequence[Quarter]
    ongoing: Sequence[str]
    earlier: Sequence[Item] = ()

    @property
    def items(self) -> list[Item]:
        """Everything that falls in the year."""
        return [item for quarter in self.quarters for item in quarter.items]

    def count(self, *stands: Stand) -> int:
        """Return how many stand so."""
        return sum(item.stand in stands for item in self.items)


def asked_year(text: str, today: date) -> int:
    """Return the year that was asked for, or this one where that is no year of a programme."""
    year = int(text) if text.isascii() and text.isdecimal() and len(text) == len("2026") else today.year
    return year if FIRST_YEAR <= year <= today.year + YEARS_AHEAD else today.year


def of_year(year: int, today: date) -> Year:
    """Return what falls in a year. What runs on after its last day stands in the last quarter."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    found = [Item(one, stand(one)) for one in planned.between(first, last, today)]
    quarters = []
    for number in range(1, 5):
        end = last_of_quarter(date(year, number * 3, 1))
        inside = [one for one in found if last_of_quarter(min(one.planned.last, last)) == end]
        quarters.append(Quarter(number, date(year, number * 3 - 2, 1), end, inside))
    earlier = _earlier(first, today) if year == today.year else []
    return Year(year, quarters, _ongoing(first, last, today), earlier)


def _earlier(first: date, today: date) -> list[Item]:
    # Asked up to today, so that no rhythm tells what a year that is over still owed: it cannot be made up.
    found = planned.between(date(FIRST_YEAR, 1, 1), today, today)
    return [Item(one, stand(one)) for one in found if one.state == "late" and one.last < first]


def stand(one: Planned) -> Stand:
    """Return how something stands; done is not the same as shown."""
    if one.state == "done":
        return "done" if one.proved is None else "shown" if one.proved else "unshown"
    return one.state


def urgency(item: Item) -> tuple[int, date]:
    """Return what sorts the most urgent first: how it stands, then its day."""
    return list(STANDS).index(item.stand), item.planned.last


def _ongoing(first: date, last: date, today: date) -> list[str]:
    editions = kept.kept(Edition).filter(from_date__lte=last, until_date__gte=first)
    return [
        f"{row.action.label} {row.action.title}"
        for edition in editions.order_by("from_date")
        for row in standing.rows(edition, today)
        if row.state == "ongoing"
    ]
