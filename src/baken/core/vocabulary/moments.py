"""Moments, Dutch civil days and terms. Every moment is timezone-aware; days are counted in Europe/Amsterdam."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Literal
from zoneinfo import ZoneInfo

from holidays import country_holidays

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
Unit = Literal["hours", "days", "working_days"]
UNITS: tuple[Unit, ...] = ("hours", "days", "working_days")


class NaiveMoment(ValueError):
    """A moment without a time zone: nobody can say when it was."""


@dataclass(frozen=True, slots=True)
class Duration:
    """A term: so many hours, calendar days or working days."""

    amount: int
    unit: Unit


def aware(moment: datetime) -> datetime:
    """Return the moment unchanged. Raises `NaiveMoment` when it has no time zone."""
    if moment.tzinfo is None or moment.utcoffset() is None:
        raise NaiveMoment(f"{moment.isoformat()} has no time zone")
    return moment


def civil_date(moment: datetime) -> date:
    """Return the day it is in the Netherlands at this moment."""
    return aware(moment).astimezone(AMSTERDAM).date()


@lru_cache(maxsize=64)
def public_holidays(year: int) -> frozenset[date]:
    """Return the days of a year that are no working days by the Algemene termijnenwet."""
    # That law counts 5 May every year; employers and the library only once in five.
    return frozenset((*country_holidays("NL", years=year), date(year, 5, 5)))


def is_working_day(day: date, holidays: Collection[date] | None = None) -> bool:
    """Return whether offices are open on this day; `holidays` replaces the national list."""
    closed = public_holidays(day.year) if holidays is None else holidays
    return day.weekday() < 5 and day not in closed


def add(moment: datetime, term: Duration, holidays: Collection[date] | None = None) -> datetime:
    """Return the moment at which a term ends that starts at `moment`.

    Hours are real hours, across a clock change too. A term in days ends at the end of its last Dutch civil day, so
    that nobody loses the hours of the day on which it began; working days skip weekends and holidays.
    """
    if term.unit == "hours":
        # Adding in UTC: an hour of the clock change is counted as the hour that really passed.
        return (aware(moment).astimezone(ZoneInfo("UTC")) + timedelta(hours=term.amount)).astimezone(
            AMSTERDAM
        )
    day = civil_date(moment)
    if term.unit == "days":
        day += timedelta(days=term.amount)
    else:
        for _ in range(term.amount):
            day += timedelta(days=1)
            while not is_working_day(day, holidays):
                day += timedelta(days=1)
    return datetime.combine(day, time(23, 59, 59), AMSTERDAM)
