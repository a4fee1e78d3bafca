"""Hours in the demonstration: booked by the focal points of three municipalities, this year and last.

The days are fixed in the calendar, so that whoever makes the demonstration in March sees the hours of two months.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from types import MappingProxyType
from uuid import NAMESPACE_URL, uuid5

from baken.core.vocabulary.moments import civil_date
from baken.programme.hours import actions
from baken.project.demo.cast import Cast
from baken.tenancy.scope import scope

Booked = tuple[int, int, str, int, str]
"""Month, day, kind of work, minutes, a few words."""

BOOKED: Mapping[str, tuple[Booked, ...]] = MappingProxyType(
    {
        "woerden": (
            (1, 14, "signal", 45, ""),
            (1, 29, "meetings", 120, "overleg met de buurgemeenten"),
            (2, 11, "signal", 90, ""),
            (3, 5, "training", 240, "dagdeel bij het RIEC"),
            (3, 19, "signal", 20, ""),
            (4, 9, "signal", 75, ""),
            (5, 14, "outreach", 90, "bij de huisartsen"),
            (6, 4, "signal", 60, ""),
            (6, 25, "programme", 60, "stand van de acties"),
            (8, 20, "signal", 30, ""),
            (9, 10, "signal", 110, ""),
            (9, 24, "meetings", 120, "overleg met de buurgemeenten"),
            (10, 15, "outreach", 180, "week tegen mensenhandel"),
            (11, 5, "signal", 80, ""),
            (11, 12, "signal", 60, ""),
            (12, 10, "programme", 90, "jaarplanning"),
        ),
        "montfoort": (
            (2, 3, "signal", 60, ""),
            (4, 14, "meetings", 120, "met gemeenten en politie"),
            (6, 16, "training", 180, ""),
            (9, 8, "signal", 150, ""),
            (10, 13, "outreach", 60, ""),
        ),
        "hoorn": (
            (3, 17, "signal", 180, ""),
            (5, 12, "meetings", 120, "veiligheidsambitie"),
            (9, 22, "training", 120, ""),
            (10, 20, "signal", 240, ""),
        ),
    }
)


def tell(cast: Cast, today: datetime) -> None:
    """Book what was booked by now."""
    for slug in BOOKED:
        with scope(cast.organisations[slug].id):
            for on, kind, minutes, words in lines(slug, civil_date(today)):
                told = {"on": on, "kind": kind, "minutes": minutes, "words": words}
                command = uuid5(NAMESPACE_URL, f"demonstration/hours/{slug}/{on}")
                actions.book(told, actor=cast.actors[slug], now=today, command_id=command)


def lines(slug: str, today: date) -> Iterator[tuple[date, str, int, str]]:
    """Yield what a municipality booked last year, and this year until today."""
    for year in (today.year - 1, today.year):
        for month, day, kind, minutes, words in BOOKED[slug]:
            on = date(year, month, day)
            if on <= today:
                yield on, kind, minutes, words
