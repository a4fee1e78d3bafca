"""What the basic level adds elsewhere: when to look again in the year plan, and its figures in an evaluation."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import ngettext

from baken.clock import now
from baken.core.vocabulary.months import last_of_quarter
from baken.core.vocabulary.text import Text
from baken.programme.common.frozen import Block, Figure
from baken.programme.common.planned import Planned, State
from baken.programme.level import queries
from baken.programme.level.standing import SHOWN

AS_NOW = Text(
    "Zoals het stond op de dag dat de cijfers zijn vastgezet.",
    "As it stood on the day on which the figures were frozen.",
)


def planned(first: date, last: date, today: date) -> Iterable[Planned]:
    """Tell on which days criteria are to be looked at again, those of one day together."""
    days = Counter(one.again_on for one in queries.level(now()).every if one.again_on is not None)
    for day, count in sorted(days.items()):
        if first <= day <= last:
            words = ngettext(
                "Basisniveau opnieuw bekijken: %(count)s criterium",
                "Basisniveau opnieuw bekijken: %(count)s criteria",
                count,
            ) % {"count": count}
            href = reverse("programme_level:overview")
            yield Planned("level", words, day, day, _state(day, today), href=href)


def _state(day: date, today: date) -> State:
    if day < today:
        return "late"
    return "due" if day <= last_of_quarter(today) else "open"


def figures(first: date, last: date) -> Block | None:
    """Give how many criteria stand where. They are about the organisation, so that no number points to anybody."""
    every = queries.level(now()).every
    if not every:
        return None
    counts = Counter[str](one.shown for one in every)
    return Block(
        "level",
        "policy",
        Text("Basisniveau", "Basic level"),
        [Figure(Text("Criteria van het basisniveau", "Criteria of the basic level"), len(every), AS_NOW)]
        + [
            Figure(Text(capfirst(name.nl), capfirst(name.en)), counts[state]) for state, name in SHOWN.items()
        ],
    )
