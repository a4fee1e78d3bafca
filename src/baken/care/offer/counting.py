"""Gaps and advice by year. Gaps in client files are counted where they stand; nothing of a client comes along."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from baken.care.common import clients, lists, room
from baken.care.offer.models import Advice, Missing
from baken.core.derive.gaps import Gap
from baken.core.derive.gaps import of as gaps_of
from baken.core.vocabulary import offer
from baken.core.vocabulary.client import GAP
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.text import Text
from baken.ledger import matters
from baken.tenancy import kept

Counted = Sequence[tuple[Text, int]]
LAST = 50
"""How many lines a page shows; all of them count."""


@dataclass(frozen=True, slots=True)
class Gaps:
    """The gaps of one year: from the files by area and by reason, and what was noted without a client."""

    years: Sequence[int]
    year: int
    areas: Sequence[tuple[Text, int, int]]
    reasons: Counted
    noted: Sequence[Missing]

    @property
    def total(self) -> int:
        """How many there are in all."""
        return sum(files + loose for _, files, loose in self.areas)


def gaps(now: datetime, year: int | None) -> Gaps:
    """Count the gaps of a year, or of the last one that has any; a few queries, however many files there are."""
    in_files = _in_files(now)
    noted = list(kept.kept(Missing).order_by("-on", "-changed_at"))
    years = _years([*(one.on for one in in_files), *(one.on for one in noted)])
    chosen = _chosen(year, years, now)
    files = [one for one in in_files if one.on.year == chosen]
    loose = [one for one in noted if one.on.year == chosen]
    areas = lists.areas()
    from_files, apart = Counter(one.area for one in files), Counter(one.area for one in loose)
    found = sorted({*from_files, *apart}, key=lambda area: -(from_files[area] + apart[area]))
    reasons = Counter([*(one.reason for one in files), *(one.reason for one in loose)])
    return Gaps(
        years=years,
        year=chosen,
        areas=[(lists.named(areas, area), from_files[area], apart[area]) for area in found],
        reasons=[(GAP[reason], number) for reason, number in reasons.most_common() if reason in GAP],
        noted=loose,
    )


@dataclass(frozen=True, slots=True)
class Advised:
    """The advice of one year: how often and how long, by profession and by subject."""

    years: Sequence[int]
    year: int
    times: int
    minutes: int
    professions: Sequence[tuple[Text, int, int]]
    subjects: Sequence[tuple[Text, int, int]]
    lines: Sequence[Advice]


def advised(now: datetime, year: int | None) -> Advised:
    """Count the advice given in a year, or in the last one that has any."""
    every = list(kept.kept(Advice).order_by("-on", "-changed_at"))
    years = _years([one.on for one in every])
    chosen = _chosen(year, years, now)
    lines = [one for one in every if one.on.year == chosen]
    return Advised(
        years=years,
        year=chosen,
        times=len(lines),
        minutes=sum(one.minutes for one in lines),
        professions=_by(lines, "profession", offer.PROFESSIONALS),
        subjects=_by(lines, "subject", offer.SUBJECTS),
        lines=lines[:LAST],
    )


def _by(lines: Sequence[Advice], column: str, words: offer.Words) -> list[tuple[Text, int, int]]:
    times, minutes = Counter[str](), Counter[str]()
    for one in lines:
        times[getattr(one, column)] += 1
        minutes[getattr(one, column)] += one.minutes
    return [(words[value], number, minutes[value]) for value, number in times.most_common() if value in words]


def _years(days: Iterable[date]) -> list[int]:
    return sorted({day.year for day in days}, reverse=True)


def _chosen(year: int | None, years: Sequence[int], now: datetime) -> int:
    if year is not None and year in years:
        return year
    return years[0] if years else civil_date(now).year


def _in_files(now: datetime) -> list[Gap]:
    if not room.is_on(now):
        return []
    return [one for stream in matters.every(clients.KIND) for one in gaps_of(stream.happened)]
