"""Numbers of signals and questions around a campaign, and before one is proposed; none of them points to anybody (V22).

Whoever looks may see no signal. A number says how often something was reported, never whether that is much or little,
and never why.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from baken.core.figures import periods
from baken.core.figures.periods import Period
from baken.core.figures.shielding import FIRST
from baken.ledger import reported
from baken.web.templatetags.baken import civil

HALVES = 4


@dataclass(frozen=True, slots=True)
class Counted:
    """One period, and what may be told of it: signals and questions, as finished words."""

    period: Period
    signals: str
    questions: str


def half_years(today: date) -> list[Counted]:
    """Return the last half years that are over, the newest first."""
    asked = [periods.half_year_before(periods.half_year(today))]
    while len(asked) < HALVES:
        asked.append(periods.half_year_before(asked[-1]))
    return _counted(asked, today)


def around(first: date, last: date, today: date) -> list[Counted]:
    """Return the weeks before a campaign and the weeks after it; those that are not over have no number yet."""
    return _counted([periods.weeks_before(first), periods.weeks_after(last)], today)


def _counted(asked: Sequence[Period], today: date) -> list[Counted]:
    signals, questions = (
        periods.answers(reported.days(question=question), today) for question in (False, True)
    )
    return [
        Counted(period, _words(signals, period, today), _words(questions, period, today)) for period in asked
    ]


def _words(answers: dict[Period, int | None], period: Period, today: date) -> str:
    if period[1] >= today:
        return _("nog niet bekend: deze weken zijn nog niet voorbij")
    about = answers.get(period)
    if about is None:
        return _("minder dan %(number)s") % {"number": FIRST}
    return _("ongeveer %(number)s") % {"number": about}


def span(period: Period) -> str:
    """Return a period in words."""
    return _("%(first)s tot en met %(last)s") % {"first": civil(period[0]), "last": civil(period[1])}
