"""When the policy wants the next evaluation, and the days that evaluations have in the year (EVAL-02, EVAL-04).

chosen: the rhythm counts from the year in which the programme began, or else the policy. A time that passed before
anything was kept here is not called late.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from baken.clock import now
from baken.core.policy.bundle import Bundle
from baken.core.vocabulary.months import last_of_month
from baken.programme.common import policy
from baken.programme.common.planned import Planned
from baken.programme.common.rhythm import state
from baken.programme.evaluation.models import Evaluation
from baken.tenancy import kept


def expected(bundle: Bundle | None, there: Sequence[Evaluation], today: date) -> date | None:
    """Return the last day of the next evaluation that the policy wants and that is not kept; None: no rhythm."""
    if bundle is None or bundle.evaluation is None:
        return None
    rhythm = bundle.evaluation
    begun = bundle.programme.from_ if bundle.programme else bundle.valid_from
    taken = {one.due_on.year for one in there if one.due_on}
    year = begun.year + rhythm.every_years
    while (due := last_of_month(year, rhythm.month)) < today or year in taken:
        year += rhythm.every_years
    return due


def period(bundle: Bundle | None, there: Sequence[Evaluation], today: date) -> tuple[date, date]:
    """Return the period to propose: after the last one, or else as long as the rhythm is; up to yesterday."""
    last = today - timedelta(days=1)
    years = bundle.evaluation.every_years if bundle and bundle.evaluation else 1
    ended = [one.until_date for one in there]
    first = max(ended) + timedelta(days=1) if ended else date(last.year - years, last.month, 1)
    return (min(first, last), last)


def planned(first: date, last: date, today: date) -> Iterable[Planned]:
    """Return the evaluations that are due in these days, and the one that the policy wants and nobody began."""
    there = list(kept.kept(Evaluation))
    for one in there:
        if one.due_on and first <= one.due_on <= last:
            where = state(one.due_on, one.due_on, today, done=one.closed_on is not None)
            href = reverse("programme_evaluation:evaluation", args=[one.id])
            yield Planned("evaluation", one.title, one.due_on, one.due_on, where, href=href)
    bundle = policy.in_force(now())
    due = expected(bundle, there, today)
    if due is not None and bundle is not None and bundle.evaluation is not None and first <= due <= last:
        begins = date(due.year, due.month, 1)
        yield Planned(
            "evaluation",
            _("Evaluatie volgens het beleid"),
            begins,
            due,
            state(begins, due, today, done=False),
            href=reverse("programme_evaluation:overview"),
        )
