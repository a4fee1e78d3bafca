"""From the policy to a programme: its title, goal and days, and every row, in the language of whoever begins it."""

from datetime import date, timedelta
from typing import Any

from baken.core.policy.bundle import Bundle
from baken.core.policy.programme import ProgrammeAction
from baken.programme.plan.moving import after, months_between, moved
from baken.web.fields import said


def origin(found: Bundle) -> dict[str, str]:
    """Return the theme, and whose policy lays the programme down: its own, or that of a region."""
    programme = found.programme
    return {"theme": programme.theme, "policy": programme.by or found.policy_id} if programme else {}


def first_words(found: Bundle, today: date) -> dict[str, Any]:
    """Return what is filled in: the days of the policy where they have not passed, else as long from this year on."""
    programme = found.programme
    if programme is None:
        return {}
    first, last = programme.from_, programme.until
    if last < today:
        begin = date(today.year, 1, 1)
        first, last = begin, after(last + timedelta(days=1), months_between(first, begin)) - timedelta(days=1)
    return {
        "title": said(programme.title),
        "goal": said(programme.goal),
        "from_date": first,
        "until_date": last,
    }


def rows(found: Bundle, first: date, last: date) -> list[dict[str, Any]]:
    """Return every row of the programme; its days move along where it begins in another month than the policy says."""
    programme = found.programme
    months = months_between(programme.from_, first) if programme else 0
    return [_row(one, months, first, last) for one in found.actions]


def _row(one: ProgrammeAction, months: int, first: date, last: date) -> dict[str, Any]:
    on = one.ready.on
    if months:
        on = moved(one.ready.kind, on, one.ready.every_years, months, first, last)
    return {
        "label": one.label,
        "title": said(one.title),
        "what": said(one.what),
        "owner": said(one.owner),
        "partners": [said(partner) for partner in one.partners],
        "ready": one.ready.kind,
        "ready_on": on,
        "every_years": one.ready.every_years,
        "month": one.ready.month,
        "times": one.ready.times,
        "barrier": one.barrier or "",
        "budget": one.budget,
        "from_policy": one.id,
        "because": "",
    }
