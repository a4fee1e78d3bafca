"""The budget of a year: what was planned and spent, what is over, and what the evaluation keeps of it (FIN-06)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.text import Text
from baken.programme.common.frozen import Block, Figure
from baken.programme.papers.models import Line
from baken.tenancy import kept

AHEAD = 2
"""chosen: a budget is made for this year and the two after it."""


@dataclass(frozen=True, slots=True)
class Sum:
    """Lines added up; what nobody filled in counts as nothing, and how many those are is told.

    `known_planned`, `known_spent`: somebody filled in at least one of them; else the sum is no amount but not known.
    """

    planned: int
    spent: int
    unfilled: int
    known_planned: bool = True
    known_spent: bool = True

    @property
    def over(self) -> int:
        """What was spent above what was planned; nothing is below zero."""
        return max(0, self.spent - self.planned)


@dataclass(frozen=True, slots=True)
class Year:
    """The lines of a year. Those of a whole region stand apart and count in no total."""

    year: int
    sources: Sequence[Line]
    uses: Sequence[Line]
    regional: Sequence[Line]

    @property
    def over(self) -> list[Line]:
        """The uses of which more was spent than planned."""
        return [one for one in self.uses if _over(one)]

    @property
    def short(self) -> int:
        """What is planned to be used above what is planned to come in; 0 where no source names an amount."""
        known = [one for one in self.sources if one.planned is not None]
        return max(0, added(self.uses).planned - added(self.sources).planned) if known else 0


def of_year(year: int) -> Year:
    """Return the budget of a year."""
    every = sorted(kept.kept(Line).filter(year=year), key=lambda one: one.name.casefold())
    own = [one for one in every if not one.regional]
    return Year(
        year,
        [one for one in own if one.kind == "source"],
        [one for one in own if one.kind == "use"],
        [one for one in every if one.regional],
    )


def years(now: datetime) -> list[int]:
    """Return the years that can be looked at: those with lines, this year and the next, the latest first."""
    today = civil_date(now).year
    return sorted({*kept.kept(Line).values_list("year", flat=True), today, today + 1}, reverse=True)


def added(lines: Sequence[Line]) -> Sum:
    """Return lines added up."""
    return Sum(
        sum(one.planned or 0 for one in lines),
        sum(one.spent or 0 for one in lines),
        sum(one.spent is None for one in lines),
        any(one.planned is not None for one in lines),
        any(one.spent is not None for one in lines),
    )


def _over(line: Line) -> bool:
    return line.spent is not None and line.planned is not None and line.spent > line.planned


def block(first: date, last: date) -> Block | None:
    """Return the money of the years that a period touches; None where no line was written down."""
    figures: list[Figure] = []
    for year in range(first.year, last.year + 1):
        there = of_year(year)
        if there.sources or there.uses or there.regional:
            figures.extend(_figures(there, whole=first <= date(year, 1, 1) and date(year, 12, 31) <= last))
    if not figures:
        return None
    return Block("budget", "finance", Text("Budget", "Budget"), figures)


def _figures(there: Year, *, whole: bool) -> list[Figure]:
    said = (
        None
        if whole
        else Text(
            "Van het hele jaar, waarvan de periode een deel is.",
            "Of the whole year, of which the period is a part.",
        )
    )
    found = []
    for lines, planned, spent in (
        (
            there.sources,
            Text("Bronnen {year}, gepland", "Sources {year}, planned"),
            Text("Bronnen {year}, gekregen", "Sources {year}, received"),
        ),
        (
            there.uses,
            Text("Bestedingen {year}, gepland", "Uses {year}, planned"),
            Text("Bestedingen {year}, uitgegeven", "Uses {year}, spent"),
        ),
    ):
        total = added(lines)
        if lines:
            found.append(
                Figure(
                    planned.format(year=there.year),
                    euros(total.planned) if total.known_planned else _UNKNOWN,
                    said,
                )
            )
            amount = euros(total.spent) if total.known_spent else _UNKNOWN
            found.append(Figure(spent.format(year=there.year), amount, _unfilled(total) or said))
    found.extend(figure for line in there.regional for figure in _regional(line))
    if there.over:
        names = ", ".join(one.name for one in there.over)
        found.append(
            Figure(
                Text("Meer uitgegeven dan gepland {year}", "Spent above plan {year}").format(year=there.year),
                Text(names, names),
            )
        )
    return found


def _regional(line: Line) -> list[Figure]:
    """What is of a whole region, each line by itself: it counts in no total."""
    amounts = (
        (line.planned, Text("{name} {year}, gepland", "{name} {year}, planned")),
        (line.spent, Text("{name} {year}, uitgegeven of gekregen", "{name} {year}, spent or received")),
    )
    told = [
        Figure(name.format(name=line.name, year=line.year), euros(amount), _WHOSE)
        for amount, name in amounts
        if amount is not None
    ]
    return told or [Figure(Text(f"{line.name} {line.year}", f"{line.name} {line.year}"), _UNKNOWN, _WHOSE)]


_WHOSE = Text(
    "Van de hele regio, of buiten de eigen begroting: telt in geen totaal mee.",
    "Of the whole region, or outside the own budget: it counts in no total.",
)
_UNKNOWN = Text("geen bedrag bekend", "no amount known")


def _unfilled(total: Sum) -> Text | None:
    if not total.unfilled:
        return None
    if total.unfilled == 1:
        return Text("Bij 1 regel is nog niets ingevuld.", "Of 1 line nothing was filled in yet.")
    return Text("Bij {n} regels is nog niets ingevuld.", "Of {n} lines nothing was filled in yet.").format(
        n=total.unfilled
    )


def euros(amount: int) -> Text:
    """Return an amount as people write it."""
    return Text(f"€ {amount:,}".replace(",", "."), f"€{amount:,}")
