"""When an action is ready, as it is written down: only what its kind needs, and never against the programme."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from baken.core.vocabulary.months import last_of_month, last_of_quarter
from baken.programme.plan import refusals
from baken.programme.plan.models import Edition

NAMES = ("ready", "ready_on", "every_years", "month", "times")
BY_A_DAY = ("date", "month", "quarter")


def written(told: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is kept of when an action is ready: the last day of a month or quarter, nothing too much.

    Raises `Refused` where its kind needs a day or a number that is not there.
    """
    kind, on = told.get("ready") or "ongoing", told.get("ready_on")
    found: dict[str, Any] = {**dict.fromkeys(NAMES), "ready": kind}
    if kind == "times":
        if not told.get("times"):
            raise refusals.number_needed("times")
        found["times"] = told["times"]
    if kind == "every" and not told.get("every_years"):
        raise refusals.number_needed("every_years")
    if kind in (*BY_A_DAY, "every"):
        if on is None:
            raise refusals.day_needed()
        found["ready_on"] = {"date": on, "quarter": last_of_quarter(on)}.get(
            kind, last_of_month(on.year, on.month)
        )
    if kind == "every":
        found |= {"every_years": told["every_years"], "month": found["ready_on"].month}
    return found


def check_day(found: Mapping[str, Any], edition: Edition, today: date) -> None:
    """Refuse a day that has been, and one on which the programme does not run."""
    on = found["ready_on"]
    if found["ready"] not in BY_A_DAY:
        return
    if on < today:
        raise refusals.day_passed()
    if not edition.from_date <= on <= edition.until_date:
        raise refusals.outside(shown(edition.from_date), shown(edition.until_date))


def shown(day: date) -> str:
    """Return a day as it is written in a sentence of two languages."""
    return f"{day:%d-%m-%Y}"
