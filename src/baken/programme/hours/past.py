"""What an organisation's own past says of its signals, told so that nobody learns of one of them (V22, record 20).

Only whole calendar years count, so that the answer does not move with each report; numbers under ten are not told, and
the others are rounded to fives, as on a paper for others. What is not told is divided as it was assumed. Where much of
those years was destroyed, what is left is no fair sample: what turned out to be nothing goes first. No share is told.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count

from baken.core.figures import periods
from baken.core.figures.assumed import MIX
from baken.core.figures.shielding import about
from baken.core.vocabulary.moments import AMSTERDAM, civil_date
from baken.ledger import reported
from baken.ledger.models import SignalRow
from baken.tenancy.scope import current

ENOUGH = 50
"""So many signals before their own shares are used: chosen, so that one signal shifts none by more than two in 100."""
FAIR = 20
"""Own shares are used where at most one in so many was destroyed: chosen."""
YEARS = 3
_READ = ("forms", "urgency", "assessment", "reporter", "reporter_named")


@dataclass(frozen=True, slots=True)
class Past:
    """The shares that the own past gives, by fact, and about how many signals the last whole year had, or None.

    `unfair`: so much of those years was destroyed that what is left gives no shares.
    """

    mix: Mapping[str, Mapping[str, float]]
    signals: int | None
    unfair: bool = False


def past(now: datetime) -> Past:
    """Return what the last whole calendar years say."""
    year = civil_date(now).year
    first, last = (datetime(one, 1, 1, tzinfo=AMSTERDAM) for one in (year - YEARS, year))
    rows = SignalRow.objects.filter(organisation_id=current(), reported_at__gte=first, reported_at__lt=last)
    counts: dict[str, Counter[str]] = {name: Counter() for name in MIX}
    for row in rows.values(*_READ).annotate(number=Count("stream_id")):
        number = row["number"]
        for form in row["forms"] or ["none"]:
            counts["exploitation"][form] += number
        for name in ("urgency", "assessment", "reporter"):
            counts[name][row[name]] += number
        counts["reporter_named"]["yes" if row["reporter_named"] else "no"] += number
    left = sum(counts["urgency"].values())
    gone = reported.destroyed(date(year - YEARS, 1, 1), date(year - 1, 12, 31))
    unfair = left + gone >= ENOUGH and gone * FAIR > left + gone
    mix = {} if unfair else {name: told(found, MIX[name].shares) for name, found in counts.items()}
    shares = {name: found for name, found in mix.items() if found}
    return Past(shares, _signals(year - 1, civil_date(now)), unfair)


def _signals(year: int, today: date) -> int | None:
    """Return about how many there were in a year: what is told of its half years elsewhere, added up, and no more."""
    halves = [periods.half_year(date(year, month, 1)) for month in (1, 7)]
    told = []
    for question in (False, True):
        answers = periods.answers(reported.days(question=question), today)
        told += [answers.get(half) for half in halves]
    return sum(one or 0 for one in told) or None


def told(found: Mapping[str, int], assumed: Mapping[str, float]) -> Mapping[str, float]:
    """Return shares that may be told, adding up to 1; nothing where there is too little to tell."""
    whole = sum(found.get(value, 0) for value in assumed)
    if whole < ENOUGH:
        return {}
    known = {value: number for value in assumed if (number := about(found.get(value, 0))) is not None}
    hidden = [value for value in assumed if value not in known]
    rest = max((about(whole) or 0) - sum(known.values()), 0) if hidden else 0
    weight = sum(assumed[value] for value in hidden)
    for value in hidden:
        known[value] = rest * (assumed[value] / weight if weight else 1 / len(hidden))  # type: ignore[assignment]
    total = sum(known.values())
    return {value: known[value] / total for value in assumed}
