"""How long something is kept: in days, weeks, months or years of the Dutch calendar."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

from baken.core.vocabulary.moments import AMSTERDAM, civil_date
from baken.core.vocabulary.text import Text

SpanUnit = Literal["days", "weeks", "months", "years"]
SPAN_UNITS: tuple[SpanUnit, ...] = ("days", "weeks", "months", "years")
_LONGEST = {"days": 1, "weeks": 7, "months": 31, "years": 366}
_NAMES = {
    "days": (Text("dag", "day"), Text("dagen", "days")),
    "weeks": (Text("week", "week"), Text("weken", "weeks")),
    "months": (Text("maand", "month"), Text("maanden", "months")),
    "years": (Text("jaar", "year"), Text("jaar", "years")),
}


@dataclass(frozen=True, slots=True)
class Span:
    """So many days, weeks, months or years. Nothing is kept for no time at all, and nothing for less than that."""

    amount: int
    unit: SpanUnit

    def __post_init__(self) -> None:
        """Refuse zero: nobody can say whether it means at once or never."""
        if self.amount < 1:
            raise ValueError("a span is at least one day, week, month or year")

    @property
    def words(self) -> Text:
        """The span as people say it."""
        one, many = _NAMES[self.unit]
        return Text("{amount} {unit}", "{amount} {unit}").format(
            amount=self.amount, unit=one if self.amount == 1 else many
        )


def before(moment: datetime, span: Span) -> datetime:
    """Return the moment before which a span has ended at `moment`, and at or after which none has."""
    first = moment - timedelta(days=span.amount * _LONGEST[span.unit] + 1)
    day = civil_date(first)
    while after(datetime.combine(day, time(12), AMSTERDAM), span) < moment:
        day += timedelta(days=1)
    return datetime.combine(day, time(), AMSTERDAM)


def after(moment: datetime, span: Span) -> datetime:
    """Return when a span ends that begins at `moment`: at the end of its last Dutch civil day."""
    return datetime.combine(last_day(civil_date(moment), span), time(23, 59, 59), AMSTERDAM)


def last_day(first: date, span: Span) -> date:
    """Return the last civil day of a span that begins on `first`.

    A month or year later is the same day of the month, or the last one where that month is shorter: three months from
    30 November last until 28 February, or 29 in a leap year.
    """
    if span.unit in ("days", "weeks"):
        return first + timedelta(days=span.amount * (7 if span.unit == "weeks" else 1))
    months = first.month - 1 + span.amount * (12 if span.unit == "years" else 1)
    year, month = first.year + months // 12, months % 12 + 1
    return date(year, month, min(first.day, monthrange(year, month)[1]))


def birthday(born: date, age: int) -> date:
    """Return the day on which somebody reaches an age; who was born on 29 February does so on 1 March."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 3, 1)


def age_on(born: date, day: date) -> int:
    """Return how old somebody is on a day."""
    return day.year - born.year - (day < birthday(born, day.year - born.year))
