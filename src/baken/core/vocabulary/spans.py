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
    """Return when a span ends that begins at `moment`: at the end of its last Dutch civil day.

    A month or year later is the same day of the month, or the last one where that month is shorter.
    """
    day = civil_date(moment)
    if span.unit in ("days", "weeks"):
        day += timedelta(days=span.amount * (7 if span.unit == "weeks" else 1))
    else:
        months = day.month - 1 + span.amount * (12 if span.unit == "years" else 1)
        year, month = day.year + months // 12, months % 12 + 1
        day = date(year, month, min(day.day, monthrange(year, month)[1]))
    return datetime.combine(day, time(23, 59, 59), AMSTERDAM)
