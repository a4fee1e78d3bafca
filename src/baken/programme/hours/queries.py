"""Hours by year: what is reserved, what was used, on which kind of work and in which month. Sums alone, of nobody."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypedDict
from uuid import UUID

from django.db.models import Sum
from django.db.models.functions import ExtractMonth

from baken.core.policy.bundle import Bundle
from baken.core.vocabulary.hours import KINDS
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.text import Text
from baken.programme.common import policy
from baken.programme.hours.actions import FOCAL
from baken.programme.hours.models import Line, Reservation
from baken.tenancy import kept
from baken.tenancy.models import Organisation
from baken.tenancy.scope import current
from baken.web import sources

MONTHS = 12
OWN = 10
"""How many of one's own lines the page shows; all of them count."""
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Reserved:
    """How many hours are reserved for a year, how many of those for the part of it that has gone, and who says so.

    `own`: the organisation set it itself, for `reason`. `weekly`: counted from so many hours a week.
    """

    hours: int
    so_far: int
    weekly: int | None = None
    own: bool = False
    reason: str = ""
    says_who: Text | None = None


@dataclass(frozen=True, slots=True)
class Year:
    """The hours of one year, in minutes. `used` counts against what is reserved, `others` does not."""

    year: int
    years: Sequence[int]
    kinds: Mapping[str, Text]
    reserved: Reserved | None
    used: int
    others: int
    by_kind: Sequence[tuple[Text, int, int]]
    by_month: Sequence[tuple[int, int, int]]


class Summed(TypedDict):
    """A sum of the database."""

    kind: str
    month: int
    role: str
    total: int


def kinds(bundle: Bundle | None) -> Mapping[str, Text]:
    """Return the kinds of work of a policy, or those of Baken where it names none."""
    named = {one.id: one.name for one in bundle.hour_kinds} if bundle else {}
    return named or KINDS


def year(chosen: int | None, now: datetime) -> Year:
    """Return the sums of a year: a few queries, however many lines there are."""
    today = civil_date(now)
    found = chosen or today.year
    bundle = policy.in_force(now)
    names, known = kinds(bundle), {**KINDS, **kinds(bundle)}
    sums = _sums(date(found, 1, 1), date(found, MONTHS, 31))
    ours = _counting()

    used = [*names, *sorted({one["kind"] for one in sums} - set(names))]
    mine, others = _split(sums, ours)
    return Year(
        year=found,
        years=_years(today, found),
        kinds=names,
        reserved=reserved(found, bundle, today),
        used=mine,
        others=others,
        by_kind=[
            (known.get(kind, Text(kind, kind)), *_split([one for one in sums if one["kind"] == kind], ours))
            for kind in used
        ],
        by_month=[
            (month, *_split([one for one in sums if one["month"] == month], ours))
            for month in range(1, MONTHS + 1)
        ],
    )


def reserved(of: int, bundle: Bundle | None, today: date) -> Reserved | None:
    """Return what is reserved for a year: what the organisation set itself, or else what its policy says."""
    own = kept.kept(Reservation).filter(year=of).first()
    if own is not None:
        return Reserved(own.hours, _part(own.hours, of, today), own=True, reason=own.reason)
    said = bundle.hours if bundle else None
    if bundle is None or said is None:
        return None
    if said.per_year is not None:
        return Reserved(said.per_year, _part(said.per_year, of, today), says_who=sources.of(bundle, said))
    if said.per_week is not None:
        whole = said.per_week * _days(of) // _WEEK
        return Reserved(
            whole, _part(whole, of, today), weekly=said.per_week, says_who=sources.of(bundle, said)
        )
    return None


def reserved_between(first: date, last: date, bundle: Bundle | None, today: date) -> int | None:
    """Return the hours reserved for some days: of each year the part that lies in them. None: a year has no number."""
    whole = 0.0
    for year in range(first.year, last.year + 1):
        found = reserved(year, bundle, today)
        if found is None:
            return None
        begin, end = max(first, date(year, 1, 1)), min(last, date(year, MONTHS, 31))
        whole += found.hours * ((end - begin).days + 1) / _days(year)
    return round(whole)


def between(first: date, last: date) -> tuple[int, int]:
    """Return the minutes of some days that count against what is reserved, and those of others."""
    return _split(_sums(first, last), _counting())


def own_lines(membership: UUID) -> list[Line]:
    """Return the last lines of one member, the newest day first."""
    return list(kept.kept(Line).filter(changed_by=membership).order_by("-on", "-changed_at", "id")[:OWN])


def _sums(first: date, last: date) -> list[Summed]:
    rows = kept.kept(Line).filter(on__gte=first, on__lte=last).annotate(month=ExtractMonth("on"))
    return list(rows.values("kind", "month", "role").annotate(total=Sum("minutes")).order_by("kind", "month"))


def _split(sums: Sequence[Summed], ours: frozenset[str] | None) -> tuple[int, int]:
    mine = sum(one["total"] for one in sums if ours is None or one["role"] in ours)
    return mine, sum(one["total"] for one in sums) - mine


def _counting() -> frozenset[str] | None:
    """Whose hours count against what is reserved: in a municipality the focal points', elsewhere everybody's (None)."""
    return frozenset(FOCAL) if Organisation.objects.get(id=current()).kind == "municipality" else None


def _years(today: date, found: int) -> list[int]:
    first = kept.kept(Line).order_by("on").values_list("on", flat=True).first()
    begun = first.year if first else today.year
    return sorted({*range(begun, today.year + 1), found}, reverse=True)


def _days(of: int) -> int:
    return (date(of + 1, 1, 1) - date(of, 1, 1)).days


def _part(whole: int, of: int, today: date) -> int:
    """How much of a year's hours belong to the days that have gone, this one included; in whole hours, half up."""
    gone = min(max((today - date(of, 1, 1) + timedelta(days=1)).days, 0), _days(of))
    return (2 * whole * gone + _days(of)) // (2 * _days(of))
