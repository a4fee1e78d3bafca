"""Counts of the organisation's own signals: for the focal point, on the page only.

A signal with more than one form is one signal, and is counted once under each of its forms (FORM-02). Smuggling is no
form of trafficking and is in none of these counts as such (FORM-04).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, F, Func, Max, Min, Q, QuerySet
from django.db.models.functions import TruncMonth

from baken.core.vocabulary.moments import AMSTERDAM
from baken.core.vocabulary.text import Text
from baken.core.vocabulary.wording import STAGE, VALUE
from baken.ledger.models import SignalRow
from baken.tenancy.scope import current


@dataclass(frozen=True, slots=True)
class Figures:
    """The counts of one year, or of all years."""

    years: Sequence[int]
    total: int
    questions: int
    answered: int
    by_month: Sequence[tuple[date, int]]
    by_form: Sequence[tuple[Text, int]]
    no_form: int
    more_forms: int
    by_stage: Sequence[tuple[Text, int]]
    by_assessment: Sequence[tuple[Text, int]]
    by_reporter: Sequence[tuple[Text, int]]

    @property
    def share_answered(self) -> int:
        """The share of reporters with an answer, in whole per cents."""
        return round(100 * self.answered / self.total) if self.total else 0


def figures(year: int | None) -> Figures:
    """Count the signals reported in a year, or all."""
    everything = SignalRow.objects.filter(organisation_id=current())
    edge = everything.aggregate(first=Min("reported_at"), last=Max("reported_at"))
    rows = (
        everything
        if year is None
        else everything.filter(
            reported_at__gte=datetime(year, 1, 1, tzinfo=AMSTERDAM),
            reported_at__lt=datetime(year + 1, 1, 1, tzinfo=AMSTERDAM),
        )
    )
    sums = rows.aggregate(
        total=Count("stream_id"),
        questions=Count("stream_id", filter=Q(question=True)),
        answered=Count("stream_id", filter=Q(answered=True)),
        no_form=Count("stream_id", filter=Q(forms__len=0)),
        more_forms=Count("stream_id", filter=Q(forms__len__gt=1)),
    )
    return Figures(
        years=_years(edge["first"], edge["last"]),
        by_month=_by_month(rows),
        by_form=_by_form(rows),
        by_stage=_named(_counted(rows, "stage"), STAGE),
        by_assessment=_named(_counted(rows, "assessment"), VALUE["assessment"]),
        by_reporter=_named(_counted(rows, "reporter"), VALUE["reporter"]),
        **sums,
    )


def _years(first: datetime | None, last: datetime | None) -> list[int]:
    if first is None or last is None:
        return []
    return list(range(last.astimezone(AMSTERDAM).year, first.astimezone(AMSTERDAM).year - 1, -1))


def _by_month(rows: QuerySet[SignalRow]) -> list[tuple[date, int]]:
    found = (
        rows.annotate(month=TruncMonth("reported_at", tzinfo=AMSTERDAM))
        .values("month")
        .annotate(number=Count("stream_id"))
        .order_by("-month")
    )
    return [(row["month"].date(), row["number"]) for row in found]


def _by_form(rows: QuerySet[SignalRow]) -> list[tuple[Text, int]]:
    found = (
        rows.annotate(form=Func(F("forms"), function="unnest"))
        .values("form")
        .annotate(number=Count("stream_id"))
        .order_by("form")
    )
    counts = {row["form"]: row["number"] for row in found}
    own = [(Text(form, form), number) for form, number in counts.items() if form not in VALUE["exploitation"]]
    return _named(counts, VALUE["exploitation"]) + own


def _counted(rows: QuerySet[SignalRow], column: str) -> dict[str, int]:
    found = rows.values(column).annotate(number=Count("stream_id")).order_by(column)
    return {row[column]: row["number"] for row in found}


def _named(counts: Mapping[str, int], words: Mapping[str, Text]) -> list[tuple[Text, int]]:
    return [(text, counts.get(value, 0)) for value, text in words.items()]
