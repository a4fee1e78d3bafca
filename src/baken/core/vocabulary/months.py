"""The months and quarters by name, and the first and last day of each."""

from calendar import monthrange
from datetime import date

from baken.core.vocabulary.text import Text

MONTHS: tuple[Text, ...] = (
    Text("januari", "January"),
    Text("februari", "February"),
    Text("maart", "March"),
    Text("april", "April"),
    Text("mei", "May"),
    Text("juni", "June"),
    Text("juli", "July"),
    Text("augustus", "August"),
    Text("september", "September"),
    Text("oktober", "October"),
    Text("november", "November"),
    Text("december", "December"),
)


def month_name(month: int) -> Text:
    """Return the name of a month, counted from 1."""
    return MONTHS[month - 1]


def last_of_month(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def quarter_of(day: date) -> int:
    """Return the quarter in which a day falls, from 1 to 4."""
    return (day.month + 2) // 3


def first_of_quarter(day: date) -> date:
    """Return the first day of the quarter in which a day falls."""
    return date(day.year, quarter_of(day) * 3 - 2, 1)


def last_of_quarter(day: date) -> date:
    """Return the last day of the quarter in which a day falls."""
    return last_of_month(day.year, quarter_of(day) * 3)
